package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;

/** Who regularly works or lives across the border of the county asks once for six months. */
class RegularTravelTest {

  private static final LocalDate TERM_END = LocalDate.of(2027, 6, 30);

  private final Story story = new Story("regulartravel");

  @Test
  void M22_regular_activity_is_approved_for_at_most_six_months() {
    assertEquals(
        List.of("reason.travel.months"), story.refused(applied(7).because("He works there.")));
    assertEquals(List.of("reason.travel.months"), story.refused(applied(0)));
    story.accepted(applied(6));
    assertEquals(
        List.of("reason.travel.months"), story.refused(approved(7, TERM_END).because("please")));
    story.accepted(approved(6, TERM_END));

    assertEquals(
        LocalDate.of(2027, 3, 19), story.due("end"), "the first day, 20 September, counts");
  }

  @Test
  void M22_it_ends_by_itself_and_never_after_the_term() {
    story.accepted(applied(6));
    story.accepted(approved(6, day(12, 31)));
    assertEquals(day(12, 31), story.due("end"));

    var end = LegalCalendar.endOf(day(12, 31));
    var expired = story.accepted(Story.INTERPRETER.dueActs(story.instance(), end).getFirst());
    assertEquals("EXPIRED", expired.next().state());
    assertTrue(expired.effects().contains(new Effect.Inform(Role.SUBJECT)));
  }

  @Test
  void M22_going_on_needs_a_new_approval() {
    story.accepted(applied(6));
    story.accepted(approved(6, TERM_END));

    assertEquals(List.of("reason.state"), story.refused(approved(6, TERM_END)));
    assertEquals(List.of("reason.state"), story.refused(applied(6)));
  }

  @Test
  void M22_the_agency_approves_and_nobody_else() {
    story.accepted(applied(6));

    for (Role role : List.of(Role.JUDICIAL_OFFICE, Role.COURT, Role.SUBJECT)) {
      ActProposal other =
          act("RegularTravelApproved", role, day(9, 16)).with(approved(6, TERM_END).facts());
      assertEquals(List.of("reason.power"), story.refused(other.with("entrusted", flag(true))));
    }
  }

  @Test
  void M22_it_needs_proof_and_days_to_come() {
    assertEquals(
        List.of("reason.document.missing"), story.refused(applied(6).withDocuments(Set.of())));
    assertEquals(
        List.of("reason.travel.begun"),
        story.refused(applied(6).with("travelFrom", on(day(9, 1))).because("since then")));
  }

  @Test
  void L17_a_refusal_is_reasoned_owed_in_time_and_can_be_complained_about() {
    story.accepted(applied(6));
    assertEquals(day(9, 17), story.due("decide"));
    ActProposal refused = act("RegularTravelRefused", Role.AGENCY_OFFICER, day(9, 16));

    assertEquals(List.of("reason.fact.missing"), story.refused(refused));
    story.accepted(refused.with("reason", text("The contract ended in August.")));
    Act act =
        Definitions.published().get("regulartravel", 1).act("RegularTravelRefused").orElseThrow();
    assertEquals("remedy.complain", act.remedy().orElseThrow());
  }

  @Test
  void M22_a_trip_outside_the_approved_days_is_a_leave() {
    story.accepted(applied(1));
    story.accepted(approved(1, TERM_END));

    story.accepted(trip(day(9, 22), day(9, 23)));
    assertEquals(
        List.of("reason.travel.trip-outside"), story.refused(trip(day(10, 18), day(10, 21))));
    assertEquals(List.of("reason.travel.trip-order"), story.refused(trip(day(9, 24), day(9, 23))));
  }

  @Test
  void L17_an_approval_is_withdrawn_with_a_reason_only() {
    story.accepted(applied(6));
    story.accepted(approved(6, TERM_END));
    ActProposal withdrawn = act("RegularTravelWithdrawn", Role.AGENCY_OFFICER, day(10, 9));

    assertEquals(List.of("reason.fact.missing"), story.refused(withdrawn));
    var accepted = story.accepted(withdrawn.with("reason", text("Went elsewhere instead.")));
    assertTrue(accepted.effects().contains(new Effect.Inform(Role.SUBJECT)));
    assertEquals(List.of(), accepted.next().deadlines());
  }

  private static ActProposal applied(int months) {
    return act("RegularTravelApplied", Role.SUBJECT, day(9, 14))
        .with(
            Map.of(
                "places", text("Baishi"),
                "frequency", text("Monday to Friday"),
                "travelFrom", on(day(9, 20)),
                "months", count(months),
                "travelCause", choice("REGULAR_WORK"),
                "statement", text("Employed at the mill.")))
        .withDocuments(Set.of("proof"));
  }

  private static ActProposal approved(int months, LocalDate termEndsOn) {
    return act("RegularTravelApproved", Role.AGENCY_OFFICER, day(9, 16))
        .with(
            Map.of(
                "months", count(months),
                "travelFrom", on(day(9, 20)),
                "termEndsOn", on(termEndsOn),
                "reportBy", choice("TELEPHONE")));
  }

  private static ActProposal trip(LocalDate from, LocalDate until) {
    return act("TripReported", Role.SUBJECT, day(9, 21))
        .with(Map.of("destination", text("Baishi"), "tripFrom", on(from), "tripUntil", on(until)));
  }
}
