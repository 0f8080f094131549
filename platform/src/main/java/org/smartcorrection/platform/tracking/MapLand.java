package org.smartcorrection.platform.tracking;

import java.util.List;

/** The site's own map, as far as it was imported. */
public interface MapLand {
  /** No map. */
  MapLand NONE = () -> new Shown(0, List.of(), List.of());

  /** What there is now, from memory. */
  Shown shown();

  /**
   * A map.
   *
   * @param version another one after each import
   * @param sources who made it and under which licence, for the line below a map
   */
  record Shown(long version, List<MapFeature> features, List<String> sources) {
    /** Copies the lists. */
    public Shown {
      features = List.copyOf(features);
      sources = List.copyOf(sources);
    }
  }
}
