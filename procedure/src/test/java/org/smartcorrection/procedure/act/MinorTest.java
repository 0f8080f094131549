package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/** Apart from adults, in secrecy, with school, and beyond the eighteenth birthday. */
class MinorTest {

  private final Story story = new Story("minor");

  @Test
  void L39_a_minor_is_handled_apart_from_adults() {
    assertEquals(
        List.of("reason.minor.separately"),
        story.refused(begun(true).with("separately", flag(false)).because("there is one room")));
    story.accepted(begun(true));
  }

  @Test
  void L39_the_education_authority_is_told_of_whoever_has_not_finished_school() {
    story.accepted(begun(true));
    assertTrue(story.instance().deadline("school").isEmpty());

    var other = new Story("minor");
    other.accepted(begun(false));
    assertEquals(day(6, 15), other.due("school"));
    other.accepted(
        act("SchoolAuthorityTold", Role.AGENCY_OFFICER, day(6, 10))
            .with("authority", text("County education bureau"))
            .withDocuments(Set.of("notice")));
    assertTrue(other.instance().deadline("school").isEmpty());
  }

  @Test
  void L39_a_guardian_is_urged_before_the_authorities_are_told() {
    story.accepted(begun(true));
    ActProposal reported =
        act("GuardianReported", Role.AGENCY_OFFICER, day(7, 6))
            .with(Map.of("authority", text("Civil affairs"), "reason", text("Never at home.")))
            .withDocuments(Set.of("notice"));

    assertEquals(List.of("reason.minor.guardian"), story.refused(reported.because("hopeless")));
    story.accepted(
        act("GuardianUrged", Role.AGENCY_OFFICER, day(6, 20))
            .with("statement", text("Spoke to the father."))
            .withDocuments(Set.of("talk-record")));
    story.accepted(reported);
  }

  @Test
  void L39_the_file_is_shown_on_two_bases_only_and_in_secrecy() {
    story.accepted(begun(true));
    ActProposal shown =
        act("MinorFileShown", Role.AGENCY_OFFICER, day(7, 6))
            .with(
                Map.of(
                    "requestedBy", text("An employer"),
                    "fileBasis", choice("NO_BASIS"),
                    "purpose", text("To hire."),
                    "secrecyTold", flag(true)))
            .withDocuments(Set.of("request"));

    assertEquals(List.of("reason.minor.file"), story.refused(shown.because("they insist")));
    ActProposal court = shown.with("fileBasis", choice("CASE_AT_HAND"));
    assertEquals(
        List.of("reason.minor.file"), story.refused(court.with("secrecyTold", flag(false))));
    story.accepted(court);
    assertEquals(
        List.of("reason.fact.missing"),
        story.refused(
            act("MinorFileRefused", Role.AGENCY_OFFICER, day(7, 6))
                .with("requestedBy", text("An employer"))));
  }

  @Test
  void L39_the_eighteenth_birthday_ends_nothing() {
    story.accepted(begun(true));
    assertEquals(day(9, 8), story.due("review"));
    var afterwards =
        act("MinorCareReviewed", Role.AGENCY_OFFICER, LocalDate.of(2027, 3, 1))
            .with(Map.of("measures", text("Training goes on."), "guardianFulfils", flag(true)));

    assertEquals("RUNNING", story.accepted(afterwards).next().state());
    assertEquals(
        List.of("CorrectionEnded"),
        Definitions.published().get("minor", 1).acts().stream()
            .filter(act -> act.to().filter("ENDED"::equals).isPresent())
            .map(Act::type)
            .toList());
  }

  private static ActProposal begun(boolean schooled) {
    return act("MinorCareBegun", Role.AGENCY_OFFICER, day(6, 8))
        .with(
            Map.of(
                "bornOn", on(LocalDate.of(2009, 2, 1)),
                "guardian", text("Father"),
                "separately", flag(true),
                "schoolingDone", flag(schooled),
                "measures", text("Evening school, football, a mentor.")))
        .withDocuments(Set.of("plan"));
  }
}
