package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.PermittedZone;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Validity;

/**
 * Ground on which a person may be, as it was recorded.
 *
 * @param instance the run of the procedure {@code area} or {@code leave} that it comes from
 * @param name as the officer named it; empty for a leave
 * @param polygons empty for a leave: its destination is words, not ground
 */
record Zone(
    UUID instance,
    LegalBasis basis,
    Instant from,
    Optional<Instant> until,
    String name,
    List<Polygon> polygons) {
  /**
   * A leave names its destination in words. While it holds, nobody can be said to be where they may
   * not be, so all of the country is permitted; whether they went where they said is for staff to
   * ask (M21).
   */
  private static final PolygonArea COUNTRY = PolygonArea.of(new BoundingBox(3, 73, 54, 136));

  Zone {
    polygons = List.copyOf(polygons);
  }

  PermittedZone permitted() {
    return new PermittedZone(
        instance.toString(),
        basis,
        new Validity(from, until),
        polygons.isEmpty() ? COUNTRY : PolygonArea.of(polygons));
  }

  boolean holdsAt(Instant at) {
    return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
  }
}
