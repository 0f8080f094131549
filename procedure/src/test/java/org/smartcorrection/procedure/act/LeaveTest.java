package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.application;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rules;

class LeaveTest {

  private static final Rules RULES = Rules.published().at(day(5, 1));

  private final Story story = new Story("leave");

  @ParameterizedTest
  @CsvSource({
    "7, true, OFFICE",
    "7, false, AGENCY",
    "8, true, AGENCY",
    "30, true, AGENCY",
    "31, true, ONE_LEVEL_UP",
    "1, true, OFFICE",
  })
  void m19_m20_the_length_decides_who_decides(int days, boolean entrusted, LeaveTier.Tier tier) {
    assertEquals(tier, LeaveTier.of(leave(5, 1, days), List.of(), entrusted, RULES).tier());
  }

  @Test
  void d6_a_leave_of_1_to_7_may_is_seven_days() {
    assertEquals(7, new DayRange(day(5, 1), day(5, 7)).length());
  }

  @Test
  void m20_thirty_days_within_two_months_stay_and_the_thirty_first_goes_up() {
    List<DayRange> earlier = List.of(leave(4, 1, 25));

    LeaveTier thirty = LeaveTier.of(leave(5, 1, 5), earlier, true, RULES);
    LeaveTier thirtyOne = LeaveTier.of(leave(5, 1, 6), earlier, true, RULES);

    assertEquals(30, thirty.daysInWindow());
    assertEquals(LeaveTier.Tier.OFFICE, thirty.tier());
    assertEquals(31, thirtyOne.daysInWindow());
    assertEquals(LeaveTier.Tier.ONE_LEVEL_UP, thirtyOne.tier());
  }

  @Test
  void m20_days_before_the_window_do_not_count() {
    LeaveTier tier = LeaveTier.of(leave(5, 1, 5), List.of(leave(2, 20, 20)), true, RULES);

    assertEquals(new DayRange(day(3, 6), day(5, 5)), tier.window());
    assertEquals(5 + 6, tier.daysInWindow(), "6 to 11 March lie within");
  }

  @Test
  void m20_a_day_of_two_leaves_counts_once() {
    LeaveTier tier =
        LeaveTier.of(leave(5, 1, 5), List.of(leave(4, 1, 10), leave(4, 5, 10)), true, RULES);

    assertEquals(5 + 14, tier.daysInWindow());
  }

  @Test
  void m20_the_explanation_says_how_the_window_was_counted() {
    LeaveTier tier = LeaveTier.of(leave(5, 1, 5), List.of(), true, RULES);

    assertEquals(
        List.of("leave.days", "leave.window", "leave.tier"),
        tier.explanation().steps().stream().map(step -> step.key()).toList());
    assertEquals("reading.M20", RULES.rule("M20").reading().orElseThrow());
  }

  @Test
  void a_leave_of_eight_days_goes_to_the_agency() {
    story.accepted(application(day(4, 20), day(5, 1), day(5, 8)).with("entrusted", flag(true)));

    assertEquals(List.of("reason.leave.tier"), story.refused(granted(Role.JUDICIAL_OFFICE)));
    assertEquals(
        List.of("reason.leave.tier"),
        story.refused(granted(Role.JUDICIAL_OFFICE).because("The agency is busy")));
    story.accepted(granted(Role.AGENCY_OFFICER));
  }

