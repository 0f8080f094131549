package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** From the agency one level up to the court, which rules in thirty days. */
class CommutationTest {

  private final Story story = new Story("commutation");

  @Test
  void L27_the_chain_goes_through_the_agency_one_level_up_to_the_court() {
    story.accepted(surveillance(24, 18));
    assertEquals(Role.CITY_AGENCY, story.instance().deadline("review").orElseThrow().owner());
    assertEquals(
        List.of("reason.power"),
        story.refused(act("CommutationSubmitted", Role.AGENCY_OFFICER, day(9, 20))),
        "not past it");

    var submitted = story.accepted(submitted());
    assertTrue(submitted.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    assertEquals(day(10, 20), story.due("rule"));
    assertTrue(story.instance().deadline("rule").orElseThrow().protects());
  }

  @Test
  void C18_a_suspended_sentence_needs_a_major_deed_or_a_written_exception() {
    ActProposal proposed =
        surveillance(24, 18)
            .with(
                Map.of("category", choice("SUSPENDED_SENTENCE"), "penalty", choice("FIXED_TERM")));

    assertEquals(
        List.of("reason.commutation.suspended"), story.refused(proposed.because("he is good")));
    assertEquals(
        List.of("reason.commutation.suspended"),
        story.refused(proposed.with("exception", text("  "))));
    new Story("commutation").accepted(proposed.with("exception", text("Saved three colleagues.")));
    story.accepted(proposed.with("commutationGround", choice("MAJOR_MERIT")));
  }

  @Test
  void C18_probation_never_falls_below_the_least() {
    ActProposal fixed =
        surveillance(24, 11)
            .with(
                Map.of(
                    "category", choice("SUSPENDED_SENTENCE"),
                    "penalty", choice("FIXED_TERM"),
                    "commutationGround", choice("MAJOR_MERIT")));

    assertEquals(List.of("reason.commutation.minimum"), story.refused(fixed));
    assertEquals(
        List.of("reason.commutation.minimum"),
        story.refused(
            fixed.with(Map.of("penalty", choice("CRIMINAL_DETENTION"), "newMonths", count(1)))));
    story.accepted(fixed.with("newMonths", count(12)));
  }

  @Test
  void C16_half_of_a_public_surveillance_is_served() {
    assertEquals(List.of("reason.commutation.half"), story.refused(surveillance(24, 11)));
    assertEquals(List.of("reason.commutation.not-shorter"), story.refused(surveillance(24, 24)));
    story.accepted(surveillance(24, 12));
  }

  @Test
  void L27_a_refusal_on_the_way_has_a_reason_and_is_told() {
    story.accepted(surveillance(24, 18));
    ActProposal returned = act("CommutationReturned", Role.CITY_AGENCY, day(9, 20));

    assertEquals(List.of("reason.fact.missing"), story.refused(returned));
    var told = story.accepted(returned.with("reason", text("The deed is not proved.")));
    assertTrue(told.effects().contains(new Effect.Inform(Role.SUBJECT)));
  }

  @Test
  void P10_missing_materials_are_owed_in_three_days() {
    story.accepted(surveillance(24, 18));
    story.accepted(submitted());
    story.accepted(
        act("CommutationMaterialsAsked", Role.COURT, day(9, 21)).with("missing", text("Ruling")));
    assertEquals(day(9, 24), story.due("supply"));
    story.accepted(
        act("CommutationMaterialsSupplied", Role.CITY_AGENCY, day(9, 23))
            .withDocuments(Set.of("missing-documents")));
    assertTrue(story.instance().deadline("supply").isEmpty());
  }

  @Test
  void L27_a_granted_commutation_is_not_done_before_the_new_term_is_entered() {
    story.accepted(surveillance(24, 18));
    story.accepted(submitted());
    story.accepted(
        act("CommutationGranted", Role.COURT, day(10, 9))
            .with(Map.of("decidedOn", on(day(10, 9)), "newTermEndsOn", on(day(12, 31))))
            .withDocuments(Set.of("ruling")));

    assertEquals(
        List.of("enter"), story.instance().deadlines().stream().map(OpenDeadline::id).toList());
    story.accepted(act("NewTermEntered", Role.AGENCY_OFFICER, day(10, 10)));
    assertEquals("TERM_CHANGED", story.instance().state());
  }

  private static ActProposal surveillance(int original, int proposed) {
    return act("CommutationProposed", Role.AGENCY_OFFICER, day(9, 14))
        .with(
            Map.of(
                "category", choice("PUBLIC_SURVEILLANCE"),
                "penalty", choice("PUBLIC_SURVEILLANCE"),
                "commutationGround", choice("MERIT"),
                "originalMonths", count(original),
                "newMonths", count(proposed),
                "statement", text("Helped to catch a thief.")))
        .withDocuments(Set.of("evidence", "proposal"));
  }

  private static ActProposal submitted() {
    return act("CommutationSubmitted", Role.CITY_AGENCY, day(9, 20))
        .with(Map.of("court", text("Intermediate court"), "proposedOn", on(day(9, 20))))
        .withDocuments(Set.of("proposal"));
  }
}
