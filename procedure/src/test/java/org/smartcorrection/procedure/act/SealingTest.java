package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A record that is sealed is closed everywhere at once, and opened by nobody lightly. */
class SealingTest {

  private final Story story = new Story("sealing");

  @Test
  void D14_five_years_or_less_of_somebody_under_eighteen_at_the_offence() {
    assertEquals(List.of("reason.sealing.applies"), story.refused(begun(true, 61)));
    assertEquals(List.of("reason.sealing.applies"), story.refused(begun(false, 12)));
    story.accepted(begun(true, 60));
    assertTrue(story.instance().deadline("seal").orElseThrow().protects());
    assertEquals(day(9, 17), story.due("seal"));
  }

  @Test
  void D14_paper_and_data_are_sealed_together() {
    story.accepted(begun(true, 12));

    assertEquals(
        List.of("reason.sealing.complete"),
        story.refused(sealed().with("copiesCollected", flag(false)).because("two copies are out")));
    var sealed = story.accepted(sealed());
    assertTrue(sealed.effects().contains(new Effect.Inform(Role.SUBJECT)));
  }

  @Test
  void D14_a_sealed_record_is_shown_on_two_bases_only_and_told_to_the_procuratorate() {
    story.accepted(begun(true, 12));
    story.accepted(sealed());
    ActProposal shown =
        act("SealedRecordShown", Role.AGENCY_OFFICER, day(10, 9))
            .with(
                Map.of(
                    "requestedBy", text("An employer"),
                    "fileBasis", choice("NO_BASIS"),
                    "purpose", text("To hire."),
                    "secrecyTold", flag(true)))
            .withDocuments(Set.of("request"));

    assertEquals(List.of("reason.minor.file"), story.refused(shown.because("they insist")));
    var toCourt = story.accepted(shown.with("fileBasis", choice("CASE_AT_HAND")));
    assertTrue(toCourt.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    assertEquals("SEALED", toCourt.next().state());
  }

  @Test
  void D14_a_sealing_is_lifted_by_no_agency() {
    story.accepted(begun(true, 12));
    story.accepted(sealed());

    assertEquals(
        List.of("reason.power"),
        story.refused(act("SealingLifted", Role.AGENCY_OFFICER, day(10, 9))));
    story.accepted(
        act("SealingLifted", Role.COURT, day(10, 9))
            .with("reason", text("A new crime; more than five years together."))
            .withDocuments(Set.of("decision")));
  }

  private static ActProposal begun(boolean minor, int months) {
    return act("SealingBegun", Role.AGENCY_OFFICER, day(9, 14))
        .with(Map.of("minorAtOffence", flag(minor), "penaltyMonths", count(months)));
  }

  private static ActProposal sealed() {
    return act("RecordSealed", Role.AGENCY_OFFICER, day(9, 16))
        .with(Map.of("copiesCollected", flag(true), "systemsSealed", flag(true)))
        .withDocuments(Set.of("sealing-decision"));
  }
}
