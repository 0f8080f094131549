package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Good conduct is seen too, and a refusal to see it can be complained about. */
class PraiseTest {

  private final Story story = new Story("praise");

  @Test
  void M28_good_conduct_takes_six_months_and_four_conditions() {
    assertEquals(
        List.of("reason.praise.months"),
        story.warned(goodConduct().with("correctionSince", on(day(4, 2)))));
    assertEquals(
        List.of("reason.praise.conduct"),
        story.warned(goodConduct().with("takesPartInEducation", flag(false))));
    assertEquals(
        List.of("reason.day.future", "reason.praise.months"),
        story.refused(goodConduct().with("correctionSince", on(day(10, 2))).because("soon")));
    story.accepted(goodConduct().with("correctionSince", on(day(4, 1))));
  }

  @Test
  void M28_an_outstanding_deed_needs_no_months() {
    story.accepted(
        act("PraiseProposed", Role.JUDICIAL_OFFICE, day(10, 1))
            .with(
                Map.of(
                    "praiseGround", choice("OUTSTANDING_DEED"),
                    "statement", text("Pulled a child out of the river."),
                    "entrusted", flag(true)))
            .withDocuments(Set.of("evidence")));
  }

  @Test
  void M28_praise_is_decided_served_and_copied_to_the_procuratorate() {
    story.accepted(goodConduct());
    var decided =
        story.accepted(
            act("PraiseDecided", Role.AGENCY_OFFICER, day(10, 9))
                .with("reason", text("Half a year without a flaw."))
                .withDocuments(Set.of("decision")));

    assertTrue(decided.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    assertTrue(decided.effects().contains(new Effect.Issue("praise")));
    story.accepted(
        act("PraiseServed", Role.AGENCY_OFFICER, day(10, 10))
            .withDocuments(Set.of("proof-of-service")));
    assertEquals(List.of(), story.instance().deadlines());
  }

  @Test
  void M27_a_minors_praise_is_never_published() {
    story.accepted(goodConduct());
    story.accepted(
        act("PraiseDecided", Role.AGENCY_OFFICER, day(10, 9))
            .with("reason", text("Half a year without a flaw."))
            .withDocuments(Set.of("decision")));
    ActProposal published =
        act("PraisePublished", Role.AGENCY_OFFICER, day(10, 12))
            .with("publishedWhere", text("Hall of the centre"));

    assertEquals(
        List.of("reason.publish.minor"),
        story.refused(published.with("minor", flag(true)).because("the family is proud")));
    story.accepted(published.with("minor", flag(false)));
  }

  @Test
  void M27_who_is_not_praised_learns_why() {
    story.accepted(goodConduct());
    ActProposal refused = act("PraiseNotGiven", Role.AGENCY_OFFICER, day(10, 9));

    assertEquals(List.of("reason.fact.missing"), story.refused(refused));
    var told = story.accepted(refused.with("reason", text("Two lessons were missed.")));
    assertTrue(told.effects().contains(new Effect.Inform(Role.SUBJECT)));
  }

  private static ActProposal goodConduct() {
    return act("PraiseProposed", Role.AGENCY_OFFICER, day(10, 1))
        .with(
            Map.of(
                "praiseGround", choice("GOOD_CONDUCT"),
                "correctionSince", on(day(3, 2)),
                "obeysJudgement", flag(true),
                "obeysLaw", flag(true),
                "obeysRules", flag(true),
                "takesPartInEducation", flag(true),
                "statement", text("Never late, damages paid.")))
        .withDocuments(Set.of("evidence"));
  }
}
