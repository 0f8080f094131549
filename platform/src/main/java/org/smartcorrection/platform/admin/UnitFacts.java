package org.smartcorrection.platform.admin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.UnitId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Division;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.organisation.Unit;
import org.smartcorrection.platform.organisation.UnitAreas;
import org.smartcorrection.platform.organisation.UnitKind;
import org.smartcorrection.platform.organisation.Units;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of a unit show of it, and what can be chosen there. */
@Component
class UnitFacts {
  private final Units units;
  private final UnitAreas areas;
  private final Agencies agencies;
  private final Staffing staffing;
  private final Trail trail;
  private final Clock clock;

  UnitFacts(
      Units units,
      UnitAreas areas,
      Agencies agencies,
      Staffing staffing,
      Trail trail,
      Clock clock) {
    this.units = units;
    this.areas = areas;
    this.agencies = agencies;
    this.staffing = staffing;
    this.trail = trail;
    this.clock = clock;
  }

  LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  /** A form for something that counts from today on, unless another day is chosen. */
  Form dated() {
    return Form.empty().with("from", today().toString());
  }

  /** A unit as it will be after all that is planned. */
  Unit latest(String id) {
    return units.history(UnitId.of(id)).getFirst().unit();
  }

  /** Notes in the trail what was done, and goes on to the unit. */
  String noted(UnitId id, String event) {
    trail.note(Present.actor().account(), event, id.toString());
    return "redirect:/admin/organisation/units/" + id;
  }

  /**
   * A row of a unit's history.
   *
   * @param above what it stands under
   * @param when past, in force or planned
   */
  record Row(Units.Noted noted, String above, When when, String login) {}

  enum When {
    PAST,
    NOW,
    PLANNED
  }

  void describe(List<Units.Noted> history, LocalDate today, Model model, Locale locale) {
    Unit shown = current(history, today);
    Map<AccountId, String> logins = staffing.logins(history.stream().map(Units.Noted::by).toList());
    Map<String, UnitId> area = areas.on(today);
    Map<PostId, UnitId> places = units.posts(shown.agency(), today);
    model.addAttribute("unit", shown);
    model.addAttribute("agency", agencies.get(shown.agency()));
    model.addAttribute("ended", history.getFirst().unit().ended());
    model.addAttribute(
        "area",
        areas.divisions().stream()
            .filter(division -> shown.id().equals(area.get(division.code())))
            .toList());
    model.addAttribute(
        "posts",
        staffing.of(shown.agency(), today).stream()
            .filter(held -> shown.id().equals(places.get(held.post())))
            .toList());
    model.addAttribute(
        "history",
        history.stream()
            .map(
                noted ->
                    new Row(
                        noted,
                        above(noted.unit(), locale),
                        when(noted.unit(), shown, today),
                        logins.getOrDefault(noted.by(), "–")))
            .toList());
  }

  /** The units under which one of this agency may stand. */
  List<Option> parents(AgencyId agency, @Nullable Unit own, LocalDate today, Locale locale) {
    return units.of(agency, today).stream()
        .filter(unit -> own == null || !unit.id().equals(own.id()))
        .filter(
            unit ->
                own == null
                    ? unit.kind() != UnitKind.OFFICE
                    : own.kind().mayStandUnder(unit.kind()))
        .map(unit -> new Option(unit.id().toString(), Text.literal(unit.name(locale))))
        .toList();
  }

  /** The divisions that can be a unit's area, each with whose it is now. */
  List<Option> divisions(Unit unit, LocalDate today, Locale locale) {
    Map<String, UnitId> area = areas.on(today);
    return areas.divisions().stream()
        .filter(Division::local)
        .map(division -> new Option(division.code(), label(division, unit, area, today, locale)))
        .toList();
  }

  private Text label(
      Division division, Unit unit, Map<String, UnitId> area, LocalDate today, Locale locale) {
    String name = division.name(locale) + " " + division.code();
    @Nullable UnitId other = area.get(division.code());
    if (other == null || other.equals(unit.id())) return Text.literal(name);
    String whose = units.on(other, today).map(at -> at.name(locale)).orElse("–");
    return Text.of("admin.unit.area.now", name, whose);
  }

  /** The posts of the agency itself; those of an office are where the office is. */
  List<Staffing.Held> posts(Unit unit, LocalDate today) {
    return staffing.of(unit.agency(), today).stream()
        .filter(held -> held.role().supervises())
        .toList();
  }

  private static Unit current(List<Units.Noted> history, LocalDate today) {
    return history.stream()
        .map(Units.Noted::unit)
        .filter(unit -> !unit.from().isAfter(today))
        .findFirst()
        .orElse(history.getLast().unit());
  }

  private String above(Unit unit, Locale locale) {
    @Nullable UnitId parent = unit.parent();
    return parent == null
        ? agencies.get(unit.agency()).name(locale)
        : units.history(parent).getFirst().unit().name(locale);
  }

  private static When when(Unit unit, Unit shown, LocalDate today) {
    if (unit.from().isAfter(today)) return When.PLANNED;
    return unit.equals(shown) ? When.NOW : When.PAST;
  }
}
