package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.FactText;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.procedure.act.WeekHours;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The person's own page of where they may, must not and have to be, in words and on a map. Of the
 * surroundings of a protected person (rule M16) it says that there are any, and nothing from which
 * one could be read: neither their number nor the ground that the map shows depends on them.
 */
@Controller
class OwnZonePages {
  private final Areas areas;
  private final Countryside countryside;
  private final Law law;
  private final Clock clock;

  OwnZonePages(Areas areas, Countryside countryside, Law law, Clock clock) {
    this.areas = areas;
    this.countryside = countryside;
    this.law = law;
    this.clock = clock;
  }

  /**
   * Ground that is forbidden or where the person has to be.
   *
   * @param hours in words; empty for day and night
   * @param minutes of grace
   * @param admitted when the person may enter all the same, now or later
   */
  record Told(
      String name,
      String basis,
      String article,
      Instant from,
      Instant until,
      String hours,
      long minutes,
      List<Validity> admitted) {
    Told {
      admitted = List.copyOf(admitted);
    }
  }

  @GetMapping("/my/places")
  String places(Locale locale, Model model) {
    PersonId person = Optional.ofNullable(Present.actor().person()).orElseThrow(NotFound::new);
    Instant now = clock.instant();
    List<Zone> permitted =
        areas.zones(person).stream()
            .filter(zone -> zone.until().map(now::isBefore).orElse(true))
            .toList();
    List<SetZone> set =
        areas.set(person).stream()
            .filter(zone -> now.isBefore(zone.during().until().orElseThrow()))
            .toList();
    model.addAttribute("permitted", permitted);
    model.addAttribute("forbidden", told(set, ZoneKind.FORBIDDEN, now, locale));
    model.addAttribute("required", told(set, ZoneKind.PRESENCE, now, locale));
    model.addAttribute("hidden", of(set, ZoneKind.PROTECTED).findAny().isPresent());
    model.addAttribute("map", map(permitted, set, locale));
    return "tracking/own";
  }

  private static Stream<SetZone> of(List<SetZone> set, ZoneKind kind) {
    return set.stream().filter(zone -> zone.kind() == kind);
  }

  private List<Told> told(List<SetZone> set, ZoneKind kind, Instant now, Locale locale) {
    return of(set, kind)
        .map(
            zone ->
                new Told(
                    zone.name(),
                    zone.basis(),
                    law.explanations().article(zone.rule(), locale),
                    zone.during().from(),
                    zone.during().until().orElseThrow(),
                    WeekHours.read(zone.hours())
                        .map(hours -> FactText.hours(hours, locale))
                        .orElse(""),
                    zone.span().toMinutes(),
                    zone.admitted().stream()
                        .filter(time -> now.isBefore(time.until().orElseThrow()))
                        .toList()))
        .toList();
  }

  private @Nullable MapDrawing map(List<Zone> permitted, List<SetZone> set, Locale locale) {
    List<SetZone> shown = set.stream().filter(zone -> told(zone.kind())).toList();
    var corners = new ArrayList<Wgs84Point>();
    for (Zone zone : permitted)
      zone.ground().ifPresent(area -> corners.addAll(MapDrawing.corners(area.bounds())));
    for (SetZone zone : shown) corners.addAll(MapDrawing.corners(zone.area().bounds()));
    if (corners.isEmpty()) return null;
    var map = MapDrawing.around(corners, 2_000);
    permitted.forEach(zone -> map.area("area", zone.polygons()));
    map.countryside(countryside, locale);
    shown.forEach(zone -> map.area(zone.kind().css(), zone.polygons()));
    return map.drawn();
  }

  private static boolean told(ZoneKind kind) {
    return switch (kind) {
      case FORBIDDEN, PRESENCE -> true;
      case PROTECTED, SILENT -> false;
    };
  }
}
