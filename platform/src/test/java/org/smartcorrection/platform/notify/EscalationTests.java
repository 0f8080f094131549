package org.smartcorrection.platform.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

/** Overdue work goes up one level at a time, and each level hears of it once. */
@PlatformTest
class EscalationTests {
  @Autowired District district;
  @Autowired Escalating escalating;
  @Autowired Escalations escalations;
  @Autowired Notices notices;
  @Autowired Deadlines deadlines;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Law law;
  @Autowired MovableClock movable;
  @Autowired Clock clock;

  /** Sunday 2026-09-20 is a make-up day; 25 to 27 September are days off. */
  @ParameterizedTest
  @CsvSource({
    "2026-09-22, 1, 2026-09-21",
    "2026-09-21, 1, 2026-09-20",
    "2026-09-22, 3, 2026-09-18",
    "2026-09-28, 1, 2026-09-24"
  })
  void whole_working_days_count_and_days_off_do_not(LocalDate today, int days, LocalDate before) {
    assertEquals(before, Escalating.before(today, days, law.calendar()));
  }

  @Test
  void what_the_agency_is_late_with_goes_to_the_head_after_three_working_days_and_once() {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    Due check = due(referred, "check");

    to(check, 3);
    escalating.tell();
    assertEquals(List.of(), overdue(staffed.head()), "the third day is not over yet");

    to(check, 4);
    escalating.tell();
    escalating.tell();
    assertEquals(1, told(staffed.head(), "reception.check"));
    assertEquals(0, told(staffed.officer(), "reception.check"), "it is theirs, they know");

    movable.forward(Duration.ofDays(9));
    escalating.tell();
    assertEquals(1, told(staffed.head(), "reception.check"));
  }

  @Test
  void what_an_office_is_late_with_goes_to_the_agency_first_and_a_day_later_to_the_head() {
    var staffed = district.staffed();
    Due group = due(entrusted(staffed), "group");

    to(group, 1);
    escalating.tell();
    assertEquals(0, told(staffed.officer(), "reception.group"));

    to(group, 2);
    escalating.tell();
    assertEquals(1, told(staffed.officer(), "reception.group"));
    assertEquals(0, told(staffed.head(), "reception.group"));

    to(group, 4);
    escalating.tell();
    assertEquals(1, told(staffed.officer(), "reception.group"));
    assertEquals(1, told(staffed.head(), "reception.group"));
  }

  @Test
  void after_a_long_absence_no_two_levels_are_told_at_once() {
    var staffed = district.staffed();
    Due group = due(entrusted(staffed), "group");
    to(group, 9);
    escalating.tell();
    escalating.tell();
    assertEquals(1, told(staffed.officer(), "reception.group"));
    assertEquals(0, told(staffed.head(), "reception.group"));
    movable.forward(Duration.ofDays(1));
    escalating.tell();
    assertEquals(1, told(staffed.head(), "reception.group"));
  }

  @Test
  void a_restart_tells_nothing_twice() {
    var staffed = district.staffed();
    to(due(district.referred(staffed), "check"), 4);
    for (int start = 0; start < 3; start++) new OverdueKeeper(escalating, clock).round();
    assertEquals(1, told(staffed.head(), "reception.check"));
  }

  @Test
  void a_case_that_is_counted_anew_by_a_correction_is_not_told_again() {
    var staffed = district.staffed();
    Result.Recorded referred = entrusted(staffed);
    to(due(referred, "group"), 2);
    escalating.tell();
    Act check =
        acts.history(referred.in().id()).stream()
            .filter(act -> act.type().equals("DocumentsChecked"))
            .findFirst()
            .orElseThrow();

    District.recorded(
        casework.perform(
            PerformAct.in(referred.instance(), check.type(), check.facts(), staffed.officer())
                .occurring(check.occurredAt())
                .correcting(check.id())));
    escalating.tell();

    assertEquals(1, told(staffed.officer(), "reception.group"));
  }

  @Test
  void what_was_done_and_what_others_owe_is_told_to_nobody() {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    Due check = due(referred, "check");
    district.perform(
        referred.instance(),
        "DocumentsChecked",
        Facts.NONE.flag("complete", true).day("servedOn", LegalCalendar.legalDay(clock.instant())),
        staffed.officer());
    to(check, 12);
    escalating.tell();
    assertEquals(0, told(staffed.head(), "reception.check"));
    for (String others : List.of("reception.serve", "reception.notify", "reception.report"))
      assertEquals(0, told(staffed.head(), others), others);
  }

  @Test
  void a_duty_that_was_told_names_its_level() {
    var staffed = district.staffed();
    Due check = due(district.referred(staffed), "check");
    to(check, 4);
    escalating.tell();
    List<Escalations.Told> told =
        escalations.of(List.of(check.instance())).stream().filter(one -> one.of(check)).toList();
    assertEquals(
        List.of(Escalations.Level.HEAD), told.stream().map(Escalations.Told::level).toList());
  }

  /** A case whose office has been entrusted with it and has not done anything yet. */
  private Result.Recorded entrusted(District.Staffed staffed) {
    Result.Recorded referred = district.referred(staffed);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    Running at =
        district.perform(
            referred.instance(),
            "DocumentsChecked",
            Facts.NONE.flag("complete", true).day("servedOn", today),
            staffed.officer());
    at =
        district.perform(
            at,
            "Registered",
            Facts.NONE.day("reportedOn", today).flag("identityVerified", true),
            staffed.officer());
    district.perform(
        at,
        "Entrusted",
        Facts.NONE.text("office", staffed.office().agency().id().toString()),
        staffed.officer());
    return referred;
  }

  private Due due(Result.Recorded of, String name) {
    return deadlines.open(List.of(of.in().id())).stream()
        .filter(due -> due.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** The morning of the so-manieth working day after the deadline's day. */
  private void to(Due due, int workingDays) {
    LocalDate day = due.day();
    for (int counted = 0; counted < workingDays; ) {
      day = day.plusDays(1);
      if (law.calendar().isWorkingDay(day)) counted++;
    }
    Instant morning = LegalCalendar.startOf(day).plus(Duration.ofHours(9));
    movable.forwardTo(morning);
  }

  private List<Notices.Notice> overdue(Actor actor) {
    return notices.to(actor, null, 99).rows().stream()
        .filter(notice -> notice.act() == null)
        .toList();
  }

  private long told(Actor actor, String what) {
    return overdue(actor).stream().filter(notice -> notice.type().equals(what)).count();
  }
}
