package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An existing caseload comes in: with its decision, or unverified and for a while (H7). */
class TakeOverTest {

  @Test
  void H7_a_case_with_its_decision_is_taken_over_and_owes_a_plan() {
    var story = new Story("takeover");
    story.accepted(
        takenOver("CaseTakenOver")
            .with("decisionOrgan", text("Court of X"))
            .with("courtNumber", text("(2026) 1"))
            .with("paperAt", text("file 7")));
    assertEquals("TAKEN_OVER", story.instance().state());
    assertTrue(story.instance().deadline("verify").isEmpty());
    assertEquals(day(3, 12), story.due("plan"));
  }

  @Test
  void H7_without_its_decision_a_case_cannot_be_taken_over_as_verified() {
    assertEquals(
        List.of("reason.fact.missing", "reason.fact.missing", "reason.fact.missing"),
        new Story("takeover").refused(takenOver("CaseTakenOver")));
  }

  @Test
  void H7_what_nobody_verifies_is_deleted_when_the_days_are_over() {
    var story = new Story("takeover");
    story.accepted(takenOver("CaseTakenOverUnverified"));
    assertEquals(day(4, 1), story.due("verify"));
    story.passTo(day(4, 1));
    assertEquals("DELETED", story.instance().state());
    assertEquals(List.of(), story.instance().deadlines());
  }

  @Test
  void H7_the_decision_itself_verifies_a_case_and_ends_the_wait() {
    var story = new Story("takeover");
    story.accepted(takenOver("CaseTakenOverUnverified"));
    var verified =
        act("TakeOverVerified", Role.AGENCY_OFFICER, day(3, 20))
            .with("decisionOrgan", text("Court of X"))
            .with("courtNumber", text("(2026) 1"));
    assertEquals(List.of("reason.document.missing"), story.refused(verified));
    story.accepted(verified.withDocuments(Set.of("decision")));
    assertEquals("TAKEN_OVER", story.instance().state());
    assertTrue(story.instance().deadline("verify").isEmpty());
    assertEquals(day(3, 30), story.due("plan"));
  }

  @Test
  void H7_a_term_that_ends_before_it_begins_is_refused() {
    assertEquals(
        List.of("reason.term-order"),
        new Story("takeover")
            .refused(
                takenOver("CaseTakenOverUnverified").with("termEndsOn", new Fact.Day(day(1, 1)))));
  }

  @Test
  void L11_a_deadline_is_foreseen_from_its_facts_alone() {
    var referral =
        act("ReferralReceived", Role.COURT, day(3, 2))
            .with("category", new Fact.Choice("PAROLE"))
            .with("effectiveOn", new Fact.Day(day(3, 2)));
    assertEquals(
        Optional.of(day(3, 12)),
        Story.INTERPRETER
            .foresee("reception", "report", referral)
            .map(open -> open.deadline().day()));
    assertEquals(
        Optional.empty(),
        Story.INTERPRETER.foresee(
            "reception",
            "report",
            referral.with("category", new Fact.Choice("TEMPORARY_EXECUTION"))));
  }

  private static ActProposal takenOver(String type) {
    return act(type, Role.AGENCY_OFFICER, day(3, 2))
        .with("category", new Fact.Choice("SUSPENDED_SENTENCE"))
        .with("termStartsOn", new Fact.Day(LocalDate.of(2026, 1, 5)))
        .with("termEndsOn", new Fact.Day(LocalDate.of(2027, 1, 4)));
  }
}
