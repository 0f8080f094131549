package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.noon;
import static org.smartcorrection.procedure.act.Story.text;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One check, one answer, its reason shown, so many a day and a week, and never at night. */
class VerificationTest {

  private final Story story = new Story("verification");

  @Test
  void L16a_more_than_the_cap_is_refused_whatever_the_reason() {
    assertEquals(List.of("reason.verification.day"), story.refused(asked(2, 2).because("I worry")));
    assertEquals(
        List.of("reason.verification.week"), story.refused(asked(0, 7).because("I worry")));
    story.accepted(asked(1, 6));
  }

  @Test
  void L16a_every_check_has_its_reason() {
    assertEquals(
        List.of("reason.fact.missing"), story.refused(asked(0, 0).with("reason", text(" "))));
  }

  @Test
  void L28_nobody_is_checked_at_night() {
    for (int hour : List.of(0, 6, 21, 23)) {
      assertEquals(List.of("reason.verification.hours"), story.refused(asked(hour)), "" + hour);
    }
    new Story("verification").accepted(asked(7));
    story.accepted(asked(20));
  }

  @Test
  void L16_who_does_not_answer_is_asked_about_and_nothing_follows_by_itself() {
    story.accepted(asked(0, 0));
    var end = noon(day(9, 14)).plusSeconds(2 * 3600);
    var unanswered = story.accepted(Story.INTERPRETER.dueActs(story.instance(), end).getFirst());

    assertEquals(
        List.of(new Effect.Inform(Role.AGENCY_OFFICER), new Effect.Inform(Role.JUDICIAL_OFFICE)),
        unanswered.effects());
    var late =
        story.accepted(
            act("VerificationAnswered", Role.SUBJECT, day(9, 15))
                .with(
                    Map.of(
                        "answeredBy", choice("TELEPHONE"),
                        "answer", text("The phone was empty."))));
    assertEquals("ANSWERED", late.next().state());
  }

  private static ActProposal asked(int hour) {
    return ActProposal.of(
            "VerificationAsked",
            Role.AGENCY_OFFICER,
            noon(day(9, 14)).plusSeconds((hour - 12) * 3600L))
        .with(asked(0, 0).facts());
  }

  private static ActProposal asked(int today, int week) {
    return act("VerificationAsked", Role.AGENCY_OFFICER, day(9, 14))
        .with(
            Map.of(
                "verificationKind", choice("WHERE_NOW"),
                "reason", text("The plan asks for one a week."),
                "checksToday", count(today),
                "checksThisWeek", count(week)));
  }
}