  @Test
  void d4_m19_a_leave_of_seven_days_is_the_offices_if_entrusted() {
    story.accepted(application(day(4, 20), day(5, 1), day(5, 7)));

    var withoutEntrustment = act("LeaveGranted", Role.JUDICIAL_OFFICE, day(4, 21));
    assertEquals(List.of("reason.entrusted"), story.refused(withoutEntrustment));
    var accepted = story.accepted(granted(Role.JUDICIAL_OFFICE));
    assertTrue(accepted.effects().contains(new Effect.Inform(Role.AGENCY_OFFICER)), "filed");
    assertFalse(accepted.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
  }

  @Test
  void a_leave_of_thirty_one_days_goes_one_level_up_and_the_prosecutor_is_told() {
    story.accepted(application(day(4, 20), day(5, 1), day(5, 31)));

    assertEquals(List.of("reason.leave.tier"), story.refused(granted(Role.AGENCY_OFFICER)));
    var accepted = story.accepted(granted(Role.CITY_AGENCY));
    assertTrue(accepted.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
  }

  @Test
  void l17_a_refusal_needs_a_reason_and_shows_how_to_complain() {
    story.accepted(application(day(4, 20), day(5, 1), day(5, 3)));
    ActProposal refusal = act("LeaveRefused", Role.AGENCY_OFFICER, day(4, 21));

    assertEquals(List.of("reason.fact.missing"), story.refused(refusal));
    assertEquals(List.of("reason.fact.missing"), story.refused(refusal.with("reason", text("  "))));
    story.accepted(refusal.with("reason", text("No proof of the appointment.")));
    assertEquals(
        "remedy.complain",
        Definitions.published()
            .get("leave", 1)
            .act("LeaveRefused")
            .flatMap(Act::remedy)
            .orElseThrow());
  }

  @Test
  void m18_less_than_three_days_ahead_warns_and_an_emergency_overrides() {
    ActProposal late = application(day(4, 29), day(5, 1), day(5, 3));

    assertEquals(List.of("reason.leave.late"), story.warned(late));
    story.accepted(late.because("Mother in hospital since this morning"));
    new Story("leave").accepted(application(day(4, 28), day(5, 1), day(5, 3)));
  }

  @Test
  void m17_another_cause_needs_a_written_reason() {
    assertEquals(
        List.of("reason.leave.cause"),
        story.warned(application(day(4, 20), day(5, 1), day(5, 3)).with("cause", choice("OTHER"))));
  }

  @Test
  void a_leave_that_ends_before_it_starts_is_refused() {
    assertTrue(
        story
            .refused(application(day(4, 20), day(5, 3), day(5, 1)))
            .contains("reason.leave.ends-before-start"));
  }

  @Test
  void a_leave_that_has_begun_or_overlaps_another_is_refused() {
    assertTrue(
        story
            .refused(application(day(5, 2), day(5, 1), day(5, 3)).because("urgent"))
            .contains("reason.leave.begun"));
    assertEquals(
        List.of("reason.leave.overlap"),
        story.refused(
            application(day(4, 20), day(5, 1), day(5, 3))
                .with("earlier", new Fact.Ranges(List.of(leave(5, 3, 2))))));
  }

  @Test
  void m21_who_is_not_back_is_overdue_and_who_returns_later_is_late() {
    story.accepted(application(day(4, 20), day(5, 1), day(5, 3)));
    story.accepted(granted(Role.AGENCY_OFFICER));
    var end = LegalCalendar.endOf(day(5, 3));
    assertEquals(end, story.instance().deadline("return").orElseThrow().deadline().end());

    story.accepted(Story.INTERPRETER.dueActs(story.instance(), end).getFirst());
    assertEquals("OVERDUE", story.instance().state());
    assertEquals(
        List.of("reason.leave.returned-late"), story.refused(returned("LeaveCancelled", 4)));
    var late =
        story.accepted(returned("LeaveCancelledLate", 4).with("reason", text("Train failed.")));
    assertFalse(late.met().getFirst().inTime());
  }

  @Test
  void m21_who_was_back_in_time_and_is_recorded_later_is_in_time() {
    story.accepted(application(day(4, 20), day(5, 1), day(5, 3)));
    story.accepted(granted(Role.AGENCY_OFFICER));

    var returned = story.accepted(returned("LeaveCancelled", 3));
    assertTrue(returned.met().getFirst().inTime());
    assertEquals("RETURNED", returned.next().state());
  }

  private static ActProposal returned(String type, int day) {
    return act(type, Role.SUBJECT, day(5, 4)).with("returnedOn", on(day(5, day)));
  }

  private static ActProposal granted(Role role) {
    ActProposal granted = act("LeaveGranted", role, day(4, 21));
    return role == Role.JUDICIAL_OFFICE ? granted.with("entrusted", flag(true)) : granted;
  }

  private static DayRange leave(int month, int day, int days) {
    LocalDate first = day(month, day);
    return new DayRange(first, first.plusDays(days - 1L));
  }
}
