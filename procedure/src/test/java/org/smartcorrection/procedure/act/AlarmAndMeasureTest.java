package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.account;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.alarm;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.found;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;

/** An alarm is a question: evidence, the person's account, a finding, then perhaps a measure. */
class AlarmAndMeasureTest {

  private static final LocalDate TODAY = day(9, 29);

  private final Story story = new Story("alarm");

  @Test
  void an_alarm_opens_hours_not_days() {
    var raised = story.accepted(alarm(TODAY));

    assertEquals(
        Instant.parse("2026-09-29T06:00:00Z"),
        raised.next().deadline("look").orElseThrow().deadline().end());
  }

  @Test
  void heard_nobody_is_found_at_fault_before_being_heard() {
    story.accepted(alarm(TODAY));
    story.accepted(act("EvidenceSeen", Role.AGENCY_OFFICER, TODAY));

    assertEquals(List.of("reason.state"), story.refused(found("FoundNoGoodReason", TODAY)));
  }

  @Test
  void heard_an_account_without_evidence_reading_back_or_guardian_is_none() {
    story.accepted(alarm(TODAY));

    assertEquals(
        List.of("reason.heard.evidence"),
        story.refused(account(TODAY).with("evidenceShown", flag(false)).because("no time")));
    assertEquals(
        List.of("reason.heard.read-back"),
        story.refused(account(TODAY).with("readBack", flag(false))));
    assertEquals(
        List.of("reason.heard.guardian"),
        story.refused(
            account(TODAY).with("minor", flag(true)).with("guardianPresent", flag(false))));
    assertEquals(
        List.of("reason.heard.interpreter"),
        story.refused(
            account(TODAY)
                .with("interpreterNeeded", flag(true))
                .with("interpreterPresent", flag(false))));
    assertEquals(
        List.of("reason.fact.missing"), story.refused(account(TODAY).with("account", text(" "))));
  }

  @Test
  void heard_whoever_refuses_to_speak_has_been_heard() {
    story.accepted(alarm(TODAY));
    story.accepted(
        account(TODAY)
            .with("spoke", choice("REFUSED_TO_SPEAK"))
            .with("readBack", flag(false))
            .with("signed", choice("REFUSED_TO_SIGN")));

    assertEquals(
        "FOUND_NO_GOOD_REASON", story.accepted(found("FoundNoGoodReason", TODAY)).next().state());
  }

  @Test
  void l24_whoever_hides_cannot_block_a_finding() {
    search();

    var found =
        story.accepted(found("FoundNoGoodReason", TODAY).with("stillUnreachable", flag(true)));
    assertEquals("FOUND_NO_GOOD_REASON", found.next().state());
  }

  @Test
  void l24_whoever_can_be_reached_after_the_search_is_heard_first() {
    search();

    assertEquals(List.of("reason.heard.not-yet"), story.refused(found("FoundNoGoodReason", TODAY)));
    assertEquals(
        List.of("reason.heard.not-yet"),
        story.refused(
            found("FoundNoGoodReason", TODAY)
                .with("stillUnreachable", flag(false))
                .because("It is clear")));
    story.accepted(account(TODAY));
    story.accepted(found("FoundNoGoodReason", TODAY));
  }

