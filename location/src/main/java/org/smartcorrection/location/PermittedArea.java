package org.smartcorrection.location;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * All the ground on which one person may be (CCL 27): the place of execution and, for their time,
 * what was permitted beyond it. A change makes a new value; the next fix is judged by it.
 *
 * @param zones at least one of them on {@link LegalBasis#PLACE_OF_EXECUTION}
 */
public record PermittedArea(List<PermittedZone> zones) {

  /**
   * @throws IllegalArgumentException if no zone is a place of execution
   */
  public PermittedArea {
    zones = List.copyOf(zones);
    if (zones.stream().noneMatch(PermittedArea::isBase)) {
      throw new IllegalArgumentException("a permitted area has a place of execution");
    }
  }

  /** A place of execution alone. */
  public static PermittedArea of(String id, Area placeOfExecution, Instant from) {
    return new PermittedArea(
        List.of(
            new PermittedZone(
                id, LegalBasis.PLACE_OF_EXECUTION, Validity.from(from), placeOfExecution)));
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
    boolean based = false;
    double nearest = Double.POSITIVE_INFINITY;
    for (PermittedZone zone : zones) {
      if (!zone.during().holdsAt(at)) continue;
      based |= isBase(zone);
      nearest = Math.min(nearest, zone.area().signedDistanceMetres(point));
    }
    return based ? OptionalDouble.of(nearest) : OptionalDouble.empty();
  }

  private static boolean isBase(PermittedZone zone) {
    return zone.basis() == LegalBasis.PLACE_OF_EXECUTION;
  }
}
