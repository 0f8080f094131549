package org.smartcorrection.platform.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.notify.Notices;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.Reason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rule H6: an agency's own numbers count from their day on, in its own cases alone. */
@PlatformTest
class LocalNumbersTests {
  private static final int PUBLISHED = 15;
  private static final int OWN = 8;

  @Autowired District district;
  @Autowired Casework casework;
  @Autowired AgencyActs agencyActs;
  @Autowired LocalNumbersOfAgencies numbers;
  @Autowired Deadlines deadlines;
  @Autowired Acts acts;
  @Autowired Cases cases;
  @Autowired Law law;
  @Autowired Comparison comparison;
  @Autowired Derivation derivation;
  @Autowired Notices notices;
  @Autowired Mornings mornings;
  @Autowired MovableClock movable;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;
  District.Staffed staffed;

  @BeforeEach
  void aDistrictOfItsOwnInTheMorning() {
    mornings.next();
    staffed = district.staffed();
  }

  @Test
  void a_deadline_opened_before_the_day_keeps_its_number_and_one_opened_after_has_the_new_one() {
    Case in = district.received(staffed).in();
    Due first = opinion(in);
    counted(PUBLISHED, first);

    published(replies(tomorrow()));
    counted(PUBLISHED, opinion(in));
    mornings.next();

    counted(OWN, opinion(in));
    counted(PUBLISHED, replies(in).getFirst());
    assertEquals(first.day(), replies(in).getFirst().day());
  }

  @Test
  void comparing_and_rebuilding_a_case_across_the_change_finds_no_difference() {
    Case in = district.received(staffed).in();
    opinion(in);
    published(replies(tomorrow()));
    mornings.next();
    opinion(in);

    assertEquals(List.of(), comparison.of(in.id()));
    List<LocalDate> days = replies(in).stream().map(Due::day).toList();
    List<Act> history = acts.history(in.id());
    var whole = assertInstanceOf(Fold.Whole.class, Fold.of(law, in.agency(), history));
    derivation.replace(in, history, whole);

    assertEquals(days, replies(in).stream().map(Due::day).toList());
    assertEquals(List.of(), comparison.of(in.id()));
  }

  @Test
  void another_agency_counts_on_as_before() {
    District.Staffed elsewhere = district.staffed();
    Case there = district.received(elsewhere).in();
    published(replies(tomorrow()));
    mornings.next();

    counted(PUBLISHED, opinion(there, elsewhere.prosecutor()));
    assertThrows(
        NotFound.class,
        () ->
            agencyActs.publish(
                new PublishNumber(custody(), replies(tomorrow()), "why", elsewhere.head())));
  }

  @Test
  void beyond_the_bounds_of_the_law_and_back_in_time_are_refused_and_leave_no_trace() {
    LocalDate day = tomorrow();
    assertEquals(List.of("reason.number.bounds"), refused(new LocalNumber("L44", "days", 16, day)));
    assertEquals(
        List.of("reason.number.not-local"), refused(new LocalNumber("L22", "months", 2, day)));
    assertEquals(List.of("reason.number.back"), refused(replies(day.minusDays(1))));
    assertTrue(numbers.acts(custody(), null, 9).rows().isEmpty());
    assertTrue(notices.to(staffed.prosecutor(), null, 9).rows().isEmpty());
  }

  @Test
  void shortly_before_midnight_tomorrow_is_too_soon() {
    LocalDate day = tomorrow();
    Duration toMidnight = Duration.between(clock.instant(), LegalCalendar.startOf(day));
    movable.forward(toMidnight.minusMinutes(4));

    assertEquals(List.of("reason.number.back"), refused(replies(day)));
    published(replies(day.plusDays(1)));
  }

  @Test
  void nobody_but_the_head_of_the_bureau_publishes() {
    for (Actor other : List.of(staffed.officer(), staffed.city(), staffed.prosecutor()))
      assertEquals(List.of("reason.number.power"), refused(replies(tomorrow()), other));
    assertThrows(NotFound.class, () -> refused(replies(tomorrow()), staffed.office()));
  }

  @Test
  void the_act_tells_the_difference_and_the_prosecutor_gets_a_notice() {
    PublishedNumber first = published(replies(tomorrow()));
    PublishedNumber second = published(new LocalNumber("L44", "days", 9, tomorrow().plusDays(7)));

    assertEquals(List.of(second, first), numbers.acts(custody(), null, 9).rows());
    assertEquals(List.of(1, 2), List.of(first.number(), second.number()));
    assertEquals(PUBLISHED, first.before());
    assertEquals(OWN, second.before());
    assertEquals(staffed.head().agency().id(), first.agency());
    var notice = notices.to(staffed.prosecutor(), null, 9).rows().getLast();
    assertEquals(first.id(), notice.act());
    assertEquals(PublishedNumber.TYPE, notice.type());
  }

  @Test
  void the_database_itself_refuses_to_change_or_delete_a_number() {
    published(replies(tomorrow()));
    for (String change :
        List.of(
            "update casework.local_numbers set value = 1", "delete from casework.local_numbers"))
      assertThrows(
          DataAccessException.class,
          () -> jdbc.sql(change + " where custody = ?").param(custody().value()).update());
  }

  private LocalNumber replies(LocalDate from) {
    return new LocalNumber("L44", "days", OWN, from);
  }

  private PublishedNumber published(LocalNumber wanted) {
    Publication done =
        agencyActs.publish(new PublishNumber(custody(), wanted, "short ways", staffed.head()));
    return assertInstanceOf(Publication.Published.class, done, done.toString()).act();
  }

  private List<String> refused(LocalNumber wanted) {
    return refused(wanted, staffed.head());
  }

  private List<String> refused(LocalNumber wanted, Actor by) {
    Publication done = agencyActs.publish(new PublishNumber(custody(), wanted, "why", by));
    return assertInstanceOf(Publication.Refused.class, done).reasons().stream()
        .map(Reason::key)
        .toList();
  }

  private Due opinion(Case in) {
    return opinion(in, staffed.prosecutor());
  }

  private Due opinion(Case in, Actor prosecutor) {
    Result.Recorded written =
        District.recorded(
            casework.perform(
                PerformAct.opening(
                    in.id(),
                    "opinion",
                    "OpinionWritten",
                    Facts.NONE.text("opinion", "words"),
                    prosecutor)));
    return replies(in).stream()
        .filter(due -> due.instance().equals(written.instance().id()))
        .findFirst()
        .orElseThrow();
  }

  private List<Due> replies(Case in) {
    return deadlines.ofCase(in.id()).stream()
        .filter(due -> due.procedure().equals("opinion"))
        .sorted((one, other) -> Integer.compare(one.openedBy(), other.openedBy()))
        .toList();
  }

  private void counted(int days, Due due) {
    Act opened = acts.history(due.caseId()).get(due.openedBy() - 1);
    LocalDate end = LegalCalendar.legalDay(opened.occurredAt()).plusDays(days);
    assertEquals(law.calendar().firstWorkingDayFrom(end), due.day());
  }

  private AgencyId custody() {
    return staffed.officer().agency().id();
  }

  private LocalDate tomorrow() {
    return LegalCalendar.legalDay(clock.instant()).plusDays(1);
  }
}
