package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.finding;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The agency proposes, the police punish, the procuratorate gets copy and result. */
class PoliceTest {

  private final Story story = new Story("police");

  @Test
  void M31_a_proposal_rests_on_a_finding_and_is_copied_to_the_procuratorate() {
    assertEquals(List.of("reason.rests-on"), story.refused(proposed().because("obvious")));
    assertEquals(
        List.of("reason.document.missing", "reason.rests-on"),
        story.refused(
            proposed().withDocuments(Set.of("evidence")).restingOn(finding("alarm", "HEARD"))));

    var proposed = story.accepted(proposed().restingOn(finding("alarm", "CLOSED_NO_GOOD_REASON")));
    assertTrue(
        proposed
            .effects()
            .containsAll(
                List.of(new Effect.Inform(Role.POLICE), new Effect.Inform(Role.PROSECUTOR))));
    assertEquals(Role.POLICE, proposed.next().deadline("decide").orElseThrow().owner());
  }

  @Test
  void M31_the_agency_punishes_nobody_and_the_procuratorate_learns_the_result() {
    story.accepted(proposed().restingOn(finding("alarm", "FOUND_NO_GOOD_REASON")));
    ActProposal imposed =
        act("PunishmentImposed", Role.POLICE, day(10, 9))
            .with(Map.of("punishment", choice("POLICE_DETENTION"), "decidedOn", on(day(10, 9))))
            .withDocuments(Set.of("decision"));

    assertEquals(List.of("reason.fact.missing"), story.refused(imposed));
    assertEquals(
        List.of("reason.document.missing"),
        story.refused(
            act("PunishmentImposed", Role.AGENCY_OFFICER, day(10, 9))
                .with(imposed.with("detentionDays", count(5)).facts())),
        "what the police decided is recorded with their decision only");
    var punished = story.accepted(imposed.with("detentionDays", count(5)));
    assertTrue(punished.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
  }

  @Test
  void M31_police_that_do_not_punish_say_why() {
    story.accepted(proposed().restingOn(finding("alarm", "FOUND_NO_GOOD_REASON")));
    ActProposal declined =
        act("PunishmentDeclined", Role.POLICE, day(10, 9)).with("decidedOn", on(day(10, 9)));

    assertEquals(List.of("reason.fact.missing"), story.refused(declined));
    story.accepted(declined.with("reason", text("A word was enough.")));
    assertEquals("NOT_PUNISHED", story.instance().state());
  }

  @Test
  void M31_a_punishment_that_was_annulled_carries_nothing_any_more() {
    story.accepted(proposed().restingOn(finding("alarm", "FOUND_NO_GOOD_REASON")));
    story.accepted(
        act("PunishmentImposed", Role.POLICE, day(10, 9))
            .with(Map.of("punishment", choice("POLICE_WARNING"), "decidedOn", on(day(10, 9))))
            .withDocuments(Set.of("decision")));

    story.accepted(
        act("PunishmentAnnulled", Role.COURT, day(11, 9))
            .with("reason", text("No hearing."))
            .withDocuments(Set.of("decision")));
    assertEquals("ANNULLED", story.instance().state());
  }

  private static ActProposal proposed() {
    return act("PunishmentProposed", Role.AGENCY_OFFICER, day(9, 28))
        .with(
            Map.of(
                "breach", choice("PROHIBITION_BREACHED"),
                "statement", text("Three evenings in the hall.")))
        .withDocuments(Set.of("evidence", "proposal"));
  }
}
