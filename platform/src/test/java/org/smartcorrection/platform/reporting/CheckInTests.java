package org.smartcorrection.platform.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.my.Subjects;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.SystemActors;
import org.smartcorrection.platform.reporting.CheckIns.Outcome.NothingDue;
import org.smartcorrection.platform.reporting.CheckIns.Outcome.Received;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

@PlatformTest
class CheckInTests {
  @Autowired District district;
  @Autowired Subjects subjects;
  @Autowired CheckIns checkIns;
  @Autowired Casework casework;
  @Autowired Comparison comparison;
  @Autowired Acts acts;
  @Autowired SystemActors system;
  @Autowired MovableClock movable;
  @Autowired Clock clock;

  @Test
  void the_plan_opens_the_first_report_in_the_same_breath() {
    Case in = district.received(district.staffed()).in();
    CheckIns.Owed owed = checkIns.owed(in.id()).getFirst();
    Act opened = acts.ofInstance(owed.running().id()).getFirst();
    assertEquals("ReportDue", opened.type());
    assertEquals(Role.SYSTEM, opened.role());
    assertEquals(7, owed.running().facts().count("everyDays").orElseThrow());
    assertFalse(owed.missed());
  }

  @Test
  void a_report_in_time_opens_the_next_one_and_nothing_is_owed_twice() {
    Case in = district.received(district.staffed()).in();
    UUID first = checkIns.owed(in.id()).getFirst().running().id();
    Received received = report(in, Way.PHONE_PAGE, clock.instant());
    assertEquals("Reported", received.act().type());
    List<CheckIns.Owed> owed = checkIns.owed(in.id());
    assertEquals(1, owed.size());
    assertFalse(owed.getFirst().running().id().equals(first));
    assertEquals(List.of(), comparison.of(in.id()));
  }

  @Test
  void one_press_settles_a_missed_report_as_late_and_the_one_that_runs() {
    Case in = district.received(district.staffed()).in();
    CheckIns.Owed missed = checkIns.owed(in.id()).getFirst();
    movable.forward(
        Duration.between(clock.instant(), missed.deadline().deadline().end()).plusHours(1));
    timePasses(in, missed);
    report(in, Way.PHONE_PAGE, clock.instant());
    List<String> types =
        acts.history(in.id()).stream()
            .filter(act -> act.procedure().equals("checkin"))
            .map(Act::type)
            .toList();
    assertEquals(
        List.of("ReportDue", "ReportMissed", "ReportDue", "ReportedLate", "Reported", "ReportDue"),
        types);
  }

  @Test
  void a_press_made_in_time_counts_in_time_however_late_it_arrives() {
    Case in = district.received(district.staffed()).in();
    CheckIns.Owed owed = checkIns.owed(in.id()).getFirst();
    Instant pressed = owed.deadline().deadline().end().minusSeconds(60);
    movable.forward(Duration.between(clock.instant(), pressed).plusHours(9));
    timePasses(in, owed);
    Received received =
        assertInstanceOf(
            Received.class,
            checkIns.press(in, subjects.actor(in.person()), UUID.randomUUID(), pressed));
    assertEquals("Reported", received.act().type());
    assertEquals(pressed, received.act().occurredAt());
    assertTrue(received.own());
    assertEquals(1, checkIns.owed(in.id()).size());
  }

  @Test
  void the_same_press_sent_twice_is_one_act() {
    Case in = district.received(district.staffed()).in();
    UUID press = UUID.randomUUID();
    Instant pressed = clock.instant();
    var actor = subjects.actor(in.person());
    var first = assertInstanceOf(Received.class, checkIns.press(in, actor, press, pressed));
    var again = assertInstanceOf(Received.class, checkIns.press(in, actor, press, pressed));
    assertEquals(first.act().id(), again.act().id());
  }

  @Test
  void nobody_elses_press_can_be_asked_for() {
    Case one = district.received(district.staffed()).in();
    Case other = district.received(district.staffed()).in();
    UUID press = UUID.randomUUID();
    checkIns.press(one, subjects.actor(one.person()), press, clock.instant());
    assertThrows(
        NotFound.class,
        () -> checkIns.press(other, subjects.actor(other.person()), press, clock.instant()));
  }

  @Test
  void where_nothing_is_due_nothing_is_recorded() {
    var staffed = district.staffed();
    Case in = district.referred(staffed).in();
    int before = acts.history(in.id()).size();
    assertInstanceOf(
        NothingDue.class, checkIns.report(in, staffed.officer(), Way.COUNTER, clock.instant(), ""));
    assertEquals(before, acts.history(in.id()).size());
  }

  @Test
  void the_next_report_is_counted_from_the_day_of_this_one() {
    Case in = district.received(district.staffed()).in();
    movable.forward(Duration.ofDays(2));
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    report(in, Way.VISIT, clock.instant());
    assertEquals(
        today, checkIns.owed(in.id()).getFirst().running().facts().day("since").orElseThrow());
  }

  private Received report(Case in, Way way, Instant at) {
    return assertInstanceOf(
        Received.class, checkIns.report(in, subjects.actor(in.person()), way, at, ""));
  }

  /** Time acts by itself too: whoever is first, the report is missed now. */
  private void timePasses(Case in, CheckIns.Owed owed) {
    var agency = subjects.actor(in.person()).agency();
    Result _ =
        casework.perform(
            PerformAct.in(owed.running(), "ReportMissed", Facts.NONE, system.of(agency))
                .occurring(owed.deadline().deadline().end()));
    assertTrue(checkIns.owed(in.id()).getFirst().missed());
    assertEquals(2, checkIns.owed(in.id()).size());
  }
}
