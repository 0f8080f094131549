package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.alarm;
import static org.smartcorrection.procedure.act.Story.application;
import static org.smartcorrection.procedure.act.Story.approval;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.informed;
import static org.smartcorrection.procedure.act.Story.noon;
import static org.smartcorrection.procedure.act.Story.positioning;
import static org.smartcorrection.procedure.act.Story.referral;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Rules L32, L33: when the correction ends, what is open about the person ends with it. */
class EndOfCorrectionTest {

  private static final LocalDate ENDED = day(9, 30);

  @Test
  void l32_an_open_alarm_is_closed_and_nobody_owes_anything_about_it() {
    var story = new Story("alarm");
    story.accepted(alarm(day(9, 29)));

    var ended = ended(story);
    assertEquals("CLOSED_WITHOUT_OBJECT", ended.next().state());
    assertEquals(List.of(), ended.next().deadlines());
    assertEquals(
        List.of("reason.state"), story.refused(act("EvidenceSeen", Role.AGENCY_OFFICER, ENDED)));
  }

  @Test
  void l32_positioning_in_force_ends_with_the_correction() {
    var story = new Story("positioning");
    story.accepted(positioning(day(7, 8), 3));
    story.accepted(approval(day(7, 9), 3));
    story.accepted(informed(day(7, 10)));

    var ended = ended(story);
    assertTrue(ended.effects().contains(new Effect.End(Restriction.POSITIONING)));
    assertEquals(Optional.empty(), Story.INTERPRETER.inForce(ended.next(), noon(ENDED)));
  }

  @Test
  void l33_an_intake_or_a_leave_that_has_begun_ends() {
    var reception = new Story("reception");
    reception.accepted(referral(day(9, 20), day(9, 21)));
    assertEquals(List.of(), ended(reception).next().deadlines());

    var leave = new Story("leave");
    leave.accepted(application(day(9, 20), day(10, 1), day(10, 3)));
    assertEquals("ENDED", ended(leave).next().state());
  }

  @Test
  void l29_a_complaint_is_answered_although_the_correction_has_ended() {
    var story = new Story("complaint");
    story.accepted(
        act("ComplaintToProcuratorate", Role.SUBJECT, day(9, 14))
            .with("complaint", text("I was not heard.")));

    assertEquals(
        Optional.empty(), Story.INTERPRETER.endWithCorrection(story.instance(), noon(ENDED)));
    assertFalse(story.instance().deadlines().isEmpty(), "the answer is still owed");
  }

  @Test
  void what_has_not_begun_or_is_over_has_nothing_to_end() {
    for (Definition definition : Definitions.published().all()) {
      assertEquals(
          Optional.empty(), Story.INTERPRETER.endWithCorrection(definition.begin(), noon(ENDED)));
    }
  }

  @Test
  void nobody_but_time_ends_a_procedure_so() {
    var story = new Story("alarm");
    story.accepted(alarm(day(9, 29)));

    assertEquals(
        List.of("reason.power"), story.refused(act("CorrectionEnded", Role.BUREAU_HEAD, ENDED)));
  }

  @Test
  void release_pardon_and_termination_end_the_correction_and_nothing_else_does() {
    Set<String> ending =
        Definitions.published().all().stream()
            .flatMap(definition -> definition.acts().stream())
            .filter(Act::ends)
            .map(Act::type)
            .collect(Collectors.toSet());

    assertTrue(ending.containsAll(Set.of("Released", "Pardoned", "Terminated")), ending.toString());
    assertFalse(ending.contains("TermEnded"), "the certificate is still owed");
  }

  private static Outcome.Accepted ended(Story story) {
    return story.accepted(
        Story.INTERPRETER.endWithCorrection(story.instance(), noon(ENDED)).orElseThrow());
  }
}
