package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Help as an offer: owed in time, fitting the person, and without consequence when declined. */
class SupportTest {

  private final Story story = new Story("support");

  @Test
  void L30_education_says_why_it_fits_the_person() {
    story.accepted(asked("EDUCATION"));
    assertEquals(List.of("reason.fact.missing"), story.refused(offered(day(7, 8))));
    story.accepted(offered(day(7, 8)).with("fitsBecause", text("He cannot read contracts yet.")));
  }

  @Test
  void L30_a_public_benefit_activity_is_offered_by_talent_and_may_be_declined() {
    story.accepted(asked("PUBLIC_BENEFIT"));
    assertEquals(List.of("reason.fact.missing"), story.refused(offered(day(7, 8))));
    ActProposal byTalent = offered(day(7, 8)).with("talent", text("He repairs bicycles."));
    assertEquals(
        List.of("reason.support.free"),
        story.refused(byTalent.with("freeToDecline", flag(false)).because("all take part")));
    story.accepted(byTalent);
    var declined = story.accepted(act("SupportDeclined", Role.SUBJECT, day(7, 9)));
    assertEquals(List.of(), declined.next().deadlines());
    // nothing can be built on it: no act of any procedure rests on what was declined
    assertTrue(
        Definitions.published().all().stream()
            .flatMap(definition -> definition.acts().stream())
            .flatMap(act -> act.restsOn().stream())
            .noneMatch(rests -> rests.procedure().equals("support")));
  }

  @Test
  void L31_help_that_was_asked_for_is_offered_in_time_or_refused_with_reasons() {
    story.accepted(asked("LEGAL_AID"));
    assertEquals(day(7, 20), story.due("offer"), "ten working days from 6 July");
    assertTrue(story.instance().deadline("offer").orElseThrow().protects());
    ActProposal bare = act("SupportNotPossible", Role.AGENCY_OFFICER, day(7, 8));
    assertEquals(List.of("reason.fact.missing"), story.refused(bare));
    assertEquals(
        List.of("reason.power"),
        story.refused(
            act("SupportNotPossible", Role.JUDICIAL_OFFICE, day(7, 8))
                .with("reason", text("No lawyer."))));
    var refused = story.accepted(bare.with("reason", text("The matter is not covered.")));
    assertTrue(refused.effects().contains(new Effect.Inform(Role.SUBJECT)));
  }

  @Test
  void L31_whoever_takes_help_up_is_not_forgotten() {
    story.accepted(asked("EMPLOYMENT"));
    story.accepted(offered(day(7, 8)));
    story.accepted(act("SupportTakenUp", Role.SUBJECT, day(7, 9)));
    LocalDate first = story.due("review");
    story.accepted(
        act("SupportReviewed", Role.AGENCY_OFFICER, day(8, 10))
            .with("progress", text("He works three days a week.")));
    assertTrue(story.due("review").isAfter(first));
    var done =
        story.accepted(
            act("SupportGiven", Role.AGENCY_OFFICER, day(9, 1))
                .with("outcome", text("A contract without term.")));
    assertEquals("HELPED", done.next().state());
    assertEquals(List.of(), done.next().deadlines());
  }

  private static ActProposal asked(String need) {
    return act("SupportAsked", Role.SUBJECT, day(7, 6))
        .with(Map.of("need", choice(need), "statement", text("I need help with it.")));
  }

  private static ActProposal offered(LocalDate day) {
    return act("SupportOffered", Role.AGENCY_OFFICER, day)
        .with(Map.of("offer", text("A course on Tuesdays."), "freeToDecline", flag(true)));
  }
}
