package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.finding;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agency proposes, the court hears and rules, and custody has an end. */
class RevocationTest {

  private static final LocalDate TODAY = day(10, 15);

  private final Story story = new Story("revocation");

  @Test
  void HEARD_a_proposal_rests_on_a_finding_after_hearing_or_search() {
    assertEquals(List.of("reason.rests-on"), story.refused(serious().because("urgent")));
    assertEquals(
        List.of("reason.rests-on"), story.refused(serious().restingOn(finding("alarm", "HEARD"))));
    assertEquals(
        List.of("reason.rests-on"),
        story.refused(
            absent(day(9, 12), day(10, 14)).restingOn(finding("lostcontact", "MISSING"))));

    var proposed = story.accepted(serious().restingOn(finding("alarm", "FOUND_NO_GOOD_REASON")));
    assertTrue(proposed.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    assertEquals(day(11, 16), story.due("rule"), "14 November is a Saturday");
    assertEquals(Role.COURT, story.instance().deadline("rule").orElseThrow().owner());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-09-12, 2026-10-12, false",
    "2026-09-12, 2026-10-13, true",
    "2026-02-28, 2026-03-31, false",
    "2026-02-28, 2026-04-01, true",
  })
  void M37_a_month_is_no_ground_and_more_than_a_month_is(
      LocalDate from, LocalDate until, boolean ground) {
    ActProposal absent = absent(from, until).restingOn(finding("lostcontact", "ABSENCE_FOUND"));

    if (ground) story.accepted(absent);
    else assertEquals(List.of("reason.revocation.days"), story.refused(absent.because("long")));
  }

  @ParameterizedTest
  @CsvSource({
    "SUSPENDED_SENTENCE, PROHIBITION_SERIOUSLY_BREACHED, true",
    "SUSPENDED_SENTENCE, OTHER_SERIOUS_BREACH, true",
    "SUSPENDED_SENTENCE, OTHER_BREACH_NO_CRIME, false",
    "PAROLE, OTHER_BREACH_NO_CRIME, true",
    "PAROLE, PROHIBITION_SERIOUSLY_BREACHED, false",
    "PAROLE, OTHER_SERIOUS_BREACH, false",
  })
  void M37_M38_each_category_has_its_own_grounds(String category, String ground, boolean listed) {
    ActProposal proposed =
        serious()
            .with(Map.of("category", choice(category), "ground", choice(ground)))
            .restingOn(finding("alarm", "FOUND_NO_GOOD_REASON"));

    if (listed) story.accepted(proposed);
    else
      assertEquals(List.of("reason.revocation.ground"), story.refused(proposed.because("it is")));
  }

  @Test
  void M37_two_warnings_and_a_punishment_are_in_the_file_or_are_no_ground() {
    ActProposal warned =
        serious()
            .with(Map.of("ground", choice("WARNED_TWICE_UNCORRECTED"), "warnings", count(1)))
            .restingOn(finding("alarm", "FOUND_NO_GOOD_REASON"));
    assertEquals(List.of("reason.revocation.warnings"), story.refused(warned));
    assertEquals(
        List.of("reason.earlier-decision"), story.refused(warned.with("warnings", count(2))));
    assertEquals(
        List.of("reason.earlier-decision"),
        story.refused(warned.with("ground", choice("PUNISHED_UNCORRECTED"))));
    story.accepted(
        warned
            .with("warnings", count(2))
            .withDocuments(Set.of("evidence", "proposal", "earlier-decision")));
  }

  @Test
  void M37_who_never_reported_is_proposed_for_that_and_nothing_else() {
    ActProposal unreported =
        act("UnreportedRevocationProposed", Role.AGENCY_OFFICER, TODAY)
            .with(serious().facts())
            .withDocuments(Set.of("evidence", "proposal"))
            .restingOn(finding("reception", "UNREPORTED_A_MONTH"));

    assertEquals(List.of("reason.revocation.ground"), story.refused(unreported));
    story.accepted(unreported.with(absent(day(9, 1), day(10, 14)).facts()));
  }

  @Test
  void L35_arrest_is_asked_for_with_the_proposal_and_decided_in_48_hours() {
    propose();
    ActProposal late =
        act("ArrestRequested", Role.AGENCY_OFFICER, day(10, 20))
            .with(arrestRequested().facts())
            .withDocuments(arrestRequested().documents());
    assertEquals(
        List.of("reason.revocation.arrest-late"), story.refused(late.because("we forgot")));

    story.accepted(arrestRequested());
    assertEquals(
        Story.noon(TODAY).plusSeconds(48 * 3600),
        story.instance().deadline("arrest").orElseThrow().deadline().end());
    assertEquals(
        List.of("reason.power"),
        story.refused(
            act("ArrestOrdered", Role.BUREAU_HEAD, day(10, 16)).with("reason", text("yes"))),
        "only the court decides");
  }

  @Test
  void L35_custody_ends_after_thirty_days_and_the_person_is_freed() {
    arrest();
    assertEquals(day(11, 15), story.due("custody"), "the day of arrest counts, a Sunday stays");

    var over = story.passTo(day(11, 15));
    assertTrue(
        over.effects()
            .containsAll(
                List.of(new Effect.Inform(Role.POLICE), new Effect.Inform(Role.PROSECUTOR))));
    assertEquals(Role.POLICE, story.instance().deadline("free").orElseThrow().owner());
    story.accepted(act("PersonFreed", Role.POLICE, day(11, 16)).with("freedOn", on(day(11, 16))));
    assertEquals(List.of("reason.state"), story.refused(arrestRequested()));
    assertTrue(story.instance().deadline("rule").isPresent(), "the court still owes a ruling");
  }

