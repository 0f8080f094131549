package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.finding;
import static org.smartcorrection.procedure.act.Story.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A warning weighs more than an admonition: two of them can lead to prison. */
class WarningTest {

  private final Story story = new Story("warning");

  @Test
  void M30_a_warning_rests_on_a_finding_against_the_person() {
    assertEquals(List.of("reason.rests-on"), story.refused(serious().because("it is clear")));
    for (String state : List.of("RAISED", "HEARD", "FOUND_GOOD_REASON", "SEARCHED")) {
      assertEquals(
          List.of("reason.rests-on"), story.refused(serious().restingOn(finding("alarm", state))));
    }
    story.accepted(serious().restingOn(finding("alarm", "FOUND_NO_GOOD_REASON")));
  }

  @Test
  void M30_an_absence_carries_a_warning_only_after_hearing_or_search() {
    ActProposal absent = absence(12);

    for (String state : List.of("LOST", "SEARCHING", "MISSING", "FOUND", "HEARD", "EXCUSED")) {
      assertEquals(
          List.of("reason.rests-on"),
          story.refused(absent.restingOn(finding("lostcontact", state))),
          state);
    }
    story.accepted(absent.restingOn(finding("lostcontact", "ABSENCE_FOUND")));
  }

  @Test
  void M30_ten_days_or_fewer_warn_and_eleven_do_not() {
    assertEquals(
        List.of("reason.warning.range"),
        story.warned(absence(10).restingOn(finding("lostcontact", "UNEXCUSED"))));
    story.accepted(absence(11).restingOn(finding("lostcontact", "UNEXCUSED")));
  }

  @Test
  void M29_an_absence_of_ten_days_or_fewer_carries_an_admonition() {
    var measure = new Story("measure");
    ActProposal admonition =
        act("AbsenceAdmonitionProposed", Role.AGENCY_OFFICER, day(9, 28))
            .with(absence(10).facts())
            .withDocuments(Set.of("evidence"));

    assertEquals(
        List.of("reason.rests-on"),
        measure.refused(admonition.restingOn(finding("lostcontact", "FOUND"))));
    measure.accepted(admonition.restingOn(finding("lostcontact", "UNEXCUSED")));
    assertTrue(measure.instance().deadline("decide").isPresent());
  }

  @Test
  void M30_two_admonitions_are_in_the_file_or_are_no_ground() {
    ActProposal twice =
        proposed("ADMONISHED_TWICE").restingOn(finding("alarm", "FOUND_NO_GOOD_REASON"));

    assertEquals(List.of("reason.fact.missing"), story.refused(twice));
    assertEquals(
        List.of("reason.warning.admonitions"),
        story.refused(twice.with("admonitions", count(1)).because("and one orally")));
    assertEquals(
        List.of("reason.earlier-decision"),
        story.refused(twice.with("admonitions", count(2)).because("known")));
    story.accepted(
        twice.with("admonitions", count(2)).withDocuments(Set.of("evidence", "earlier-decision")));
  }

  @Test
  void M30_M27_a_warning_is_decided_served_objected_to_and_withdrawn() {
    story.accepted(serious().restingOn(finding("alarm", "FOUND_NO_GOOD_REASON")));
    var decided = story.accepted(decided());
    assertTrue(decided.effects().contains(new Effect.Begin(Restriction.WARNING)));
    assertTrue(decided.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    story.accepted(
        act("WarningServed", Role.AGENCY_OFFICER, day(9, 30))
            .withDocuments(Set.of("proof-of-service")));
    story.accepted(
        act("WarningObjected", Role.SUBJECT, day(10, 1)).with("reason", text("I had asked.")));
    assertEquals(day(10, 12), story.instance().deadline("answer").orElseThrow().deadline().day());
    assertEquals(
        List.of("reason.fact.missing"),
        story.refused(
            act("WarningUpheld", Role.AGENCY_OFFICER, day(10, 9)).withDocuments(Set.of("reply"))));
    var withdrawn =
        story.accepted(
            act("WarningWithdrawn", Role.AGENCY_OFFICER, day(10, 9))
                .with("reason", text("He had.")));
    assertTrue(withdrawn.effects().contains(new Effect.End(Restriction.WARNING)));
    assertEquals(
        Optional.empty(), Story.INTERPRETER.inForce(withdrawn.next(), Story.noon(day(10, 9))));
  }

  @Test
  void H2_a_warning_is_never_backdated() {
    story.accepted(serious().restingOn(finding("alarm", "FOUND_NO_GOOD_REASON")));

    Outcome outcome = Story.INTERPRETER.decide(story.instance(), decided(), Story.noon(day(10, 9)));
    assertEquals("reason.backdated", ((Outcome.Refused) outcome).reasons().getFirst().key());
  }

  @Test
  void L04_the_office_proposes_and_the_agency_decides() {
    story.accepted(serious().restingOn(finding("alarm", "FOUND_NO_GOOD_REASON")));

    assertEquals(
        List.of("reason.power"),
        story.refused(
            act("WarningDecided", Role.JUDICIAL_OFFICE, day(9, 29)).with(decided().facts())));
  }

  private static ActProposal decided() {
    return act("WarningDecided", Role.AGENCY_OFFICER, day(9, 29))
        .with("reason", text("Moved without a word for two weeks."))
        .withDocuments(Set.of("decision"));
  }

  private static ActProposal serious() {
    return proposed("SERIOUS_RULE_BREACH");
  }

  private static ActProposal proposed(String breach) {
    return act("WarningProposed", Role.AGENCY_OFFICER, day(9, 28))
        .with(Map.of("breach", choice(breach), "statement", text("Moved without a word.")))
        .withDocuments(Set.of("evidence"));
  }

  private static ActProposal absence(int days) {
    return act("AbsenceWarningProposed", Role.AGENCY_OFFICER, day(9, 28))
        .with(
            Map.of(
                "breach", choice("LATE_OR_ABSENT"),
                "daysLate", count(days),
                "statement", text("Gone to the coast.")))
        .withDocuments(Set.of("evidence"));
  }
}
