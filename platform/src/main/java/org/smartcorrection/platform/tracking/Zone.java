package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.PermittedZone;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Validity;

/**
 * Ground on which a person may be, as it was recorded.
 *
 * @param instance the run of the procedure {@code area}, {@code leave} or {@code regulartravel}
 *     that it comes from
 * @param name as the officer named it, or the districts of a leave; empty for one in words alone
 * @param ground empty when the destination is words, not ground
 * @param border by whose border it was set, where that is an administrative one
 * @param way whether the way there from the place of execution is permitted too
 */
record Zone(
    UUID instance,
    LegalBasis basis,
    Instant from,
    Optional<Instant> until,
    String name,
    Optional<Area> ground,
    Optional<Border> border,
    boolean way) {
  /** Shares the ground with others who have the same. */
  Zone {
    ground = ground.map(SharedGround::one);
  }

  /** Which administrative border it was set by. */
  record Border(String code, int version) {}

  /**
   * A leave may name its destination in words alone. While it holds, nobody can be said to be where
   * they may not be, so all of the country is permitted; whether they went where they said is for
   * staff to ask (M21).
   */
  private static final PolygonArea COUNTRY = PolygonArea.of(new BoundingBox(3, 73, 54, 136));

  /**
   * What is permitted.
   *
   * @param home the ground of the place of execution: the way from there to where a leave or
   *     regular travel leads belongs to it, so the box around both is permitted
   */
  PermittedZone permitted(Supplier<List<Polygon>> home) {
    return new PermittedZone(instance.toString(), basis, new Validity(from, until), area(home));
  }

  private Area area(Supplier<List<Polygon>> home) {
    if (ground.isEmpty()) return COUNTRY;
    if (!way) return ground.get();
    return PolygonArea.of(around(Stream.concat(polygons().stream(), home.get().stream()).toList()));
  }

  /** Its outline for a map. */
  List<Polygon> polygons() {
    return ground.map(GroundForm::outlines).orElse(List.of());
  }

  private static BoundingBox around(List<Polygon> all) {
    List<BoundingBox> boxes =
        all.stream().map(polygon -> PolygonArea.of(List.of(polygon)).bounds()).toList();
    return new BoundingBox(
        boxes.stream().mapToDouble(BoundingBox::south).min().orElseThrow(),
        boxes.stream().mapToDouble(BoundingBox::west).min().orElseThrow(),
        boxes.stream().mapToDouble(BoundingBox::north).max().orElseThrow(),
        boxes.stream().mapToDouble(BoundingBox::east).max().orElseThrow());
  }

  boolean holdsAt(Instant at) {
    return !at.isBefore(from) && until.map(at::isBefore).orElse(true);
  }
}
