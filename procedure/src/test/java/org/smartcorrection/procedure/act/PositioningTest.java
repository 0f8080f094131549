package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.approval;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.informed;
import static org.smartcorrection.procedure.act.Story.noon;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.positioning;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;

class PositioningTest {

  private final Story story = new Story("positioning");

  @Test
  void l20_a_ground_that_is_none_of_the_five_is_refused() {
    assertEquals(
        List.of("reason.fact.unknown"),
        story.refused(positioning(day(7, 8), 3).with("ground", choice("CURFEW"))));
    assertEquals(
        List.of("reason.document.missing"),
        story.refused(positioning(day(7, 8), 3).withDocuments(Set.of())));
  }

  @Test
  void l20_a_ground_that_is_an_earlier_decision_needs_that_decision() {
    ActProposal warned =
        positioning(day(7, 8), 3).with("ground", choice("REFUSED_TO_REPORT_AND_WARNED"));

    assertEquals(List.of("reason.positioning.decision-missing"), story.refused(warned));
    story.accepted(warned.withDocuments(Set.of("evidence", "earlier-decision")));
  }

  @Test
  void l21_nobody_but_the_head_approves() {
    story.accepted(positioning(day(7, 8), 3));

    ActProposal approval = approval(day(7, 9), 3);
    for (Role role : Role.values()) {
      if (role == Role.BUREAU_HEAD) continue;
      var byAnother =
          new ActProposal(
              approval.type(),
              role,
              approval.occurredAt(),
              approval.facts(),
              approval.documents(),
              Optional.of("I am in a hurry"),
              Optional.empty());
      var reasons = story.refusal(byAnother);
      assertEquals("reason.power", reasons.getFirst().key(), role.name());
      assertEquals("L21", reasons.getFirst().rule());
      assertEquals("remedy.approve", reasons.getFirst().remedy());
    }
  }

  @Test
  void l22_more_than_three_months_are_refused_even_with_a_reason() {
    assertEquals(
        List.of("reason.positioning.term"),
        story.refused(positioning(day(7, 8), 4).because("He is dangerous")));
    assertEquals(List.of("reason.positioning.term"), story.refused(positioning(day(7, 8), 0)));
  }

  @Test
  void l22_it_is_in_force_for_three_months_and_then_ends_by_itself() {
    var begun = activate();

    assertTrue(begun.effects().contains(new Effect.Begin(Restriction.POSITIONING)));
    Instant end = LegalCalendar.endOf(day(10, 9));
    assertEquals(end, begun.next().deadline("end").orElseThrow().deadline().end());
    assertEquals(
        Optional.of(Restriction.POSITIONING),
        Story.INTERPRETER.inForce(begun.next(), end.minusNanos(1)));
    assertEquals(
        Optional.empty(),
        Story.INTERPRETER.inForce(begun.next(), end),
        "although nobody has recorded the end yet");

    var due = Story.INTERPRETER.dueActs(begun.next(), end);
    assertEquals(List.of("PositioningExpired"), due.stream().map(ActProposal::type).toList());
    var expired = story.accepted(due.getFirst());
    assertEquals("EXPIRED", expired.next().state());
    assertTrue(expired.effects().contains(new Effect.End(Restriction.POSITIONING)));
    assertEquals(List.of(), expired.next().deadlines());
  }

  @Test
  void l22_it_does_not_end_before_its_time() {
    activate();

    assertEquals(
        List.of("reason.not-passed"),
        story.refused(act("PositioningExpired", Role.SYSTEM, day(10, 9))));
  }

  @Test
  void l22_an_extension_follows_the_running_term_without_gap() {
    activate();

    assertEquals(
        List.of("reason.positioning.extension"), story.refused(extension(10, 11, day(10, 1))));
    var extended = story.accepted(extension(10, 10, day(10, 1)));
    assertEquals(
        LegalCalendar.endOf(day(12, 9)),
        extended.next().deadline("end").orElseThrow().deadline().end());
    assertTrue(
        extended.effects().stream().anyMatch(Effect.Prolong.class::isInstance),
        extended.effects().toString());
  }

