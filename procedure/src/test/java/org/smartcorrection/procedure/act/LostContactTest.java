package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.noon;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;

/** Lost contact (L24): search at once, police help, the procuratorate is told, evidence is kept. */
class LostContactTest {

  private final Story story = new Story("lostcontact");

  @Test
  void L24_the_search_is_owed_hours_after_the_detection() {
    var lost = story.accepted(lost());

    assertEquals(
        Instant.parse("2026-09-14T06:00:00Z"),
        lost.next().deadline("search").orElseThrow().deadline().end());
    assertEquals(
        List.of("reason.future"),
        new Story("lostcontact")
            .refused(lost().with("detectedAt", new Fact.Moment(noon(day(9, 15))))));
  }

  @Test
  void L24_a_search_follows_failed_contact_and_police_and_procuratorate_are_told() {
    story.accepted(lost());

    assertEquals(List.of("reason.heard.contact"), story.refused(begun(0).because("in a hurry")));
    assertEquals(
        List.of("reason.document.missing"), story.refused(begun(2).withDocuments(Set.of())));
    var begun = story.accepted(begun(2));
    assertTrue(
        begun
            .effects()
            .containsAll(
                List.of(new Effect.Inform(Role.POLICE), new Effect.Inform(Role.PROSECUTOR))));
  }

  @Test
  void L24_the_search_goes_on_as_long_as_the_person_is_missing() {
    search();
    assertEquals(day(9, 22), story.instance().deadline("again").orElseThrow().deadline().day());

    story.accepted(established());
    story.accepted(
        act("LostSearchContinued", Role.AGENCY_OFFICER, day(9, 22))
            .with("searchedWhere", text("The sister in Baishi."))
            .withDocuments(Set.of("search-record")));
    assertEquals("ABSENCE_FOUND", story.instance().state());
    assertEquals(day(9, 29), story.instance().deadline("again").orElseThrow().deadline().day());
  }

  @Test
  void HEARD_absence_is_established_only_after_a_search_and_while_still_out_of_reach() {
    story.accepted(lost());
    story.accepted(begun(2));
    assertEquals(List.of("reason.state"), story.refused(established()));

    story.accepted(recorded());
    assertEquals(
        List.of("reason.heard.not-yet"),
        story.refused(established().with("stillUnreachable", flag(false)).because("It is clear.")));
    story.accepted(established());
  }

  @Test
  void HEARD_whoever_is_found_is_heard_before_anything_is_held_against_them() {
    search();
    story.accepted(established());
    var found = story.accepted(found());

    assertEquals(Role.AGENCY_OFFICER, found.next().deadline("hear").orElseThrow().owner());
    assertTrue(found.next().deadline("hear").orElseThrow().protects());
    assertEquals(List.of("reason.state"), story.refused(unexcused()));
    assertEquals(
        List.of("reason.heard.evidence"),
        story.refused(heard().with("evidenceShown", flag(false)).because("no time")));
    story.accepted(heard());
    assertEquals(
        List.of("reason.fact.missing"), story.refused(unexcused().with("reason", text(" "))));
    story.accepted(unexcused());
    assertEquals(List.of(), story.instance().deadlines());
  }

  @Test
  void L24_who_was_in_hospital_is_excused() {
    search();
    story.accepted(found().with("foundHow", choice("IN_HOSPITAL")));
    story.accepted(heard());

    var excused =
        story.accepted(
            act("AbsenceExcused", Role.AGENCY_OFFICER, day(9, 18))
                .with("reason", text("Unconscious after a road accident.")));
    assertEquals("EXCUSED", excused.next().state());
    assertTrue(excused.effects().contains(new Effect.Inform(Role.SUBJECT)));
  }

  @Test
  void M37_more_than_a_month_is_told_to_agency_and_procuratorate_once() {
    search();
    Instant month = LegalCalendar.endOf(day(10, 12));
    assertEquals(List.of(), Story.INTERPRETER.dueActs(story.instance(), month.minusSeconds(1)));

    var absent = story.accepted(Story.INTERPRETER.dueActs(story.instance(), month).getFirst());
    assertTrue(
        absent.effects().contains(new Effect.Inform(Role.PROSECUTOR)),
        "O1: a proposal may be missing");
    assertEquals("MISSING", absent.next().state(), "nothing follows by itself");
    assertEquals(List.of(), Story.INTERPRETER.dueActs(story.instance(), month.plusSeconds(9)));
  }

  @Test
  void L24_whoever_is_lost_again_is_searched_for_again() {
    search();
    story.accepted(found());
    story.accepted(
        act("LostAgain", Role.AGENCY_OFFICER, day(9, 18))
            .with(
                Map.of(
                    "lastContactOn",
                    on(day(9, 17)),
                    "detectedAt",
                    new Fact.Moment(noon(day(9, 18))))));

    assertEquals("LOST", story.instance().state());
    assertTrue(story.instance().deadline("search").isPresent());
    assertTrue(story.instance().deadline("hear").isEmpty());
  }

  @Test
  void no_path_holds_an_absence_against_anybody_without_an_account_or_a_search() {
    Definition lost = Definitions.published().get("lostcontact", 1);
    Set<String> unheard =
        new Walk(lost)
            .states(act -> !act.sets().contains("heard") && !act.sets().contains("searched"));

    assertFalse(unheard.contains("ABSENCE_FOUND"));
    assertFalse(unheard.contains("UNEXCUSED"));
    assertFalse(unheard.contains("MISSING"));
  }

  private void search() {
    story.accepted(lost());
    story.accepted(begun(2));
    story.accepted(recorded());
  }

  private static ActProposal lost() {
    return act("ContactLost", Role.AGENCY_OFFICER, day(9, 14))
        .with(
            Map.of(
                "lostKind", choice("CANNOT_BE_REACHED"),
                "lastContactOn", on(day(9, 12)),
                "detectedAt", new Fact.Moment(noon(day(9, 14))),
                "statement", text("No answer since Saturday.")));
  }

  private static ActProposal begun(int attempts) {
    return act("LostSearchBegun", Role.AGENCY_OFFICER, day(9, 14))
        .with("contactAttempts", count(attempts))
        .withDocuments(Set.of("contact-record"));
  }

  private static ActProposal recorded() {
    return act("LostSearchRecorded", Role.AGENCY_OFFICER, day(9, 15))
        .with("searchedWhere", text("Home, employer, hospital."))
        .withDocuments(Set.of("search-record"));
  }

  private static ActProposal established() {
    return act("AbsenceEstablished", Role.AGENCY_OFFICER, day(9, 16))
        .with(Map.of("stillUnreachable", flag(true), "reason", text("Took the night bus.")));
  }

  private static ActProposal found() {
    return act("PersonFound", Role.AGENCY_OFFICER, day(9, 17))
        .with(
            Map.of(
                "foundAt",
                new Fact.Moment(noon(day(9, 17))),
                "foundHow",
                choice("FOUND_BY_POLICE")));
  }

  private static ActProposal heard() {
    ActProposal account = Story.account(day(9, 17));
    return act("FoundAccountTaken", Role.AGENCY_OFFICER, day(9, 17))
        .with(account.facts())
        .withDocuments(account.documents());
  }

  private static ActProposal unexcused() {
    return act("AbsenceUnexcused", Role.AGENCY_OFFICER, day(9, 18))
        .with(Map.of("daysLate", count(5), "reason", text("Worked elsewhere without a word.")));
  }
}
