package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
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

/** Who is outside prison for health reports on it; the hospital looks again every three months. */
class HealthTest {

  private final Story story = new Story("health");

  @Test
  void M14_health_is_reported_every_month() {
    story.accepted(begun("MEDICAL_PAROLE"));
    assertEquals(day(7, 6), story.due("report"));

    var reported = story.accepted(reported(day(7, 3)));
    assertTrue(reported.met().getFirst().inTime());
    assertEquals(day(8, 3), story.due("report"));
    assertFalse(story.accepted(reported(day(8, 4))).met().getFirst().inTime());
    assertEquals("RUNNING", story.instance().state(), "a late report is late and no more");
  }

  @Test
  void M14_medical_parole_is_re_examined_every_three_months_and_nobody_else() {
    story.accepted(begun("MEDICAL_PAROLE"));
    assertEquals(day(9, 7), story.due("review"), "6 September is a Sunday");
    assertEquals(
        List.of("reason.document.missing"),
        story.refused(reviewed(day(9, 1)).withDocuments(Set.of())));
    story.accepted(reviewed(day(9, 1)));
    assertEquals(day(12, 1), story.due("review"));

    var nursing = new Story("health");
    nursing.accepted(begun("PREGNANT_OR_NURSING"));
    assertTrue(nursing.instance().deadline("review").isEmpty());
    nursing.accepted(reviewed(day(9, 1)));
    assertTrue(nursing.instance().deadline("review").isEmpty());
  }

  @Test
  void M14_more_time_is_approved_one_level_up_and_told_to_the_procuratorate() {
    story.accepted(begun("MEDICAL_PAROLE"));
    ActProposal putOff =
        act("ReviewPutOff", Role.CITY_AGENCY, day(8, 20))
            .with(Map.of("extendedUntil", on(day(10, 30)), "reason", text("He cannot be moved.")))
            .withDocuments(Set.of("approval"));

    assertEquals(
        List.of("reason.power"),
        story.refused(act("ReviewPutOff", Role.AGENCY_OFFICER, day(8, 20)).with(putOff.facts())));
    assertEquals(
        List.of("reason.assessment.extension"),
        story.refused(putOff.with("extendedUntil", on(day(9, 7)))));
    var accepted = story.accepted(putOff);
    assertTrue(accepted.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    assertTrue(story.instance().deadline("review").isEmpty());
    assertEquals(List.of("reason.state"), story.refused(reviewed(day(10, 28))));
    ActProposal late = reviewed(day(10, 28));
    story.accepted(
        act("PutOffReviewSubmitted", Role.SUBJECT, day(10, 28))
            .with(late.facts())
            .withDocuments(late.documents()));
    assertTrue(story.instance().deadline("late-review").isEmpty());
    assertEquals(LocalDate.of(2027, 1, 28), story.due("review"));
  }

  @Test
  void M14_nobody_misses_a_report_that_nobody_told_them_of() {
    assertEquals(
        List.of("reason.health.told"),
        story.refused(begun("MEDICAL_PAROLE").with("rulesTold", flag(false)).because("he knows")));
  }

  @Test
  void M41_whoever_loses_the_guarantor_has_a_day_by_which_to_find_another() {
    story.accepted(begun("MEDICAL_PAROLE"));
    story.accepted(
        act("GuarantorLost", Role.AGENCY_OFFICER, day(7, 6))
            .with(Map.of("guarantorBy", on(day(7, 20)), "reason", text("Moved abroad.")))
            .withDocuments(Set.of("notice")));
    assertEquals(day(7, 20), story.due("guarantor"));
    assertEquals(Role.SUBJECT, story.instance().deadline("guarantor").orElseThrow().owner());

    story.accepted(
        act("GuarantorNamed", Role.SUBJECT, day(7, 15))
            .with("guarantor", text("His brother"))
            .withDocuments(Set.of("guarantee")));
    assertTrue(story.instance().deadline("guarantor").isEmpty());
  }

  private static ActProposal begun(String because) {
    return act("HealthDutyBegun", Role.AGENCY_OFFICER, day(6, 8))
        .with(
            Map.of(
                "outsideBecause", choice(because),
                "healthSince", on(day(6, 6)),
                "hospital", text("County hospital"),
                "guarantor", text("His sister"),
                "rulesTold", flag(true)))
        .withDocuments(Set.of("notice"));
  }

  private static ActProposal reported(LocalDate day) {
    return act("HealthReported", Role.SUBJECT, day)
        .with(Map.of("health", text("As before."), "way", choice("PHONE_PAGE")));
  }

  private static ActProposal reviewed(LocalDate day) {
    return act("ReviewSubmitted", Role.SUBJECT, day)
        .with(
            Map.of(
                "hospital", text("County hospital"),
                "reviewedOn", on(day),
                "reviewResult", choice("UNCHANGED")))
        .withDocuments(Set.of("medical-opinion"));
  }
}
