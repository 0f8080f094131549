package org.smartcorrection.location;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All the ground on which one person may be (CCL 27): the place of execution and, for their time,
 * what was permitted beyond it. A change makes a new value; the next fix is judged by it.
 */
public final class PermittedArea {
  private final List<PermittedZone> zones;
  private final AreaIndex index;
  private final Validity[] during; // of each zone
  private final List<PermittedZone> bases;

  /**
   * Of zones, of which at least one is on {@link LegalBasis#PLACE_OF_EXECUTION}.
   *
   * @throws IllegalArgumentException if no zone is a place of execution
   */
  public PermittedArea(List<PermittedZone> zones) {
    this.zones = List.copyOf(zones);
    this.bases = this.zones.stream().filter(PermittedArea::isBase).toList();
    if (bases.isEmpty()) {
      throw new IllegalArgumentException("a permitted area has a place of execution");
    }
    this.during = this.zones.stream().map(PermittedZone::during).toArray(Validity[]::new);
    this.index = new AreaIndex(this.zones.stream().map(PermittedZone::area).toList());
  }

  /** A place of execution alone. */
  public static PermittedArea of(String id, Area placeOfExecution, Instant from) {
    return new PermittedArea(
        List.of(
            new PermittedZone(
                id, LegalBasis.PLACE_OF_EXECUTION, Validity.from(from), placeOfExecution)));
  }

  /** The zones. */
  public List<PermittedZone> zones() {
    return zones;
  }

  /** The same area widened by a permission for its time. */
  public PermittedArea with(PermittedZone permission) {
    var widened = new ArrayList<>(zones);
    widened.add(permission);
    return new PermittedArea(widened);
  }

  /**
   * Distance to the nearest ground outside, negative inside, see {@link Area#signedDistanceMetres}.
   * Empty if no place of execution is in force at that time: then nobody can be said to have left
   * it, and a leave by itself would turn a home into forbidden ground.
   */
  public OptionalDouble signedDistanceMetres(Wgs84Point point, Instant at) {
    for (PermittedZone base : bases) {
      if (base.during().holdsAt(at)) {
        return OptionalDouble.of(index.least(point, i -> during[i].holdsAt(at)));
      }
    }
    return OptionalDouble.empty();
  }

  private static boolean isBase(PermittedZone zone) {
    return zone.basis() == LegalBasis.PLACE_OF_EXECUTION;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PermittedArea area && zones.equals(area.zones);
  }

  @Override
  public int hashCode() {
    return zones.hashCode();
  }
}
