package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.finding;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight grounds, and nobody goes back to prison unheard. */
class RecallTest {

  private static final LocalDate TODAY = day(10, 15);

  private final Story story = new Story("recall");

  @Test
  void HEARD_a_recall_for_a_breach_rests_on_a_finding() {
    ActProposal proposed = breach("OTHER_SERIOUS_BREACH");
    assertEquals(List.of("reason.rests-on"), story.refused(proposed.because("dangerous")));
    assertEquals(
        List.of("reason.rests-on"), story.refused(proposed.restingOn(finding("alarm", "HEARD"))));

    var accepted = story.accepted(proposed.restingOn(finding("alarm", "FOUND_NO_GOOD_REASON")));
    assertTrue(accepted.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    assertEquals(day(11, 16), story.due("decide"), "14 November is a Saturday");
    assertEquals(Role.DECISION_ORGAN, story.instance().deadline("decide").orElseThrow().owner());
  }

  @ParameterizedTest
  @ValueSource(strings = {"LEFT_AND_WARNED", "PUNISHED_UNCORRECTED", "NO_MEDICAL_REVIEW"})
  void M41_a_ground_that_is_an_earlier_decision_needs_that_decision(String ground) {
    ActProposal proposed = breach(ground).restingOn(finding("alarm", "FOUND_NO_GOOD_REASON"));

    assertEquals(List.of("reason.earlier-decision"), story.refused(proposed.because("we know")));
    story.accepted(proposed.withDocuments(Set.of("evidence", "proposal", "earlier-decision")));
  }

  @Test
  void M41_two_warnings_are_two() {
    assertEquals(
        List.of("reason.revocation.warnings"),
        story.refused(
            breach("WARNED_TWICE_UNCORRECTED")
                .with("warnings", count(1))
                .restingOn(finding("alarm", "FOUND_NO_GOOD_REASON"))));
  }

  @Test
  void M41_whoever_hides_is_proposed_after_the_search() {
    ActProposal hid =
        act("AbsenceRecallProposed", Role.AGENCY_OFFICER, TODAY)
            .with(breach("HID_WHEREABOUTS").facts())
            .withDocuments(Set.of("evidence", "proposal"));

    assertEquals(
        List.of("reason.rests-on"), story.refused(hid.restingOn(finding("lostcontact", "LOST"))));
    story.accepted(hid.restingOn(finding("lostcontact", "ABSENCE_FOUND")));
  }

  @Test
  void M41_a_reason_that_is_gone_is_no_breach_and_the_person_is_heard_all_the_same() {
    story.accepted(examined("CONDITION_GONE"));
    assertTrue(story.instance().deadline("hear").orElseThrow().protects());
    assertEquals(List.of("reason.state"), story.refused(conditionProposed()));

    assertEquals(
        List.of("reason.heard.read-back"),
        story.refused(heard().with("readBack", flag(false)).because("he is in bed")));
    story.accepted(heard());
    story.accepted(conditionProposed());
    assertEquals("PROPOSED", story.instance().state());
  }

  @Test
  void M41_whoever_lost_the_guarantor_has_the_time_to_find_another() {
    ActProposal lost = examined("GUARANTOR_LOST");

    assertEquals(List.of("reason.fact.missing"), story.refused(lost));
    assertEquals(
        List.of("reason.recall.guarantor"),
        story.refused(lost.with("guarantorBy", on(TODAY)).because("nobody will")));
    story.accepted(lost.with("guarantorBy", on(day(10, 14))));
  }

  @Test
  void L32_nobody_is_recalled_whose_term_is_over() {
    assertEquals(
        List.of("reason.recall.term-over"),
        story.refused(examined("CONDITION_GONE").with("termEndsOn", on(day(10, 14)))));
    story.accepted(examined("CONDITION_GONE").with("termEndsOn", on(TODAY)));
  }

  @Test
  void M41_a_decision_is_executed_at_once_and_whoever_flees_is_pursued() {
    story.accepted(
        breach("OTHER_SERIOUS_BREACH").restingOn(finding("alarm", "CLOSED_NO_GOOD_REASON")));
    assertEquals(
        List.of("reason.power"),
        story.refused(act("RecallDecided", Role.BUREAU_HEAD, day(10, 20))));
    var decided =
        story.accepted(
            act("RecallDecided", Role.DECISION_ORGAN, day(10, 20))
                .with(Map.of("decidedOn", on(day(10, 20)), "reason", text("Serious.")))
                .withDocuments(Set.of("decision")));
    assertTrue(decided.effects().contains(new Effect.Inform(Role.POLICE)));
    assertEquals(
        Story.noon(day(10, 21)),
        story.instance().deadline("deliver").orElseThrow().deadline().end());
    story.accepted(
        act("FledBeforeRecall", Role.POLICE, day(10, 21)).with("reason", text("Not at home.")));
    story.accepted(
        act("RecallDelivered", Role.CUSTODIAN, day(10, 25))
            .with("deliveredOn", on(day(10, 25)))
            .withDocuments(Set.of("receipt-of-documents")));
    assertEquals(List.of(), story.instance().deadlines());
  }

  private static ActProposal breach(String ground) {
    return act("RecallProposed", Role.AGENCY_OFFICER, TODAY)
        .with(
            Map.of(
                "ground", choice(ground),
                "proposedOn", on(TODAY),
                "termEndsOn", on(LocalDate.of(2028, 5, 1)),
                "statement", text("Threatened the officer.")))
        .withDocuments(Set.of("evidence", "proposal"));
  }

  private static ActProposal examined(String ground) {
    return act("RecallExamined", Role.AGENCY_OFFICER, TODAY)
        .with(
            Map.of(
                "ground", choice(ground),
                "termEndsOn", on(LocalDate.of(2028, 5, 1)),
                "statement", text("The hospital says he is well.")))
        .withDocuments(Set.of("evidence"));
  }

  private static ActProposal heard() {
    ActProposal account = Story.account(day(10, 16));
    return act("RecallAccountTaken", Role.AGENCY_OFFICER, day(10, 16))
        .with(account.facts())
        .withDocuments(account.documents());
  }

  private static ActProposal conditionProposed() {
    return act("ConditionRecallProposed", Role.AGENCY_OFFICER, day(10, 17))
        .with(Map.of("proposedOn", on(day(10, 17)), "reason", text("Well for three months.")))
        .withDocuments(Set.of("proposal"));
  }
}