  @Test
  void L36_the_court_hears_person_and_lawyer_before_it_revokes() {
    propose();

    assertEquals(
        List.of("reason.revocation.court-heard"), story.refused(ruled(false).because("clear")));
    story.accepted(
        act("PersonHeardByCourt", Role.COURT, day(10, 20))
            .with(Map.of("lawyer", choice("LAWYER_HEARD"), "heardOn", on(day(10, 20)))));
    var ruled = story.accepted(ruled(false));
    assertEquals("REVOKED", ruled.next().state());
    assertTrue(ruled.effects().contains(new Effect.Inform(Role.POLICE)));
  }

  @Test
  void L36_whoever_fled_cannot_block_the_ruling_and_is_pursued() {
    propose();
    story.accepted(ruled(true));
    story.accepted(
        act("FledBeforePrison", Role.POLICE, day(10, 27)).with("reason", text("Not at home.")));
    assertEquals(Role.POLICE, story.instance().deadline("pursue").orElseThrow().owner());
    assertEquals(
        List.of("reason.state"), story.refused(act("CorrectionEnded", Role.SYSTEM, day(10, 28))));
    story.accepted(
        act("HandedToPrison", Role.POLICE, day(12, 1))
            .with(Map.of("deliveredOn", on(day(12, 1)), "creditedDays", count(0)))
            .withDocuments(Set.of("receipt-of-documents")));
    assertEquals(List.of(), story.instance().deadlines());
  }

  @Test
  void L36_a_person_in_custody_is_freed_at_once_when_the_court_does_not_revoke() {
    arrest();
    ActProposal rejected =
        act("RevocationRejectedInCustody", Role.COURT, day(10, 30))
            .with("decidedOn", on(day(10, 30)))
            .withDocuments(Set.of("ruling"));
    assertEquals(List.of("reason.fact.missing"), story.refused(rejected));
    story.accepted(rejected.with("reason", text("Not serious enough.")));

    assertEquals("REJECTED_IN_CUSTODY", story.instance().state());
    OpenDeadline free = story.instance().deadline("free").orElseThrow();
    assertTrue(free.protects());
    assertEquals(Story.noon(day(10, 30)).plusSeconds(2 * 3600), free.deadline().end());
    assertFalse(
        Definitions.published()
            .get("revocation", 1)
            .state("REJECTED_IN_CUSTODY")
            .orElseThrow()
            .end());
  }

  @Test
  void L36_a_court_that_tried_another_crime_revokes_by_itself() {
    story.accepted(
        act("RevokedForAnotherCrime", Role.COURT, TODAY)
            .with(
                Map.of(
                    "category", choice("PAROLE"),
                    "court", text("Liutang"),
                    "decidedOn", on(day(10, 14))))
            .withDocuments(Set.of("ruling")));
    assertEquals(Role.POLICE, story.instance().deadline("deliver").orElseThrow().owner());
  }

  private void propose() {
    story.accepted(serious().restingOn(finding("alarm", "FOUND_NO_GOOD_REASON")));
  }

  private void arrest() {
    propose();
    story.accepted(arrestRequested());
    story.accepted(
        act("ArrestOrdered", Role.COURT, day(10, 16))
            .with("reason", text("A ticket was found."))
            .withDocuments(Set.of("arrest-decision")));
    story.accepted(
        act("ArrestExecuted", Role.POLICE, day(10, 17)).with("arrestedOn", on(day(10, 17))));
  }

  private static ActProposal serious() {
    return act("RevocationProposed", Role.AGENCY_OFFICER, TODAY)
        .with(
            Map.of(
                "category", choice("SUSPENDED_SENTENCE"),
                "ground", choice("OTHER_SERIOUS_BREACH"),
                "court", text("Liutang"),
                "proposedOn", on(TODAY),
                "statement", text("Threatened the officer.")))
        .withDocuments(Set.of("evidence", "proposal"));
  }

  private static ActProposal absent(LocalDate from, LocalDate until) {
    return act("AbsenceRevocationProposed", Role.AGENCY_OFFICER, TODAY)
        .with(serious().facts())
        .with(
            Map.of(
                "ground", choice("ABSENT_OVER_A_MONTH"),
                "absentFrom", on(from),
                "absentUntil", on(until)))
        .withDocuments(Set.of("evidence", "proposal"));
  }

  private static ActProposal arrestRequested() {
    return act("ArrestRequested", Role.AGENCY_OFFICER, TODAY)
        .with(Map.of("arrestGround", choice("MAY_FLEE"), "reason", text("Sold everything.")))
        .withDocuments(Set.of("arrest-request", "evidence"));
  }

  private static ActProposal ruled(boolean fled) {
    return act("RevocationRuled", Role.COURT, day(10, 26))
        .with(
            Map.of(
                "fled", flag(fled),
                "decidedOn", on(day(10, 26)),
                "reason", text("Serious and repeated.")))
        .withDocuments(Set.of("ruling"));
  }
}