  @Test
  void l24_a_search_needs_failed_contact_and_tells_the_prosecutor() {
    story.accepted(alarm(TODAY));

    assertEquals(List.of("reason.heard.contact"), story.refused(searchBegun(0)));
    var begun = story.accepted(searchBegun(2));
    assertTrue(begun.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
  }

  @Test
  void nobody_can_claim_to_have_heard_the_person() {
    story.accepted(alarm(TODAY));
    story.accepted(searchBegun(1));
    story.accepted(
        act("SearchRecorded", Role.AGENCY_OFFICER, TODAY).withDocuments(Set.of("search-record")));

    assertEquals(
        List.of("reason.fact.unknown"),
        story.refused(found("FoundNoGoodReason", TODAY).with("heard", flag(true))));
  }

  @Test
  void l04_an_office_without_entrustment_takes_no_account() {
    story.accepted(alarm(TODAY));
    ActProposal byOffice = account(TODAY);
    var office =
        new ActProposal(
            byOffice.type(),
            Role.JUDICIAL_OFFICE,
            byOffice.occurredAt(),
            byOffice.facts(),
            byOffice.documents(),
            byOffice.override(),
            byOffice.restsOn());

    assertEquals(List.of("reason.entrusted"), story.refused(office));
    story.accepted(office.with("entrusted", flag(true)));
  }

  @Test
  void m29_a_measure_rests_on_a_finding_against_the_person_only() {
    story.accepted(alarm(TODAY));
    Instance raised = story.instance();
    story.accepted(account(TODAY));
    Instance heard = story.instance();
    story.accepted(found("FoundGoodReason", TODAY));
    Instance excused = story.instance();

    var measure = new Story("measure");
    assertEquals(List.of("reason.rests-on"), measure.refused(admonition()));
    for (Instance other : List.of(raised, heard, excused)) {
      assertEquals(List.of("reason.rests-on"), measure.refused(admonition().restingOn(other)));
    }
    measure.accepted(admonition().restingOn(finding()));
  }

  @Test
  void m29_an_admonition_is_decided_served_objected_to_and_answered() {
    var measure = new Story("measure");
    measure.accepted(admonition().restingOn(finding()));

    var decided =
        measure.accepted(
            act("AdmonitionDecided", Role.AGENCY_OFFICER, TODAY)
                .with("reason", text("Two days without approval."))
                .withDocuments(Set.of("decision")));
    assertTrue(decided.effects().contains(new Effect.Begin(Restriction.ADMONITION)));
    assertTrue(decided.effects().contains(new Effect.Issue("admonition")));
    measure.accepted(
        act("AdmonitionServed", Role.AGENCY_OFFICER, day(9, 30))
            .withDocuments(Set.of("proof-of-service")));
    var objected =
        measure.accepted(
            act("ObjectionMade", Role.SUBJECT, day(10, 1)).with("reason", text("I had asked.")));
    assertEquals(day(10, 12), objected.next().deadline("answer").orElseThrow().deadline().day());
    var withdrawn =
        measure.accepted(
            act("AdmonitionWithdrawn", Role.AGENCY_OFFICER, day(10, 9))
                .with("reason", text("He had.")));
    assertTrue(withdrawn.effects().contains(new Effect.End(Restriction.ADMONITION)));
    assertTrue(withdrawn.met().getFirst().inTime());
  }

  @Test
  void m29_more_than_ten_days_warn_and_a_written_reason_overrides() {
    var measure = new Story("measure");
    ActProposal eleven =
        admonition()
            .with("breach", choice("LATE_OR_ABSENT"))
            .with("daysLate", count(11))
            .restingOn(finding());

    assertEquals(List.of("reason.admonition.range"), measure.warned(eleven));
    assertEquals(List.of("reason.admonition.range"), measure.warned(eleven.because("  ")));
    var accepted = measure.accepted(eleven.because("First breach, came back by himself."));
    assertEquals("M29", accepted.overridden().getFirst().rule());
    assertEquals("act.overridden", accepted.explanation().steps().getLast().key());
    new Story("measure").accepted(eleven.with("daysLate", count(10)));
  }

  private Instance finding() {
    var other = new Story("alarm");
    other.accepted(alarm(TODAY));
    other.accepted(account(TODAY));
    return other.accepted(found("FoundNoGoodReason", TODAY)).next();
  }

  @Test
  void L28_at_night_nobody_is_called_or_visited_for_what_a_device_says_of_itself() {
    story.accepted(alarm(TODAY));
    story.accepted(act("EvidenceSeen", Role.AGENCY_OFFICER, TODAY));

    for (int hour : List.of(0, 5, 22, 23)) {
      assertEquals(List.of("reason.alarm.night"), story.refused(called(hour, false)), "" + hour);
      assertEquals(List.of("reason.alarm.night"), story.refused(sent(hour, false)), "" + hour);
    }
    story.accepted(called(6, false));
    story.accepted(called(21, false));
    assertEquals("EVIDENCE_SEEN", story.accepted(called(23, true)).next().state());
    story.accepted(sent(23, true));
  }

  @Test
  void nobody_reports_from_where_nobody_was_sent() {
    story.accepted(alarm(TODAY));
    story.accepted(act("EvidenceSeen", Role.AGENCY_OFFICER, TODAY));
    ActProposal report =
        act("DispatchReported", Role.AGENCY_OFFICER, TODAY)
            .with(Map.of("dispatchOutcome", choice("PERSON_MET"), "foundThere", text("At home.")));

    assertEquals(List.of("reason.alarm.not-dispatched"), story.refused(report));
    story.accepted(sent(12, false));
    story.accepted(report);
    assertEquals(
        List.of("reason.state"),
        story.refused(found("FoundNoGoodReason", TODAY)),
        "whoever was met has not been heard by that");
  }

  private static ActProposal called(int hour, boolean person) {
    return at("PersonCalled", hour)
        .with(Map.of("callOutcome", choice("NOT_ANSWERED"), "aboutPerson", flag(person)));
  }

  private static ActProposal sent(int hour, boolean person) {
    return at("OfficerDispatched", hour)
        .with(
            Map.of(
                "dispatchedWho", text("Officer Lin"),
                "dispatchedWhere", text("East Street"),
                "aboutPerson", flag(person)));
  }

  private static ActProposal at(String type, int hour) {
    return ActProposal.of(
        type, Role.AGENCY_OFFICER, TODAY.atTime(hour, 30).atZone(LegalCalendar.ZONE).toInstant());
  }

  private static ActProposal admonition() {
    return act("AdmonitionProposed", Role.AGENCY_OFFICER, TODAY)
        .with(Map.of("breach", choice("MINOR_BREACH"), "statement", text("Left without approval.")))
        .withDocuments(Set.of("evidence"));
  }

  private void search() {
    story.accepted(alarm(TODAY));
    story.accepted(searchBegun(3));
    story.accepted(
        act("SearchRecorded", Role.AGENCY_OFFICER, TODAY).withDocuments(Set.of("search-record")));
  }

  private static ActProposal searchBegun(int attempts) {
    return act("SearchBegun", Role.AGENCY_OFFICER, TODAY)
        .with("contactAttempts", count(attempts))
        .withDocuments(Set.of("contact-record"));
  }
}
