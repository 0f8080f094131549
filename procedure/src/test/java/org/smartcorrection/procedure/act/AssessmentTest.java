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

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The court asks before it decides; the answer is for reference and rests on an investigation. */
class AssessmentTest {

  private final Story story = new Story("assessment");

  @Test
  void L07_ten_working_days_run_from_the_day_on_which_commission_and_materials_are_here() {
    story.accepted(commissioned());
    story.accepted(
        act("MaterialsMissing", Role.AGENCY_OFFICER, day(9, 15))
            .with("missing", text("Judgement")));
    assertEquals(List.of("supply"), open(), "the agency owes nothing before the materials come");
    assertEquals(Role.COURT, story.instance().deadline("supply").orElseThrow().owner());

    story.accepted(begun("AssessmentBegun"));

    assertEquals(List.of("opinion"), open());
    assertEquals(day(9, 30), story.due("opinion"), "Sunday 20 September is worked, 25 is not");
  }

  @Test
  void L07_the_fast_track_has_five_working_days() {
    story.accepted(commissioned());
    story.accepted(begun("FastAssessmentBegun"));

    assertEquals(List.of("fast-opinion"), open());
    assertEquals(day(9, 22), story.due("fast-opinion"), "20 September is worked for National Day");
  }

  @Test
  void L07_the_time_is_extended_only_by_agreement_and_only_to_a_later_day() {
    begin();
    ActProposal extension =
        act("AssessmentExtended", Role.AGENCY_OFFICER, day(9, 28))
            .with(
                Map.of(
                    "extendedUntil", on(day(10, 16)), "reason", text("The village is cut off.")));

    assertEquals(List.of("reason.document.missing"), story.refused(extension));
    ActProposal agreed = extension.withDocuments(Set.of("agreement"));
    assertEquals(
        List.of("reason.assessment.extension"),
        story.refused(agreed.with("extendedUntil", on(day(9, 30))).because("We hurry.")));
    story.accepted(agreed);
    assertEquals(List.of("extended-opinion"), open());
    assertEquals(day(10, 16), story.due("extended-opinion"));
    story.accepted(agreed.with("extendedUntil", on(day(10, 30))));
    assertEquals(day(10, 30), story.due("extended-opinion"));
  }

  @Test
  void L07_an_opinion_rests_on_an_investigation_and_goes_to_court_and_procuratorate() {
    begin();

    assertEquals(
        List.of("reason.assessment.not-investigated"), story.refused(given().because("Known.")));
    story.accepted(investigated());
    var given = story.accepted(given());

    assertTrue(given.effects().contains(new Effect.Inform(Role.COURT)));
    assertTrue(given.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    assertFalse(
        given.effects().contains(new Effect.Inform(Role.SUBJECT)),
        "what neighbours and victims said is for the court");
    assertTrue(given.met().getFirst().inTime());
  }

  @Test
  void L07_nobody_but_the_agency_gives_the_opinion() {
    begin();
    story.accepted(investigated());

    for (Role role : List.of(Role.COURT, Role.JUDICIAL_OFFICE, Role.PROSECUTOR)) {
      ActProposal other =
          act("AssessmentGiven", role, day(9, 28))
              .with(given().facts())
              .withDocuments(Set.of("assessment"));
      assertEquals(List.of("reason.power"), story.refused(other));
    }
  }

  @Test
  void L07_a_commission_is_returned_with_a_reason_and_the_way_on() {
    story.accepted(commissioned());
    ActProposal returned =
        act("CommissionReturned", Role.AGENCY_OFFICER, day(9, 15))
            .with("returnCause", choice("LIVES_ELSEWHERE"))
            .withDocuments(Set.of("reply"));

    assertEquals(List.of("reason.fact.missing"), story.refused(returned));
    story.accepted(returned.with("reason", text("Lives in Baishi since March.")));
    assertEquals(List.of(), story.instance().deadlines());
  }

  @Test
  void H1_materials_that_come_tomorrow_start_no_time_today() {
    story.accepted(commissioned());

    assertEquals(
        List.of("reason.day.future"),
        story.refused(begun("AssessmentBegun").with("receivedOn", on(day(9, 30)))));
  }

  private void begin() {
    story.accepted(commissioned());
    story.accepted(begun("AssessmentBegun"));
  }

  private static ActProposal commissioned() {
    return act("AssessmentCommissioned", Role.COURT, day(9, 14))
        .with(
            Map.of(
                "commissionedBy", choice("BY_COURT"),
                "commissionNumber", text("(2026)委1号"),
                "considered", choice("SUSPENDED_SENTENCE"),
                "residence", text("Liutang")))
        .withDocuments(Set.of("commission"));
  }

  private static ActProposal begun(String type) {
    return act(type, Role.AGENCY_OFFICER, day(9, 17)).with("receivedOn", on(day(9, 16)));
  }

  private static ActProposal investigated() {
    return act("InvestigationRecorded", Role.AGENCY_OFFICER, day(9, 21))
        .with(Map.of("asked", choice("ASKED_COMMUNITY"), "findings", text("A quiet neighbour.")))
        .withDocuments(Set.of("investigation-record"));
  }

  private static ActProposal given() {
    return act("AssessmentGiven", Role.AGENCY_OFFICER, day(9, 28))
        .with(
            Map.of(
                "residenceVerified", flag(true),
                "suitable", choice("SUITABLE"),
                "risk", text("Low."),
                "effectOnCommunity", text("None feared."),
                "reason", text("Work, family and no earlier offence.")))
        .withDocuments(Set.of("assessment"));
  }

  private List<String> open() {
    return story.instance().deadlines().stream().map(OpenDeadline::id).toList();
  }
}
