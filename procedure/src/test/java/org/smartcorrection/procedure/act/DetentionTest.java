package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.noon;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is held elsewhere is neither lost nor in breach: the organ tells, the agency follows. */
class DetentionTest {

  private final Story story = new Story("detention");

  @Test
  void M35_an_organ_that_tells_after_three_days_is_seen_to_be_late() {
    var inTime = new Story("detention").accepted(notified(day(9, 14), day(9, 17)));
    assertTrue(inTime.met().getFirst().inTime());

    var late = story.accepted(notified(day(9, 14), day(9, 18)));
    assertEquals("notify", late.met().getFirst().deadline().id());
    assertFalse(late.met().getFirst().inTime());
    assertTrue(late.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
  }

  @Test
  void M35_a_notice_is_a_document_and_not_hearsay() {
    ActProposal notice = notified(day(9, 14), day(9, 15));
    assertEquals(List.of("reason.document.missing"), story.refused(notice.withDocuments(Set.of())));
    assertEquals(
        List.of("reason.day.future"), story.refused(notice.with("notifiedOn", on(day(9, 30)))));

    story.accepted(
        act("DetentionHeardOf", Role.AGENCY_OFFICER, day(9, 15))
            .with(
                Map.of(
                    "detectedAt",
                    new Fact.Moment(noon(day(9, 15))),
                    "statement",
                    text("His mother says so."))));
    assertEquals(Role.AGENCY_OFFICER, story.instance().deadline("confirm").orElseThrow().owner());
    story.accepted(notice);
    assertTrue(story.instance().deadline("confirm").isEmpty());
  }

  @Test
  void M35_what_follows_is_considered_and_nothing_follows_by_itself() {
    story.accepted(notified(day(9, 14), day(9, 15)));
    var considered =
        story.accepted(
            act("DetentionConsidered", Role.AGENCY_OFFICER, day(9, 18))
                .with(
                    Map.of(
                        "consequence", choice("REVOCATION_TO_EXAMINE"),
                        "reason", text("Suspected of theft."))));

    assertEquals(day(10, 19), story.due("follow"), "18 October is a Sunday");
    assertFalse(considered.effects().contains(new Effect.Inform(Role.COURT)));
    story.accepted(
        act("StillHeld", Role.AGENCY_OFFICER, day(10, 16))
            .with("statement", text("Trial in May.")));
    assertEquals(day(11, 16), story.due("follow"), "15 November is a Sunday");
    story.accepted(act("DetentionOver", Role.POLICE, day(10, 20)).with("freedOn", on(day(10, 20))));
    assertEquals(List.of(), story.instance().deadlines());
  }

  private static ActProposal notified(LocalDate decidedOn, LocalDate notifiedOn) {
    return act("DetentionNotified", Role.POLICE, day(9, 18))
        .with(
            Map.of(
                "detentionKind", choice("CRIMINAL_CUSTODY"),
                "decidedBy", text("Liutang police"),
                "decidedOn", on(decidedOn),
                "notifiedOn", on(notifiedOn),
                "heldWhere", text("Liutang detention house")))
        .withDocuments(Set.of("detention-notice"));
  }
}