  @Test
  void l22_what_has_ended_cannot_be_extended_not_even_backdated() {
    activate();
    ActProposal backdated = extension(10, 10, day(10, 1));

    Outcome outcome = Story.INTERPRETER.decide(story.instance(), backdated, noon(day(10, 12)));

    assertEquals(
        "reason.ended", ((Outcome.Refused) outcome).reasons().getFirst().key(), outcome.toString());
  }

  @Test
  void l22_an_extension_without_assessment_is_refused() {
    activate();

    assertEquals(
        List.of("reason.document.missing"),
        story.refused(extension(10, 10, day(10, 1)).withDocuments(Set.of("approval"))));
  }

  @Test
  void l32_it_never_outlives_the_term_of_correction() {
    story.accepted(positioning(day(7, 8), 3).with("termEndsOn", on(day(8, 20))));
    story.accepted(approval(day(7, 9), 3));
    var begun = story.accepted(informed(day(7, 10)));

    assertEquals(day(8, 20), begun.next().deadline("end").orElseThrow().deadline().day());
    assertEquals(
        List.of("reason.positioning.term-over"),
        new Story("positioning")
            .refused(positioning(day(7, 8), 3).with("termEndsOn", on(day(7, 7)))));
  }

  @Test
  void m32_a_phone_is_never_a_positioning_device() {
    story.accepted(positioning(day(7, 8), 3));
    story.accepted(approval(day(7, 9), 3));

    assertEquals(
        List.of("reason.positioning.device"),
        story.refused(
            informed(day(7, 10)).with("deviceKind", choice("PHONE")).because("no stock")));
    assertEquals(
        List.of("reason.positioning.told"),
        story.refused(informed(day(7, 10)).with("rulesTold", flag(false))));
  }

  @Test
  void h2_it_never_begins_in_the_past() {
    story.accepted(positioning(day(7, 8), 3));
    story.accepted(approval(day(7, 9), 3));

    Outcome outcome =
        Story.INTERPRETER.decide(story.instance(), informed(day(7, 10)), noon(day(7, 11)));

    assertEquals("reason.backdated", ((Outcome.Refused) outcome).reasons().getFirst().key());
  }

  @Test
  void an_approval_that_is_not_used_lapses() {
    story.accepted(positioning(day(7, 8), 3));
    var approved = story.accepted(approval(day(7, 9), 3));
    Instant end = approved.next().deadline("inform").orElseThrow().deadline().end();

    assertEquals(LegalCalendar.endOf(day(7, 14)), end, "three working days");
    story.accepted(Story.INTERPRETER.dueActs(approved.next(), end).getFirst());
    assertEquals("LAPSED", story.instance().state());
  }

  @Test
  void it_is_lifted_at_once_when_no_longer_needed() {
    activate();

    var lifted =
        story.accepted(
            act("PositioningLifted", Role.AGENCY_OFFICER, day(8, 1)).with("reason", text("Over")));
    assertEquals(Optional.empty(), Story.INTERPRETER.inForce(lifted.next(), noon(day(8, 1))));
    assertEquals(List.of(), lifted.next().deadlines());
  }

  private Outcome.Accepted activate() {
    story.accepted(positioning(day(7, 8), 3));
    story.accepted(approval(day(7, 9), 3));
    return story.accepted(informed(day(7, 10)));
  }

  private static ActProposal extension(int month, int from, LocalDate at) {
    return act("PositioningExtended", Role.BUREAU_HEAD, at)
        .with(
            Map.of(
                "months", count(2),
                "extendedFrom", on(day(month, from)),
                "termEndsOn", on(LocalDate.of(2027, 6, 30)),
                "reason", text("Still needed.")))
        .withDocuments(Set.of("assessment", "approval"));
  }
}
