package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a ruling must be to take effect by itself (rules L27, L33, H3). */
class RulingTest {

  private final Story commutation = new Story("commutation");

  @Test
  void H3_a_ruling_is_not_older_than_its_proposal() {
    submitted();

    assertEquals(
        List.of("reason.ruling.before-proposal"),
        commutation.refused(granted(day(9, 19), day(12, 31))));
    assertEquals(
        List.of("reason.ruling.before-proposal"),
        commutation.refused(
            act("CommutationDenied", Role.COURT, day(10, 9))
                .with(Map.of("decidedOn", on(day(9, 19)), "reason", text("No merit.")))
                .withDocuments(Set.of("ruling"))));
    commutation.accepted(granted(day(9, 20), day(12, 31)));
  }

  @Test
  void H3_a_commuted_term_ends_between_the_ruling_and_the_last_day_it_had() {
    submitted();

    assertEquals(
        List.of("reason.ruling.term-before-ruling"),
        commutation.refused(granted(day(10, 8), day(10, 7))));
    assertEquals(
        List.of("reason.ruling.term-not-shorter"),
        commutation.refused(granted(day(10, 8), LocalDate.of(2027, 6, 30))));
    commutation.accepted(granted(day(10, 8), LocalDate.of(2027, 6, 29)));
  }

  @Test
  void L27_a_term_that_is_over_when_the_ruling_is_entered_is_owed_a_release_at_once() {
    submitted();
    commutation.accepted(granted(day(9, 30), day(10, 1)));
    var release = new Story("release");
    release.accepted(
        act("TermEntered", Role.AGENCY_OFFICER, day(3, 2))
            .with("termEndsOn", on(LocalDate.of(2027, 6, 30))));

    release.accepted(commuted(day(10, 9), day(10, 1), "GRANTED"));

    assertEquals(day(10, 1), release.due("release"));
    release.passTo(day(10, 9));
    assertEquals("TERM_OVER", release.instance().state());
    assertEquals(day(10, 1), release.due("release"), "the release is still owed");
  }

  @Test
  void L27_the_days_owed_before_the_end_are_counted_anew() {
    var release = new Story("release");
    release.accepted(
        act("TermEntered", Role.AGENCY_OFFICER, day(3, 2))
            .with("termEndsOn", on(LocalDate.of(2027, 6, 30))));
    assertEquals(LocalDate.of(2027, 5, 31), release.due("appraise"));

    var accepted = release.accepted(commuted(day(10, 9), day(12, 31), "GRANTED"));

    assertEquals(day(12, 1), release.due("appraise"));
    assertEquals(day(12, 31), release.due("release"));
    assertTrue(
        accepted.opened().stream()
            .allMatch(opened -> !opened.deadline().explanation().steps().isEmpty()));
  }

  @Test
  void L33_only_a_ruling_that_stands_ends_anything() {
    for (String state : List.of("PROPOSED", "FREED", "REJECTED", "WITHDRAWN")) {
      assertEquals(
          List.of("reason.rests-on"),
          new Story("release")
              .refused(
                  act("TerminatedByRevocation", Role.SYSTEM, day(10, 9))
                      .restingOn(Story.finding("revocation", state))));
    }
    assertEquals(
        List.of("reason.power"),
        new Story("release")
            .refused(
                act("TerminatedByRevocation", Role.AGENCY_OFFICER, day(10, 9))
                    .restingOn(Story.finding("revocation", "REVOKED"))),
        "nobody but the ruling itself");
    assertEquals(
        List.of("reason.rests-on"),
        new Story("release").refused(commuted(day(10, 9), day(12, 31), "WITH_COURT")));
  }

  @Test
  void M43_only_a_death_is_certified() {
    var emergency = new Story("emergency");
    emergency.accepted(reported("SUSPECTED_CRIME"));
    assertEquals(List.of("reason.emergency.no-death"), emergency.refused(certified()));

    var death = new Story("emergency");
    death.accepted(reported("UNNATURAL_DEATH"));
    death.accepted(certified());
    assertEquals("REPORTED", death.instance().state(), "what is owed about it goes on");
  }

  @Test
  void L32_positioning_ends_with_the_term_in_whatever_state_it_is() {
    var positioning = new Story("positioning");
    positioning.accepted(Story.positioning(day(9, 1), 2));
    positioning.accepted(Story.approval(day(9, 2), 2));
    positioning.accepted(Story.informed(day(9, 2)));

    positioning.accepted(act("PositioningTermOver", Role.SYSTEM, day(9, 15)));

    assertEquals("EXPIRED", positioning.instance().state());
    assertEquals(List.of(), positioning.instance().deadlines());
  }

  private static ActProposal commuted(LocalDate day, LocalDate end, String state) {
    return act("TermCommuted", Role.SYSTEM, day)
        .with("termEndsOn", on(end))
        .restingOn(Story.finding("commutation", state));
  }

  private void submitted() {
    commutation.accepted(
        act("CommutationProposed", Role.AGENCY_OFFICER, day(9, 14))
            .with(
                Map.of(
                    "category", choice("PUBLIC_SURVEILLANCE"),
                    "penalty", choice("PUBLIC_SURVEILLANCE"),
                    "commutationGround", choice("MERIT"),
                    "originalMonths", count(24),
                    "newMonths", count(18),
                    "statement", text("Helped to catch a thief.")))
            .withDocuments(Set.of("evidence", "proposal")));
    commutation.accepted(
        act("CommutationSubmitted", Role.CITY_AGENCY, day(9, 20))
            .with(Map.of("court", text("Intermediate court"), "proposedOn", on(day(9, 20))))
            .withDocuments(Set.of("proposal")));
  }

  private static ActProposal granted(LocalDate decided, LocalDate end) {
    return act("CommutationGranted", Role.COURT, day(10, 9))
        .with(
            Map.of(
                "decidedOn", on(decided),
                "newTermEndsOn", on(end),
                "termEndsOn", on(LocalDate.of(2027, 6, 30))))
        .withDocuments(Set.of("ruling"));
  }

  private static ActProposal reported(String kind) {
    return act("EmergencyReported", Role.AGENCY_OFFICER, day(10, 9))
        .with(
            Map.of(
                "emergencyKind", choice(kind),
                "detectedAt", new Fact.Moment(Story.noon(day(10, 9))),
                "where", text("At home"),
                "statement", text("Found by a neighbour.")));
  }

  private static ActProposal certified() {
    return act("DeathCertified", Role.AGENCY_OFFICER, day(10, 10))
        .with(
            Map.of(
                "diedOn", on(day(10, 9)),
                "deathKind", choice("UNNATURAL_DEATH"),
                "reportedBy", text("County hospital")))
        .withDocuments(Set.of("death-certificate"));
  }
}
