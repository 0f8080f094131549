package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.referral;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;

/** Who does not come is looked for, and what does not come is demanded (O1: never received). */
class NeverReceivedTest {

  private static final LocalDate EFFECTIVE = day(9, 21);
  private static final LocalDate REPORT_DAY = day(10, 8);

  private final Story story = new Story("reception");

  @Test
  void L11_who_does_not_report_is_told_of_to_decision_organ_and_procuratorate() {
    check(true);
    var overdue = passTo(REPORT_DAY);

    assertEquals("NOT_REPORTED", overdue.next().state());
    assertTrue(overdue.effects().contains(new Effect.Inform(Role.COURT)));
    assertTrue(overdue.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    assertEquals(Role.AGENCY_OFFICER, story.instance().deadline("search").orElseThrow().owner());
    assertTrue(story.instance().deadline("report").isPresent(), "the person still owes it");
    assertTrue(story.instance().deadline("month").isPresent());
  }

  @Test
  void L24_the_search_follows_failed_contact_and_police_help() {
    check(true);
    passTo(REPORT_DAY);

    assertEquals(List.of("reason.heard.contact"), story.refused(sought(0)));
    var begun = story.accepted(sought(2));
    assertTrue(begun.effects().contains(new Effect.Inform(Role.POLICE)));
    story.accepted(searched("UnreportedSearchRecorded", day(10, 10)));
    assertEquals(day(10, 17), story.due("search-again"));
    var continued = story.accepted(searched("UnreportedSearchContinued", day(10, 16)));
    assertTrue(continued.met().getFirst().inTime());
    assertEquals(day(10, 23), story.due("search-again"), "the search goes on");
  }

  @Test
  void M37_more_than_a_month_counts_only_after_a_search() {
    check(true);
    passTo(REPORT_DAY);
    Instant month = LegalCalendar.endOf(day(11, 9));

    assertEquals(
        List.of(), Story.INTERPRETER.dueActs(story.instance(), month), "nobody has searched yet");
    story.accepted(sought(2));
    story.accepted(searched("UnreportedSearchRecorded", day(10, 10)));
    var passed = story.accepted(Story.INTERPRETER.dueActs(story.instance(), month).getFirst());
    assertEquals("UNREPORTED_A_MONTH", passed.next().state());
    assertTrue(passed.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
  }

  @Test
  void L13_who_comes_late_is_received_all_the_same() {
    check(true);
    passTo(REPORT_DAY);
    story.accepted(sought(2));
    var registered = story.accepted(registered(day(10, 12)));

    assertEquals("REGISTERED", registered.next().state());
    var report =
        registered.met().stream()
            .filter(met -> met.deadline().id().equals("report"))
            .findFirst()
            .orElseThrow();
    assertFalse(report.inTime());
    assertEquals(
        Set.of("intake", "group"),
        story.instance().deadlines().stream().map(OpenDeadline::id).collect(Collectors.toSet()),
        "no search is owed any more");
  }

  @Test
  void L11_nobody_is_overdue_before_the_day_has_passed() {
    check(true);

    assertEquals(
        List.of("reason.not-passed"),
        story.refused(
            ActProposal.of("ReportOverdue", Role.SYSTEM, LegalCalendar.startOf(REPORT_DAY))));
    assertEquals(
        List.of("reason.power"),
        story.refused(act("ReportOverdue", Role.AGENCY_OFFICER, day(10, 10))));
  }

  @Test
  void L12_who_is_not_handed_over_is_demanded_and_never_searched_for() {
    story.accepted(
        referral(EFFECTIVE, day(9, 24))
            .with("category", choice("TEMPORARY_EXECUTION"))
            .with("decisionReceivedOn", on(day(9, 22))));
    documents(true);
    var overdue = passTo(day(10, 8));

    assertEquals("NOT_HANDED_OVER", overdue.next().state());
    assertTrue(overdue.effects().contains(new Effect.Inform(Role.CUSTODIAN)));
    assertEquals(List.of("reason.state"), story.refused(sought(2)));
    ActProposal demanded = act("HandOverDemanded", Role.AGENCY_OFFICER, day(10, 9));
    assertEquals(List.of("reason.document.missing"), story.refused(demanded));
    story.accepted(demanded.withDocuments(Set.of("demand")));
    assertEquals(
        Role.CUSTODIAN, story.instance().deadline("hand-over-again").orElseThrow().owner());
    story.accepted(registered(day(10, 12)));
  }

  @Test
  void L13_documents_that_never_come_are_told_to_the_procuratorate_and_stay_owed() {
    check(false);
    story.accepted(registered(day(9, 27)));
    Instant end = LegalCalendar.endOf(day(9, 30));
    var due = Story.INTERPRETER.dueActs(story.instance(), end);

    var told = story.accepted(due.getFirst());
    assertEquals("REGISTERED", told.next().state(), "the person does not suffer for it");
    assertTrue(told.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    assertEquals(Role.COURT, story.instance().deadline("supply-again").orElseThrow().owner());
    assertEquals(List.of(), Story.INTERPRETER.dueActs(story.instance(), end.plusSeconds(9)));
    story.accepted(
        act("DocumentsSupplied", Role.COURT, day(10, 9))
            .withDocuments(Set.of("missing-documents")));
    assertTrue(story.instance().deadline("supply-again").isEmpty());
    assertTrue(story.instance().deadline("serve").isEmpty());
  }

  @Test
  void L33_an_intake_ends_with_the_correction() {
    check(true);
    passTo(REPORT_DAY);

    var ended = story.accepted(act("CorrectionEnded", Role.SYSTEM, day(10, 12)));
    assertEquals("ENDED", ended.next().state());
    assertEquals(List.of(), ended.next().deadlines());
  }

  private void check(boolean complete) {
    story.accepted(referral(EFFECTIVE, day(9, 24)));
    documents(complete);
  }

  private void documents(boolean complete) {
    story.accepted(
        act("DocumentsChecked", Role.AGENCY_OFFICER, day(9, 25))
            .with(
                Map.of(
                    "complete", flag(complete),
                    "missing", text("Notice of execution"),
                    "servedOn", on(day(9, 24)))));
  }

  private Outcome.Accepted passTo(LocalDate day) {
    return story.accepted(
        Story.INTERPRETER.dueActs(story.instance(), LegalCalendar.endOf(day)).getFirst());
  }

  private static ActProposal sought(int attempts) {
    return act("UnreportedSought", Role.AGENCY_OFFICER, day(10, 9))
        .with("contactAttempts", count(attempts))
        .withDocuments(Set.of("contact-record"));
  }

  private static ActProposal searched(String type, LocalDate day) {
    return act(type, Role.AGENCY_OFFICER, day)
        .with("searchedWhere", text("Home, brother, employer, hospital."))
        .withDocuments(Set.of("search-record"));
  }

  private static ActProposal registered(LocalDate day) {
    return act("Registered", Role.AGENCY_OFFICER, day)
        .with(Map.of("reportedOn", on(day), "identityVerified", flag(true)));
  }
}
