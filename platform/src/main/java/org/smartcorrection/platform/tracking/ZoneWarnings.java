package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.DatumCheck;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.TermsCheck;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Component;

/**
 * What is odd about a zone that is about to be set: what the library finds in all zones together,
 * and a border that lies beside the roads and borders that are known here as those of another datum
 * do. Whoever has read it may set the zone all the same.
 */
@Component
class ZoneWarnings {
  /** So many corners tell as much as all of them. */
  private static final int CORNERS = 500;

  private final Areas areas;
  private final SetZones set;
  private final KnownLines known;
  private final Clock clock;

  ZoneWarnings(Areas areas, SetZones set, KnownLines known, Clock clock) {
    this.areas = areas;
    this.set = set;
    this.known = known;
    this.clock = clock;
  }

  /**
   * Something odd.
   *
   * @param code names it, so that the same again was seen already
   */
  record Warning(String code, Text text) {}

  /** What is odd about a zone as these facts would set it. */
  List<Warning> of(PersonId person, ZoneKind kind, UUID instance, Facts facts) {
    Optional<SetZone> proposed = set.proposed(instance, kind, facts);
    if (proposed.isEmpty()) return List.of();
    Instant now = clock.instant();
    Instant begin = proposed.get().during().from();
    String id = instance.toString();
    return TermsCheck.of(areas.termsWith(person, proposed.get()), begin.isAfter(now) ? begin : now)
        .stream()
        .filter(oddity -> oddity.zone().equals(id) || oddity.other().equals(id))
        .map(
            oddity ->
                warning(person, oddity, oddity.zone().equals(id) ? oddity.other() : oddity.zone()))
        .toList();
  }

  private Warning warning(PersonId person, TermsCheck.Oddity oddity, String other) {
    return new Warning(
        oddity.what() + other,
        Text.of("tracking.zone.odd." + oddity.what().name(), name(person, other)));
  }

  private String name(PersonId person, String id) {
    return Stream.concat(
            areas.set(person).stream()
                .filter(zone -> zone.instance().toString().equals(id))
                .map(SetZone::name),
            areas.zones(person).stream()
                .filter(zone -> zone.instance().toString().equals(id))
                .map(Zone::name))
        .findFirst()
        .orElse("");
  }

  /** Whether a border that is said to be WGS-84 looks like another datum. */
  List<Warning> datum(PersonId person, GroundInput ground) {
    if (ground.source() != GroundInput.Source.IMPORTED || ground.datum() != Datum.WGS_84)
      return List.of();
    DatumCheck.Verdict verdict = DatumCheck.of(corners(ground.area()), known.around(person));
    return switch (verdict) {
      case LIKELY_GCJ02, LIKELY_BD09 ->
          List.of(new Warning(verdict.name(), Text.of("tracking.zone.datum." + verdict.name())));
      case AS_DECLARED, CANNOT_TELL -> List.of();
    };
  }

  private static List<Wgs84Point> corners(Area area) {
    List<Wgs84Point> all =
        GroundForm.outlines(area).stream().flatMap(polygon -> polygon.outline().stream()).toList();
    int step = Math.max(1, all.size() / CORNERS);
    var some = new ArrayList<Wgs84Point>();
    for (int i = 0; i < all.size(); i += step) some.add(all.get(i));
    return some;
  }
}
