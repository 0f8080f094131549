package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.PresenceBasis;
import org.smartcorrection.platform.casework.FactText;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.WeekHours;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the page of a person's zones. */
@Component
class ZoneViews {
  /** What is shown where nothing is known of the land. */
  static final BoundingBox COUNTRY = new BoundingBox(18, 73, 54, 135);

  private final Areas areas;
  private final HouseDeadZones house;
  private final Countryside countryside;
  private final Boundaries boundaries;
  private final ChosenBoundary chosen;
  private final Law law;
  private final Clock clock;

  ZoneViews(
      Areas areas,
      HouseDeadZones house,
      Countryside countryside,
      Boundaries boundaries,
      ChosenBoundary chosen,
      Law law,
      Clock clock) {
    this.areas = areas;
    this.house = house;
    this.countryside = countryside;
    this.boundaries = boundaries;
    this.chosen = chosen;
    this.law = law;
    this.clock = clock;
  }

  /** Why a zone was not set: the law's reasons, or something odd that has to be read first. */
  record Trouble(List<Reason> reasons, List<ZoneWarnings.Warning> odd) {
    static final Trouble NONE = new Trouble(List.of(), List.of());

    static Trouble law(List<Reason> reasons) {
      return new Trouble(List.copyOf(reasons), List.of());
    }

    static Trouble odd(List<ZoneWarnings.Warning> odd) {
      return new Trouble(List.of(), List.copyOf(odd));
    }
  }

  /**
   * One zone of the list.
   *
   * @param article on which it rests
   * @param hours in words; empty for day and night
   */
  record Row(SetZone zone, String article, String hours, boolean over) {}

  /** Whether all that is odd was shown with the form already. */
  static boolean seen(Form form, List<ZoneWarnings.Warning> odd) {
    return form.value("seen").equals(codes(odd));
  }

  private static String codes(List<ZoneWarnings.Warning> odd) {
    return odd.stream().map(ZoneWarnings.Warning::code).sorted().collect(Collectors.joining(" "));
  }

  String show(AlarmAccess.Opened opened, Form form, Trouble trouble, Model model, Locale locale) {
    var explanations = law.explanations();
    PersonId person = opened.in().person();
    @Nullable ZoneKind kind = ZoneForms.kind(form).orElse(null);
    model.addAttribute("case", opened.in());
    model.addAttribute("name", opened.person().name(locale));
    model.addAttribute("zones", areas.zones(person));
    model.addAttribute("set", rows(areas.set(person), locale));
    model.addAttribute("house", house.of(opened.in().agency()));
    model.addAttribute("map", map(person, locale));
    model.addAttribute("form", form.with("seen", codes(trouble.odd())));
    model.addAttribute("kind", kind);
    model.addAttribute("kinds", ZoneKind.values());
    model.addAttribute("mine", mine(opened));
    model.addAttribute("odd", trouble.odd().stream().map(ZoneWarnings.Warning::text).toList());
    model.addAttribute(
        "reasons",
        trouble.reasons().stream().map(reason -> explanations.render(reason, locale)).toList());
    boolean listed = kind == null && !countryside.places().isEmpty();
    model.addAttribute("sources", kind == null ? permittedFrom(listed) : sources(false));
    model.addAttribute("listed", listed);
    model.addAttribute("anyBoundary", kind != null || chosen.isAny());
    model.addAttribute("matches", matches(form));
    model.addAttribute("older", older(areas.zones(person)));
    model.addAttribute("bases", Option.of(LegalBasis.class, "choice"));
    model.addAttribute("presences", Option.of(PresenceBasis.class, "choice"));
    model.addAttribute("holidays", Option.of(ZoneFacts.OnHolidays.class, "choice"));
    model.addAttribute("protecteds", Option.of(ZoneFacts.ProtectedKind.class, "choice"));
    model.addAttribute("shapes", Option.of(AreaDrawing.Shape.class, "tracking.zone.shape"));
    model.addAttribute("data", Option.of(Datum.class, "choice"));
    model.addAttribute("days", WeekInput.days(locale));
    model.addAttribute(
        "places",
        countryside.places().stream()
            .map(place -> new Option(place.id(), Text.literal(place.name(locale))))
            .toList());
    model.addAttribute("mayAct", opened.actor().role().supervises());
    return "tracking/zones";
  }

