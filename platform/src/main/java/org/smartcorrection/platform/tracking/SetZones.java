package org.smartcorrection.platform.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.supervision.Schedule;
import org.smartcorrection.location.supervision.Schedule.OnHolidays;
import org.smartcorrection.location.supervision.Schedule.Window;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.procedure.DayKind;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.WeekHours;
import org.springframework.stereotype.Component;

/**
 * The zones of the procedures of {@link ZoneKind}, read from the state of their runs: what the acts
 * add up to is kept there already, sealed, and folded anew when one is corrected.
 */
@Component
class SetZones {
  /** The procedures whose acts change the zones of a person. */
  static final Set<String> PROCEDURES =
      Stream.concat(ZoneKind.procedures().stream(), Stream.of(Admissions.PROCEDURE))
          .collect(Collectors.toUnmodifiableSet());

  private final Cases cases;
  private final Instances instances;
  private final Acts acts;
  private final Law law;

  SetZones(Cases cases, Instances instances, Acts acts, Law law) {
    this.cases = cases;
    this.instances = instances;
    this.acts = acts;
    this.law = law;
  }

  /** All that were set for a person and not taken back before they began. */
  List<SetZone> of(PersonId person) {
    var zones = new ArrayList<SetZone>();
    for (Case in : cases.of(person)) {
      // the key of what is packed is that of these cases
      if (in.purpose() != Purpose.CASEWORK) continue;
      List<Running> forbidden = runs(in, ZoneKind.FORBIDDEN);
      var admissions = new Admissions(forbidden, instances, acts, in.id());
      for (ZoneKind kind : ZoneKind.values())
        for (Running run : kind == ZoneKind.FORBIDDEN ? forbidden : runs(in, kind))
          zone(kind, run, admissions).ifPresent(zones::add);
    }
    return List.copyOf(zones);
  }

  private List<Running> runs(Case in, ZoneKind kind) {
    return instances.everyOne(in.id(), kind.procedure());
  }

  /**
   * A zone whose facts were shredded is none any more, and so is one that ended before it began.
   */
  private Optional<SetZone> zone(ZoneKind kind, Running run, Admissions admissions) {
    Facts facts = run.facts();
    List<Validity> admitted = kind == ZoneKind.FORBIDDEN ? admissions.to(facts) : List.of();
    return during(run).flatMap(during -> zone(run.id(), kind, facts, during, admitted));
  }

  /** A zone as these facts would set it; empty when they do not say where and when. */
  Optional<SetZone> proposed(UUID instance, ZoneKind kind, Facts facts) {
    return during(facts).flatMap(during -> zone(instance, kind, facts, during, List.of()));
  }

  private Optional<SetZone> zone(
      UUID instance, ZoneKind kind, Facts facts, Validity during, List<Validity> admitted) {
    Optional<Area> area = GroundForm.read(facts.said(kind.ground()));
    if (area.isEmpty()) return Optional.empty();
    return Optional.of(
        new SetZone(
            instance,
            kind,
            facts.said(kind.named()),
            facts.said("presenceBasis"),
            during,
            facts.said("weekHours"),
            schedule(facts.said("weekHours"), onHolidays(facts), during),
            area.get(),
            Duration.ofMinutes(
                facts.count("graceMinutes").or(() -> facts.count("longestMinutes")).orElse(0)),
            admitted));
  }

  private static Optional<Validity> during(Facts facts) {
    Optional<Instant> from = facts.day("zoneFrom").map(LegalCalendar::startOf);
    Optional<Instant> until = facts.day("zoneUntil").map(LegalCalendar::endOf);
    return from.isPresent() && until.isPresent() && until.get().isAfter(from.get())
        ? Optional.of(Validity.between(from.get(), until.get()))
        : Optional.empty();
  }

  private Optional<Validity> during(Running run) {
    Optional<Validity> stated = during(run.facts());
    if (stated.isEmpty() || !run.state().equals("ENDED")) return stated;
    Instant from = stated.get().from();
    Instant ended = acts.ofInstance(run.id()).getLast().occurredAt();
    if (!ended.isBefore(stated.get().until().orElseThrow())) return stated;
    return ended.isAfter(from) ? Optional.of(Validity.between(from, ended)) : Optional.empty();
  }

  private static OnHolidays onHolidays(Facts facts) {
    return switch (facts.said("onHolidays")) {
      case "NOT_ON_HOLIDAYS" -> OnHolidays.NOT;
      case "ONLY_ON_HOLIDAYS" -> OnHolidays.ONLY;
      case String _ -> OnHolidays.AS_USUAL;
    };
  }

  /** At which hours a zone holds, by the calendar that is in force. */
  Schedule schedule(String weekHours, OnHolidays on, Validity during) {
    List<Window> windows =
        WeekHours.read(weekHours).stream()
            .flatMap(hours -> hours.windows().stream())
            .map(window -> new Window(window.day(), window.from(), window.until()))
            .toList();
    return new Schedule(
        windows, on, on == OnHolidays.AS_USUAL ? Set.of() : holidays(during), List.of());
  }

  private Set<LocalDate> holidays(Validity during) {
    LocalDate first = LegalCalendar.legalDay(during.from());
    LocalDate last = LegalCalendar.legalDay(during.until().orElseThrow());
    Stream<LocalDate> days = first.datesUntil(last.plusDays(1));
    return days.filter(day -> law.calendar().kind(day) instanceof DayKind.PublicHoliday)
        .collect(Collectors.toSet());
  }
}
