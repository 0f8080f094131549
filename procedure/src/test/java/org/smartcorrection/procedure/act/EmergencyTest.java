package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.noon;
import static org.smartcorrection.procedure.act.Story.text;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** At once, by telephone first; in writing within a day; closed with its outcome. */
class EmergencyTest {

  private final Story story = new Story("emergency");

  @Test
  void M43_police_the_agency_one_level_up_and_the_procuratorate_are_told_at_once() {
    var reported = story.accepted(reported("UNNATURAL_DEATH"));

    assertTrue(
        reported
            .effects()
            .containsAll(
                List.of(
                    new Effect.Inform(Role.POLICE),
                    new Effect.Inform(Role.CITY_AGENCY),
                    new Effect.Inform(Role.PROSECUTOR))));
    assertEquals(
        noon(day(9, 14)).plusSeconds(2 * 3600),
        story.instance().deadline("act").orElseThrow().deadline().end());
    assertEquals(
        noon(day(9, 15)), story.instance().deadline("write").orElseThrow().deadline().end());
  }

  @Test
  void M43_the_office_may_report_and_nobody_waits_for_a_form() {
    ActProposal byOffice =
        act("EmergencyReported", Role.JUDICIAL_OFFICE, day(9, 14))
            .with(reported("ONGOING_BREACH").facts())
            .with("entrusted", flag(true));

    story.accepted(byOffice);
  }

  @Test
  void M43_it_is_closed_only_after_measures_and_a_written_report() {
    story.accepted(reported("GROUP_INCIDENT"));
    ActProposal closed =
        act("EmergencyClosed", Role.AGENCY_OFFICER, day(9, 15))
            .with("outcome", text("Everybody went home."))
            .withDocuments(Set.of("written-report"));
    assertEquals(List.of("reason.state"), story.refused(closed));

    story.accepted(
        act("FirstMeasuresRecorded", Role.AGENCY_OFFICER, day(9, 14))
            .with(Map.of("measuresTaken", text("Talked him home."), "policeCame", flag(true))));
    assertEquals(List.of("reason.state"), story.refused(closed));
    story.accepted(
        act("EmergencyWrittenUp", Role.AGENCY_OFFICER, day(9, 14))
            .withDocuments(Set.of("written-report")));
    story.accepted(closed);
    assertEquals(List.of(), story.instance().deadlines());
  }

  @Test
  void M43_what_is_said_to_have_been_seen_tomorrow_is_no_report() {
    assertEquals(
        List.of("reason.future"),
        story.refused(
            reported("SUSPECTED_CRIME").with("detectedAt", new Fact.Moment(noon(day(9, 15))))));
  }

  private static ActProposal reported(String kind) {
    return act("EmergencyReported", Role.AGENCY_OFFICER, day(9, 14))
        .with(
            Map.of(
                "emergencyKind", choice(kind),
                "detectedAt", new Fact.Moment(noon(day(9, 14))),
                "where", text("Market square"),
                "statement", text("Seen by the office.")));
  }
}