  private List<Row> rows(List<SetZone> zones, Locale locale) {
    return zones.stream()
        .map(
            zone ->
                new Row(
                    zone,
                    law.explanations().article(zone.rule(), locale),
                    WeekHours.read(zone.hours())
                        .map(hours -> FactText.hours(hours, locale))
                        .orElse(""),
                    !clock.instant().isBefore(zone.during().until().orElseThrow())))
        .toList();
  }

  /** The kinds that the actor's post may set, as the definitions say. */
  private List<ZoneKind> mine(AlarmAccess.Opened opened) {
    return Stream.of(ZoneKind.values())
        .filter(
            kind ->
                law
                    .definition(opened.in().agency(), kind.procedure(), null, clock.instant())
                    .act(kind.sets())
                    .orElseThrow()
                    .who()
                    .stream()
                    .anyMatch(role -> role.name().equals(opened.actor().role().name())))
        .toList();
  }

  /** Among which administrative areas somebody who typed a name has to choose. */
  private List<Boundary> matches(Form form) {
    boolean sought = form.problem(ChosenBoundary.FIELD) != null;
    return sought ? chosen.matches(form.value(ChosenBoundary.FIELD)) : List.of();
  }

  /** The border that holds today instead of the one by which a zone was set, by the zone's id. */
  private Map<UUID, Boundary> older(List<Zone> zones) {
    List<Zone> bordered = zones.stream().filter(zone -> zone.border().isPresent()).toList();
    return newer(bordered, boundaries);
  }

  /** The borders that hold today instead of those by which zones were set, by the zones' ids. */
  static Map<UUID, Boundary> newer(List<Zone> zones, Boundaries boundaries) {
    Map<String, Boundary> today =
        boundaries.today(
            zones.stream().map(zone -> zone.border().orElseThrow().code()).distinct().toList());
    Map<UUID, Boundary> newer = new HashMap<>();
    for (Zone zone : zones) {
      Zone.Border border = zone.border().orElseThrow();
      Boundary now = today.get(border.code());
      if (now != null && now.version() != border.version()) newer.put(zone.instance(), now);
    }
    return newer;
  }

  private static List<Option> permittedFrom(boolean listed) {
    return Stream.concat(
            sources(listed).stream(),
            Stream.of(
                new Option(ChosenBoundary.SOURCE, Text.of("choice." + ChosenBoundary.SOURCE))))
        .toList();
  }

  /** Where ground can come from. */
  static List<Option> sources(boolean listed) {
    return Option.of(GroundInput.Source.class, "choice").stream()
        .filter(option -> listed || !option.value().equals("LISTED"))
        .toList();
  }

  private MapDrawing map(PersonId person, Locale locale) {
    List<Zone> permitted = areas.zones(person);
    List<SetZone> set = areas.set(person);
    var corners = new ArrayList<Wgs84Point>();
    for (Zone zone : permitted)
      zone.ground().ifPresent(area -> corners.addAll(MapDrawing.corners(area.bounds())));
    for (SetZone zone : set) corners.addAll(MapDrawing.corners(zone.area().bounds()));
    if (corners.isEmpty())
      for (Countryside.Feature place : countryside.places())
        place.polygons().forEach(polygon -> corners.addAll(polygon.outline()));
    if (corners.isEmpty()) corners.addAll(MapDrawing.corners(COUNTRY));
    var map = MapDrawing.around(corners, 2_000);
    permitted.forEach(zone -> map.area("area", zone.polygons()));
    map.countryside(countryside, locale);
    set.forEach(zone -> map.area(zone.kind().css(), zone.polygons()));
    return map.drawn();
  }
}
