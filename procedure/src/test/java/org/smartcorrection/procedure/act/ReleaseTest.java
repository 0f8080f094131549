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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a correction ends: prepared for, told to all, and never openly for a minor. */
class ReleaseTest {

  private final Story story = new Story("release");

  @BeforeEach
  void termRuns() {
    story.accepted(
        act("TermEntered", Role.AGENCY_OFFICER, day(3, 2)).with("termEndsOn", on(day(10, 30))));
  }

  @Test
  void M44_summary_appraisal_and_aftercare_come_before_the_end() {
    assertEquals(day(9, 30), story.due("appraise"));
    story.accepted(
        act("OwnSummaryMade", Role.SUBJECT, day(9, 14))
            .with("summary", text("I work again."))
            .withDocuments(Set.of("own-summary")));
    assertTrue(
        story.instance().deadline("appraise").isPresent(), "the person's words are no appraisal");
    story.accepted(
        act("Appraised", Role.AGENCY_OFFICER, day(9, 20)).withDocuments(Set.of("appraisal")));
    assertEquals(day(10, 30), story.due("aftercare"));

    var handed =
        story.accepted(
            act("AftercareHandedOver", Role.AGENCY_OFFICER, day(10, 9))
                .with("aftercareOffice", text("Liutang"))
                .withDocuments(Set.of("aftercare-handover")));
    assertTrue(handed.effects().contains(new Effect.Inform(Role.SUBJECT)));
    assertTrue(story.instance().deadline("aftercare").isEmpty());
  }

  @Test
  void M44_the_prison_is_told_when_a_sentence_outside_it_ends() {
    var told =
        story.accepted(
            act("PrisonToldOfEnd", Role.AGENCY_OFFICER, day(9, 20))
                .with("prison", text("Baishi prison"))
                .withDocuments(Set.of("notice-of-end")));

    assertTrue(told.effects().contains(new Effect.Inform(Role.CUSTODIAN)));
    assertEquals("TERM_RUNNING", told.next().state());
  }

  @Test
  void L34_a_death_ends_the_correction_and_is_told_to_all_three() {
    story.passTo(day(10, 30));
    ActProposal died =
        act("TerminatedByDeath", Role.AGENCY_OFFICER, day(11, 2))
            .with(
                Map.of(
                    "diedOn", on(day(10, 29)),
                    "deathKind", choice("NATURAL_DEATH"),
                    "reportedBy", text("His daughter")));

    assertEquals(List.of("reason.document.missing"), story.refused(died));
    var ended = story.accepted(died.withDocuments(Set.of("death-certificate")));
    assertTrue(
        ended
            .effects()
            .containsAll(
                List.of(
                    new Effect.Inform(Role.COURT),
                    new Effect.Inform(Role.PROSECUTOR),
                    new Effect.Inform(Role.POLICE))));
    assertEquals(List.of(), ended.next().deadlines());
  }

  @Test
  void L33_a_ruling_that_comes_after_the_last_day_still_terminates() {
    story.passTo(day(10, 30));

    story.accepted(
        act("Terminated", Role.AGENCY_OFFICER, day(11, 2))
            .with("termination", choice("REVOKED"))
            .withDocuments(Set.of("decision")));
    assertEquals("TERMINATED", story.instance().state());
  }

  @Test
  void L39_a_minors_release_is_never_announced_openly() {
    ActProposal early =
        act("ReleaseAnnounced", Role.AGENCY_OFFICER, day(10, 29))
            .with(Map.of("minor", flag(true), "openly", flag(false)))
            .withDocuments(Set.of("announcement"));
    assertEquals(List.of("reason.release.early"), story.refused(early));
    ActProposal announced =
        act("ReleaseAnnounced", Role.AGENCY_OFFICER, day(10, 30))
            .with(Map.of("minor", flag(true), "openly", flag(true)))
            .withDocuments(Set.of("announcement"));
    assertEquals(
        List.of("reason.release.minor-openly"), story.refused(announced.because("family asks")));
    story.accepted(announced.with("openly", flag(false)));
  }
}
