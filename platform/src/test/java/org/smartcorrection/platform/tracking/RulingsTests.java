package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.platform.PassedTime;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules L27 and L33: a ruling changes or ends the term by itself, and nobody types it again. */
@PlatformTest
class RulingsTests {
  @Autowired Scene scene;
  @Autowired Devices devices;
  @Autowired Instances instances;
  @Autowired Acts acts;
  @Autowired Summaries summaries;
  @Autowired Deadlines deadlines;
  @Autowired Comparison comparison;
  @Autowired Grounds grounds;
  @Autowired PassedTime time;
  @Autowired MovableClock clock;
  private Scene.Somebody somebody;
  private LocalDate today;

  @BeforeEach
  void received() {
    somebody = scene.positioned(2);
    today = LegalCalendar.legalDay(clock.instant());
  }

  @Test
  void L33_a_revocation_ends_the_correction_and_everything_with_it_in_its_own_transaction() {
    DeviceCredential credential = scene.device(somebody, DeviceKind.DEDICATED);
    termEntered();

    Running revoked = revoked();

    assertEquals("REVOKED", revoked.state(), "the hand-over to the prison is still owed");
    Act ended = last("TerminatedByRevocation");
    assertEquals(revoked.id(), ended.restsOn());
    assertEquals(Role.SYSTEM, ended.role());
    assertEquals(last("RevokedForAnotherCrime").occurredAt(), ended.occurredAt());
    assertEquals(Summary.Status.ENDED, summary().status());
    assertEquals(
        List.of("revocation"),
        instances.ofCase(somebody.caseId()).stream()
            .filter(run -> !run.closed())
            .map(Running::procedure)
            .toList());
    assertTrue(devices.authenticated(credential).isEmpty());
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void L33_a_revocation_ends_a_correction_whose_term_was_never_entered() {
    revoked();

    assertEquals(Summary.Status.ENDED, summary().status());
    assertEquals("TERMINATED", instances.ofCase(somebody.caseId(), "release").getFirst().state());
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void L32_nobody_is_revoked_who_was_released() {
    Running release = termEntered();
    scene.perform(
        release,
        "Terminated",
        Facts.NONE.choice("termination", "DIED"),
        somebody.staff().officer(),
        "decision");
    int before = acts.history(somebody.caseId()).size();

    Result result = scene.attempt(revocation(), "ruling");

    assertInstanceOf(Result.Refused.class, result);
    assertEquals(before, acts.history(somebody.caseId()).size());
  }

  @Test
  void L27_a_commutation_gives_the_term_another_end_and_counts_what_is_owed_anew() {
    Running release = termEntered();

    granted(today.plusDays(100));

    Act changed = last("TermCommuted");
    assertEquals(today.plusDays(100), changed.facts().day("termEndsOn").orElseThrow());
    assertEquals(release.id(), changed.instance());
    assertEquals(today.plusDays(100), summary().termUntil());
    Due owed =
        deadlines.ofCase(somebody.caseId()).stream()
            .filter(due -> due.procedure().equals("release") && due.name().equals("release"))
            .filter(due -> due.metBy() == null && due.openedBy() == changed.number())
            .findFirst()
            .orElseThrow();
    assertEquals(today.plusDays(100), owed.day());
    assertEquals(
        "TERM_CHANGED", instances.ofCase(somebody.caseId(), "commutation").getFirst().state());
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void L27_a_ruling_that_was_entered_wrongly_is_put_right_together_with_what_it_brought() {
    termEntered();
    granted(today.plusDays(100));
    Act ruling = last("CommutationGranted");
    Running run = instances.find(ruling.instance()).orElseThrow();

    Facts right = Facts.NONE.day("newTermEndsOn", today.plusDays(130));
    scene.perform(
        PerformAct.in(run, "CommutationGranted", right, somebody.staff().officer())
            .occurring(ruling.occurredAt())
            .correcting(ruling.id()));

    assertEquals(today.plusDays(130), summary().termUntil());
    assertEquals(
        2,
        acts.history(somebody.caseId()).stream()
            .filter(act -> act.type().equals("TermCommuted"))
            .count());
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void L27_a_ruling_without_effect_is_not_recorded_either() {
    termEntered();
    Running withCourt = withCourt();
    int before = acts.history(somebody.caseId()).size();

    Result longer = scene.attempt(grant(withCourt, today.plusYears(20)), "ruling");

    assertInstanceOf(Result.Refused.class, longer);
    assertEquals(before, acts.history(somebody.caseId()).size());
  }

  @Test
  void L32_positioning_ends_with_the_term_that_the_ruling_left_although_nobody_released() {
    termEntered();
    granted(today.plusDays(10));
    assertTrue(grounds.of(somebody.person()).isPresent());

    clock.forward(Duration.ofDays(11));
    time.acts(somebody.staff().officer().agency().id());

    assertTrue(grounds.of(somebody.person()).isEmpty());
    assertEquals("EXPIRED", instances.ofCase(somebody.caseId(), "positioning").getFirst().state());
    assertEquals(LegalCalendar.endOf(today.plusDays(10)), last("PositioningTermOver").occurredAt());
    assertEquals("TERM_OVER", instances.ofCase(somebody.caseId(), "release").getFirst().state());
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void M43_a_certified_death_ends_the_correction() {
    termEntered();
    Running reported =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "emergency",
                "EmergencyReported",
                Facts.NONE
                    .choice("emergencyKind", "UNNATURAL_DEATH")
                    .moment("detectedAt", clock.instant().truncatedTo(ChronoUnit.MINUTES))
                    .text("where", "at home")
                    .text("statement", "found by a neighbour"),
                somebody.staff().officer()));
    assertEquals(Summary.Status.ACTIVE, summary().status(), "a report is no certificate");

    scene.perform(
        reported,
        "DeathCertified",
        Facts.NONE
            .day("diedOn", today)
            .choice("deathKind", "UNNATURAL_DEATH")
            .text("reportedBy", "county hospital"),
        somebody.staff().officer(),
        "death-certificate");

    assertEquals(Summary.Status.ENDED, summary().status());
    assertEquals(today, last("TerminatedByCertifiedDeath").facts().day("diedOn").orElseThrow());
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  private Running termEntered() {
    return scene.perform(
        PerformAct.opening(
            somebody.caseId(), "release", "TermEntered", Facts.NONE, somebody.staff().officer()));
  }

  private PerformAct revocation() {
    return PerformAct.opening(
        somebody.caseId(),
        "revocation",
        "RevokedForAnotherCrime",
        Facts.NONE.text("court", "County court").day("decidedOn", today),
        somebody.staff().officer());
  }

  private Running revoked() {
    return scene.perform(revocation(), "ruling");
  }

  private Running withCourt() {
    Running proposed =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "commutation",
                "CommutationProposed",
                Facts.NONE
                    .choice("penalty", "FIXED_TERM")
                    .choice("commutationGround", "MAJOR_MERIT")
                    .count("originalMonths", 24)
                    .count("newMonths", 14)
                    .text("statement", "saved a child"),
                somebody.staff().officer()),
            "evidence",
            "proposal");
    return scene.perform(
        proposed,
        "CommutationSubmitted",
        Facts.NONE.text("court", "Intermediate court").day("proposedOn", today),
        somebody.staff().city(),
        "proposal");
  }

  private PerformAct grant(Running withCourt, LocalDate end) {
    return PerformAct.in(
        withCourt,
        "CommutationGranted",
        Facts.NONE.day("decidedOn", today).day("newTermEndsOn", end),
        somebody.staff().officer());
  }

  private void granted(LocalDate end) {
    scene.perform(grant(withCourt(), end), "ruling");
  }

  private Summary summary() {
    return summaries.find(somebody.caseId()).orElseThrow();
  }

  private Act last(String type) {
    return acts.history(somebody.caseId()).stream()
        .filter(act -> act.type().equals(type))
        .reduce((_, later) -> later)
        .orElseThrow();
  }
}
