package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.beans.factory.annotation.Autowired;

/** Procedures of casework on a real case: what one door refuses, and what cases become. */
@PlatformTest
class UnderLawTests {
  @Autowired Scene scene;
  @Autowired Summaries summaries;
  @Autowired Comparison comparison;
  @Autowired Agencies agencies;
  @Autowired MovableClock clock;
  private Scene.Somebody somebody;

  @BeforeEach
  void received() {
    somebody = scene.somebody();
  }

  @Test
  void L33_nothing_is_begun_about_a_person_whose_correction_has_ended() {
    Running finding = finding();
    terminated();

    assertEquals(List.of("reason.opening.ended"), refused(admonition(finding), "evidence"));
    assertEquals(List.of("reason.opening.ended"), refused(warning(finding), "evidence"));
    assertEquals(List.of("reason.opening.ended"), refused(leave(), "proof"));
  }

  @Test
  void M30_one_finding_carries_a_warning_or_an_admonition_and_not_both() {
    Running finding = finding();
    scene.perform(admonition(finding), "evidence");

    assertEquals(List.of("reason.rests-on.spent"), refused(warning(finding), "evidence"));
  }

  @Test
  void M30_a_warning_without_a_finding_after_a_hearing_is_refused() {
    Running alarm = alarm();
    assertEquals(List.of("reason.rests-on"), refused(warning(alarm), "evidence"));
  }

  @Test
  void L16a_a_third_check_on_one_day_is_refused_whoever_asks() {
    clock.forwardTo(
        LegalCalendar.startOf(LegalCalendar.legalDay(clock.instant()).plusDays(1))
            .plusSeconds(36_000));
    scene.perform(check());
    scene.perform(check());

    Result third = scene.attempt(check());

    assertInstanceOf(Result.Refused.class, third);
  }

  @Test
  void M41_recall_to_prison_is_not_for_a_suspended_sentence() {
    PerformAct recall =
        PerformAct.opening(
            somebody.caseId(), "recall", "RecallExamined", Facts.NONE, somebody.staff().officer());
    assertEquals(List.of("reason.opening.category"), refused(recall));
  }

  @Test
  void L14A_a_level_set_after_assessment_is_the_level_of_the_case() {
    Running assessed =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "level",
                "LevelAssessed",
                Facts.NONE.choice("proposedLevel", "RELAXED").text("factors", "steady work"),
                somebody.staff().office()));
    scene.perform(
        assessed,
        "LevelSet",
        Facts.NONE.choice("level", "RELAXED").text("reason", "as assessed"),
        somebody.staff().officer());

    assertEquals(Summary.Level.RELAXED, summary().level());
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void L04_another_office_takes_the_case_over_and_sees_what_is_due() {
    Agency other =
        new Agency(
            new AgencyId(java.util.UUID.randomUUID()),
            somebody.staff().office().agency().code() + "-2",
            AgencyKind.JUDICIAL_OFFICE,
            "第二司法所",
            "Second office",
            somebody.staff().officer().agency().id(),
            null);
    agencies.add(other);
    scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "entrustment",
            "OfficeChanged",
            Facts.NONE.text("office", other.id().toString()).text("reason", "moved"),
            somebody.staff().officer()));

    assertEquals(other.id(), summary().office());
    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  @Test
  void a_case_with_more_deadlines_than_a_page_shows_is_compared_whole() {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    for (int visit = 0; visit <= 200; visit++)
      scene.perform(
          PerformAct.opening(
              somebody.caseId(),
              "visit",
              "VisitPlanned",
              Facts.NONE
                  .choice("visitKind", "HOME_VISIT")
                  .text("reason", "as planned")
                  .day("plannedOn", today.plusDays(1)),
              somebody.staff().officer()));

    assertEquals(List.of(), comparison.of(somebody.caseId()));
  }

  private Summary summary() {
    return summaries.find(somebody.caseId()).orElseThrow();
  }

  private List<String> refused(PerformAct act, String... papers) {
    Result result = scene.attempt(act, papers);
    assertTrue(result instanceof Result.Refused, result.toString());
    return ((Result.Refused) result).reasons().stream().map(Reason::key).toList();
  }

  private PerformAct check() {
    return PerformAct.opening(
        somebody.caseId(),
        "verification",
        "VerificationAsked",
        Facts.NONE.choice("verificationKind", "CALL_BACK").text("reason", "as planned"),
        somebody.staff().officer());
  }

  private PerformAct admonition(Running finding) {
    return PerformAct.opening(
            somebody.caseId(),
            "measure",
            "AdmonitionProposed",
            Facts.NONE.choice("breach", "MINOR_BREACH").text("statement", "left"),
            somebody.staff().officer())
        .restingOn(finding.id());
  }

  private PerformAct warning(Running finding) {
    return PerformAct.opening(
            somebody.caseId(),
            "warning",
            "WarningProposed",
            Facts.NONE.choice("breach", "SERIOUS_RULE_BREACH").text("statement", "left"),
            somebody.staff().officer())
        .restingOn(finding.id());
  }

  private PerformAct leave() {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    return PerformAct.opening(
        somebody.caseId(),
        "leave",
        "LeaveApplied",
        Facts.NONE
            .text("destination", "elsewhere")
            .day("firstDay", today.plusDays(5))
            .day("lastDay", today.plusDays(7))
            .choice("cause", "MEDICAL"),
        somebody.staff().officer());
  }

  private Running alarm() {
    return scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "alarm",
            "AlarmRaised",
            Facts.NONE.choice("alarmKind", "OTHER_BREACH").moment("detectedAt", clock.instant()),
            somebody.staff().officer()));
  }

  private Running finding() {
    Running heard =
        scene.perform(
            alarm(), "AccountTaken", Scene.account(), somebody.staff().officer(), "account");
    return scene.perform(
        heard,
        "FoundNoGoodReason",
        Facts.NONE.text("reason", "no good reason"),
        somebody.staff().officer());
  }

  private void terminated() {
    Running release =
        scene.perform(
            PerformAct.opening(
                somebody.caseId(),
                "release",
                "TermEntered",
                Facts.NONE.day("termEndsOn", LegalCalendar.legalDay(clock.instant()).plusYears(1)),
                somebody.staff().officer()));
    scene.perform(
        release,
        "Terminated",
        Facts.NONE.choice("termination", "REVOKED"),
        somebody.staff().officer(),
        "decision");
  }
}
