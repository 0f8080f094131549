package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.StatuteClock;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.notify.Escalations;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.DayKind;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the statute clock out, day by day as the law counts them. */
@Component
class ClockDays {
  private final DueRows dueRows;
  private final Escalations escalations;
  private final Agencies agencies;
  private final Law law;
  private final MessageSource messages;
  private final Clock clock;

  ClockDays(
      DueRows dueRows,
      Escalations escalations,
      Agencies agencies,
      Law law,
      MessageSource messages,
      Clock clock) {
    this.dueRows = dueRows;
    this.escalations = escalations;
    this.agencies = agencies;
    this.law = law;
    this.messages = messages;
    this.clock = clock;
  }

  /** The days on which these deadlines end, in order. */
  List<ClockDay> of(List<StatuteClock.Open> open, Role reader, Locale locale) {
    Map<UUID, StatuteClock.Open> byId = new HashMap<>();
    open.forEach(one -> byId.put(one.due().id(), one));
    List<Escalations.Told> told =
        escalations.of(open.stream().map(one -> one.due().instance()).toList());
    var days = new TreeMap<LocalDate, List<ClockDay.Row>>();
    for (DueRow row : dueRows.ofMany(open.stream().map(StatuteClock.Open::due).toList(), locale))
      days.computeIfAbsent(row.day(), _ -> new ArrayList<>())
          .add(row(row, Objects.requireNonNull(byId.get(row.due().id())), told, reader, locale));
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    return days.entrySet().stream().map(day -> day(day.getKey(), today, day.getValue())).toList();
  }

  private ClockDay.Row row(
      DueRow row, StatuteClock.Open open, List<Escalations.Told> told, Role reader, Locale locale) {
    Due due = row.due();
    @Nullable AgencyId office = due.office();
    boolean atNight = due.end().equals(LegalCalendar.endOf(due.day()));
    @Nullable Instant hour = atNight ? null : due.end();
    return new ClockDay.Row(
        row,
        office == null ? null : agencies.get(office).name(locale),
        hour,
        steps(open, reader, locale),
        told.stream()
            .filter(one -> one.of(due))
            .map(one -> Text.of("desk.told." + one.level(), LegalCalendar.legalDay(one.at())))
            .toList());
  }

  /**
   * The acts that meet the deadline, as far as this post may do them in the run's state. Where
   * another post of the staff owes it they are not offered: it is theirs to decide.
   */
  private List<ClockDay.Step> steps(StatuteClock.Open open, Role reader, Locale locale) {
    Due due = open.due();
    boolean others = supervises(due.owner());
    if (others && !StatuteClock.owners(reader).contains(due.owner())) return List.of();
    if (due.procedure().equals("checkin")) return reports(due, reader, locale);
    Definition definition = law.definition(due.procedure(), open.version());
    return definition.deadlines().stream()
        .filter(spec -> spec.id().equals(due.name()))
        .flatMap(spec -> spec.metBy().stream())
        .flatMap(meeting -> definition.act(meeting.act()).stream())
        .filter(act -> possible(act, open.state(), reader))
        .distinct()
        .map(act -> step(act, due, locale))
        .toList();
  }

  /** Reports have a form of their own, which knows whether they are late. */
  private List<ClockDay.Step> reports(Due due, Role reader, Locale locale) {
    return switch (reader) {
      case AGENCY_OFFICER, JUDICIAL_OFFICE ->
          List.of(
              new ClockDay.Step(
                  messages.getMessage("desk.case.tool.check-in", null, locale),
                  "/console/cases/" + due.caseId() + "/check-in"));
      case BUREAU_HEAD,
          CITY_AGENCY,
          COURT,
          PROSECUTOR,
          HOST_AGENCY,
          SUBJECT,
          AUDITOR,
          ADMINISTRATOR,
          SYSTEM ->
          List.of();
    };
  }

  /** Owners are roles of the procedures: some of them, such as custodians, have no post here. */
  private static boolean supervises(String owner) {
    return Arrays.stream(Role.values())
        .anyMatch(role -> role.name().equals(owner) && role.supervises());
  }

  private static boolean possible(Act act, String state, Role reader) {
    return act.after().isEmpty()
        && act.from().contains(state)
        && act.who().stream().anyMatch(role -> role.name().equals(reader.name()))
        && Discretion.shows(act.type());
  }

  private ClockDay.Step step(Act act, Due due, Locale locale) {
    return new ClockDay.Step(
        messages.getMessage("act." + act.type(), null, locale),
        "/console/cases/%s/acts/%s/%s?instance=%s"
            .formatted(due.caseId(), due.procedure(), act.type(), due.instance()));
  }

  private ClockDay day(LocalDate day, LocalDate today, List<ClockDay.Row> rows) {
    DayKind kind = law.calendar().kind(day);
    return new ClockDay(
        day,
        day.getYear() == today.getYear(),
        StatuteRibbon.drawn(kind),
        note(kind),
        distance(day, today),
        rows);
  }

  private static Text note(DayKind kind) {
    return switch (kind) {
      case DayKind.WorkingDay _ -> Text.of("desk.clock.day.working");
      case DayKind.MakeUpWorkingDay _ -> Text.of("desk.clock.day.make-up");
      case DayKind.Weekend _ -> Text.of("desk.clock.day.weekend");
      case DayKind.PublicHoliday(var name) ->
          Text.of("desk.clock.day.holiday", StatuteRibbon.holiday(name));
    };
  }

  private Text distance(LocalDate day, LocalDate today) {
    if (day.equals(today)) return Text.of("desk.clock.today");
    boolean past = day.isBefore(today);
    long working =
        past
            ? day.plusDays(1)
                .datesUntil(today.plusDays(1))
                .filter(law.calendar()::isWorkingDay)
                .count()
            : today
                .plusDays(1)
                .datesUntil(day.plusDays(1))
                .filter(law.calendar()::isWorkingDay)
                .count();
    String key = past ? "desk.clock.ago" : "desk.clock.in";
    return working == 1 ? Text.of(key + ".one") : Text.of(key, working);
  }
}
