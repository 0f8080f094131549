package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Rule H8: a copy on paper leaves, and somebody sees to its receipt. */
class CopyTest {

  private final Story story = new Story("delivery");

  @Test
  void H8_a_copy_that_was_sent_waits_for_its_receipt() {
    story.accepted(sent());
    assertEquals(day(10, 19), story.due("receipt"), "15 days from the 2nd end on a Saturday");
    story.accepted(received(6));
    assertEquals("RECEIVED", story.instance().state());
    assertEquals(List.of(), story.instance().deadlines());
  }

  @Test
  void H8_nothing_is_received_before_it_was_sent_or_sent_tomorrow() {
    assertEquals(
        List.of("reason.day.future"), story.refused(sent().with("sentOn", on(day(10, 9)))));
    story.accepted(sent());
    assertEquals(List.of("reason.copy.before-sent"), story.refused(received(1)));
  }

  @Test
  void H8_a_receipt_needs_its_proof() {
    story.accepted(sent());
    assertEquals(
        List.of("reason.document.missing"), story.refused(received(6).withDocuments(Set.of())));
  }

  @Test
  void H8_a_copy_that_came_back_waits_for_nothing() {
    story.accepted(sent());
    story.accepted(
        act("CopyReturned", Role.AGENCY_OFFICER, day(10, 8)).with("reason", text("moved")));
    assertEquals(List.of(), story.instance().deadlines());
  }

  private static ActProposal sent() {
    return act("CopySent", Role.AGENCY_OFFICER, day(10, 2))
        .with(
            Map.of(
                "copyOf", count(3),
                "sentTo", choice("POLICE"),
                "organ", text("County police"),
                "sentBy", choice("BY_POST"),
                "sentOn", on(day(10, 2))));
  }

  private static ActProposal received(int on) {
    return act("CopyReceived", Role.AGENCY_OFFICER, day(10, 8))
        .with("acknowledgedOn", on(day(10, on)))
        .withDocuments(Set.of("return-receipt"));
  }
}
