package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A visit has a reason, a day and a record, and neighbours learn nothing from it. */
class VisitTest {

  private final Story story = new Story("visit");

  @Test
  void L16_a_visit_is_planned_with_a_reason_for_a_day_to_come() {
    assertEquals(
        List.of("reason.fact.missing"),
        story.refused(planned(day(9, 18)).with("reason", text(" "))));
    assertEquals(List.of("reason.visit.planned"), story.refused(planned(day(9, 13))));
    story.accepted(planned(day(9, 18)));
    assertEquals(day(9, 18), story.due("make"));
  }

  @Test
  void L16_who_was_not_met_is_visited_another_day() {
    story.accepted(planned(day(9, 18)));
    story.accepted(
        act("NobodyMet", Role.AGENCY_OFFICER, day(9, 18))
            .with(Map.of("plannedOn", on(day(9, 21)), "statement", text("At work."))));

    assertEquals(day(9, 21), story.due("make"));
    assertEquals("PLANNED", story.instance().state(), "an empty house is no finding");
  }

  @Test
  void L16_whoever_let_others_learn_writes_what_and_how_it_is_put_right() {
    story.accepted(planned(day(9, 18)));
    ActProposal made =
        act("VisitMade", Role.AGENCY_OFFICER, day(9, 18))
            .with(
                Map.of(
                    "visitedOn", on(day(9, 18)),
                    "metWho", text("Him and his wife"),
                    "findings", text("Works, sleeps badly."),
                    "privacyKept", flag(false)))
            .withDocuments(Set.of("talk-record"));

    assertEquals(List.of("reason.fact.missing"), story.refused(made));
    story.accepted(made.with("privacyBreach", text("A neighbour saw the badge; we spoke to her.")));
  }

  @Test
  void H1_a_visit_of_tomorrow_is_not_made() {
    story.accepted(planned(day(9, 18)));

    assertEquals(
        List.of("reason.day.future"),
        story.refused(
            act("VisitMade", Role.AGENCY_OFFICER, day(9, 18))
                .with(
                    Map.of(
                        "visitedOn", on(day(9, 19)),
                        "metWho", text("Him"),
                        "findings", text("Well."),
                        "privacyKept", flag(true)))
                .withDocuments(Set.of("talk-record"))));
  }

  private static ActProposal planned(LocalDate day) {
    return act("VisitPlanned", Role.AGENCY_OFFICER, day(9, 14))
        .with(
            Map.of(
                "visitKind", choice("HOME_VISIT"),
                "plannedOn", on(day),
                "reason", text("Monthly visit of the plan.")));
  }
}
