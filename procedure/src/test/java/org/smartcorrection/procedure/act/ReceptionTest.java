package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.noon;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.referral;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.TermLength;

class ReceptionTest {

  private static final LocalDate EFFECTIVE = day(9, 21);

  private final Story story = new Story("reception");

  @Test
  void l09_l11_a_referral_opens_the_courts_and_the_persons_deadlines() {
    var referred = story.accepted(referral(EFFECTIVE, day(9, 24)));

    assertEquals(day(10, 8), due(referred, "serve"), "1 October is a holiday");
    assertEquals(day(10, 8), due(referred, "report"));
    assertEquals(Role.SUBJECT, referred.next().deadline("report").orElseThrow().owner());
    assertTrue(referred.next().deadline("hand-over").isEmpty());
    assertTrue(referred.met().getFirst().inTime(), "told within five days");
  }

  @Test
  void l09_a_court_that_tells_late_is_seen_to_be_late() {
    var referred = story.accepted(referral(EFFECTIVE, day(9, 29)));

    assertEquals("notify", referred.met().getFirst().deadline().id());
    assertFalse(referred.met().getFirst().inTime(), "28 September was the day");
  }

  @Test
  void l12_who_serves_outside_prison_is_handed_over_and_does_not_report() {
    ActProposal temporary =
        referral(EFFECTIVE, day(9, 24)).with("category", choice("TEMPORARY_EXECUTION"));

    assertEquals(List.of("reason.fact.missing"), story.refused(temporary));
    var referred = story.accepted(temporary.with("decisionReceivedOn", on(day(9, 22))));
    assertTrue(referred.next().deadline("report").isEmpty());
    assertEquals(day(10, 8), due(referred, "hand-over"));
    assertEquals(Role.CUSTODIAN, referred.next().deadline("hand-over").orElseThrow().owner());
  }

  @Test
  void t1_a_term_outside_the_law_warns_and_impossible_dates_are_refused() {
    ActProposal six =
        referral(EFFECTIVE, day(9, 24)).with("term", new Fact.Length(TermLength.ofYears(6)));

    assertEquals(List.of("reason.term.out-of-range"), story.warned(six));
    assertEquals(
        List.of("reason.term.ends-before-start"),
        story.refused(
            referral(EFFECTIVE, day(9, 24)).with("termEndsOn", on(day(9, 1))).because("so be it")));
    story.accepted(six.because("Confirmed by the court on the telephone, letter follows."));
  }

  @Test
  void l13_missing_documents_are_demanded_and_the_person_is_still_registered() {
    story.accepted(referral(EFFECTIVE, day(9, 24)));
    var checked =
        story.accepted(
            act("DocumentsChecked", Role.AGENCY_OFFICER, day(9, 25))
                .with(
                    Map.of(
                        "complete", flag(false),
                        "missing", text("Notice of execution"),
                        "servedOn", on(day(9, 24)))));

    assertEquals(day(9, 30), due(checked, "supply"));
    assertEquals(Role.COURT, checked.next().deadline("supply").orElseThrow().owner());
    assertTrue(checked.next().deadline("serve").isPresent(), "not served as long as some miss");
    story.accepted(registered());
    var supplied =
        story.accepted(
            act("DocumentsSupplied", Role.COURT, day(9, 29))
                .withDocuments(Set.of("missing-documents")));
    assertEquals("REGISTERED", supplied.next().state());
    assertTrue(supplied.next().deadline("serve").isEmpty());
    assertTrue(supplied.next().deadline("supply").isEmpty());
  }

  @Test
  void l13_what_is_missing_must_be_named() {
    story.accepted(referral(EFFECTIVE, day(9, 24)));

    assertEquals(
        List.of("reason.fact.missing"),
        story.refused(
            act("DocumentsChecked", Role.AGENCY_OFFICER, day(9, 25))
                .with(Map.of("complete", flag(false), "servedOn", on(day(9, 24))))));
  }

  @Test
  void l13_intake_is_complete_five_days_after_the_report_or_behind_the_holiday() {
    check();
    var registered = story.accepted(registered());

    assertEquals(day(10, 8), due(registered, "intake"), "2 October is a holiday");
    assertTrue(registered.met().stream().anyMatch(met -> met.deadline().id().equals("report")));
  }

  @Test
  void l13_nobody_is_registered_under_an_unchecked_name() {
    check();

    assertEquals(
        List.of("reason.identity"),
        story.refused(registered().with("identityVerified", flag(false)).because("known to us")));
  }

  @Test
  void l15_a_woman_has_a_woman_in_her_group() {
    check();
    story.accepted(registered());

    assertEquals(List.of("reason.group.woman"), story.refused(group(0).because("none to be had")));
    story.accepted(group(1));
  }

  @Test
  void l39_a_minors_group_has_somebody_who_knows_minors() {
    check();
    story.accepted(registered());

    assertEquals(
        List.of("reason.group.minor"),
        story.refused(group(1).with("minor", flag(true)).with("minorsExpertInGroup", flag(false))));
  }

  @Test
  void l04_l14_the_entrusted_office_forms_the_group_announces_and_opens_the_plan() {
    check();
    story.accepted(registered());
    ActProposal byOffice =
        act("GroupFormed", Role.JUDICIAL_OFFICE, day(9, 28)).with(group(1).facts());
    assertEquals(List.of("reason.entrusted"), story.refused(byOffice));

    story.accepted(
        act("Entrusted", Role.AGENCY_OFFICER, day(9, 28))
            .with("office", text("Liutang"))
            .withDocuments(Set.of("entrustment")));
    story.accepted(byOffice);
    story.accepted(
        act("Announced", Role.JUDICIAL_OFFICE, day(9, 29)).withDocuments(Set.of("announcement")));
    var plan =
        story.accepted(
            act("PlanOpened", Role.JUDICIAL_OFFICE, day(9, 30))
                .with("everyDays", count(7))
                .withDocuments(Set.of("plan")));
    assertEquals("UNDER_PLAN", plan.next().state());
    assertEquals(List.of(), plan.next().deadlines());
  }

  @Test
  void h1_what_has_not_happened_is_not_recorded() {
    ActProposal tomorrow = referral(EFFECTIVE, day(9, 25));

    var outcome = Story.INTERPRETER.decide(story.instance(), tomorrow, noon(day(9, 24)));

    assertEquals("reason.future", ((Outcome.Refused) outcome).reasons().getFirst().key());
  }

  @Test
  void the_order_of_intake_is_kept() {
    assertEquals(List.of("reason.state"), story.refused(registered()));
  }

  private void check() {
    story.accepted(referral(EFFECTIVE, day(9, 24)));
    story.accepted(
        act("DocumentsChecked", Role.AGENCY_OFFICER, day(9, 25))
            .with(Map.of("complete", flag(true), "servedOn", on(day(9, 24)))));
  }

  private static ActProposal registered() {
    return act("Registered", Role.AGENCY_OFFICER, day(9, 27))
        .with(Map.of("reportedOn", on(day(9, 27)), "identityVerified", flag(true)));
  }

  private static ActProposal group(int women) {
    return act("GroupFormed", Role.AGENCY_OFFICER, day(9, 28))
        .with(
            Map.of(
                "sex", choice("FEMALE"),
                "minor", flag(false),
                "membersInGroup", count(3),
                "womenInGroup", count(women)));
  }

  private static LocalDate due(Outcome.Accepted accepted, String deadline) {
    return accepted.next().deadline(deadline).orElseThrow().deadline().day();
  }
}
