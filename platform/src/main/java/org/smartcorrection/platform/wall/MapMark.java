package org.smartcorrection.platform.wall;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Severity;

/**
 * A mark of the map, where it is drawn and where it leads: nearer, or, where that shows no more, to
 * the list of who is there.
 *
 * @param r its radius in pixels
 * @param severity as the look writes it; {@code null} where nothing is asked
 * @param there the list of who is in its square
 * @param nearer the same map nearer; {@code null} where it cannot be
 */
record MapMark(
    Clusters.Cluster cluster,
    double x,
    double y,
    double r,
    @Nullable String severity,
    String there,
    @Nullable String nearer) {
  private static final double LEAST = 9;
  private static final double FOR_EACH_TENFOLD = 7;
  private static final int STEPS = 2;

  static MapMark of(Clusters.Cluster cluster, MapFilter filter) {
    MapView view = filter.view() == null ? MapView.COUNTRY : filter.view();
    boolean near = view.zoom() < MapView.NEAREST && cluster.people() > 1;
    return new MapMark(
        cluster,
        tenths(view.x(cluster.place())),
        tenths(view.y(cluster.place())),
        tenths(LEAST + FOR_EACH_TENFOLD * Math.log10(cluster.people())),
        css(cluster.gravest()),
        there(cluster.square(), filter),
        near ? filter.at(view.nearer(cluster.place(), STEPS)).href("/wall") : null);
  }

  /** Where a press leads. */
  public String leads() {
    return nearer == null ? there : nearer;
  }

  static String there(Clusters.Square square, MapFilter filter) {
    String path = filter.href("/wall/there");
    return "%s&zoom=%d&column=%d&row=%d"
        .formatted(path, square.zoom(), square.column(), square.row());
  }

  static @Nullable String css(@Nullable Severity severity) {
    return severity == null ? null : severity.name().toLowerCase(Locale.ROOT);
  }

  private static double tenths(double pixels) {
    return Math.round(pixels * 10) / 10.0;
  }
}
