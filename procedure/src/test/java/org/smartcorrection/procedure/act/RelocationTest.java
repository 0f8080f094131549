package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.procedure.act.Story.act;
import static org.smartcorrection.procedure.act.Story.choice;
import static org.smartcorrection.procedure.act.Story.count;
import static org.smartcorrection.procedure.act.Story.day;
import static org.smartcorrection.procedure.act.Story.flag;
import static org.smartcorrection.procedure.act.Story.on;
import static org.smartcorrection.procedure.act.Story.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;

/** A move to another county: two agencies, one person, and nobody falls between them. */
class RelocationTest {

  private final Story story = new Story("relocation");

  @Test
  void M23_less_than_a_month_ahead_warns_and_a_move_that_is_past_is_refused() {
    assertEquals(
        List.of("reason.relocation.late"), story.warned(applied().with("movesOn", on(day(7, 30)))));
    assertEquals(
        List.of("reason.relocation.moved"),
        story.refused(applied().with("movesOn", on(day(7, 1))).because("already there")));
    story.accepted(applied().with("movesOn", on(day(8, 6))));
  }

  @Test
  void M23_the_new_agency_is_asked_in_five_days_and_replies_in_five() {
    var applied = story.accepted(applied());
    assertEquals(day(7, 13), story.due("consult"), "11 July is a Saturday");
    assertEquals(Role.AGENCY_OFFICER, applied.next().deadline("consult").orElseThrow().owner());

    story.accepted(consulted());
    assertEquals(day(7, 14), story.due("reply"));
    assertEquals(Role.HOST_AGENCY, story.instance().deadline("reply").orElseThrow().owner());
    story.accepted(accepted());
    assertEquals(day(7, 20), story.due("decide"), "18 July is a Saturday");
  }

  @Test
  void L05_nobody_takes_over_or_declines_without_saying_whether_the_person_lives_there() {
    story.accepted(applied());
    story.accepted(consulted());
    ActProposal unseen =
        act("NewAgencyAccepted", Role.HOST_AGENCY, day(7, 13))
            .with("reply", text("We receive him."))
            .withDocuments(Set.of("reply"));
    assertEquals(List.of("reason.fact.missing"), story.refused(unseen));
    ActProposal declined =
        act("NewAgencyDeclined", Role.HOST_AGENCY, day(7, 13))
            .with("reason", text("We do not know him."))
            .withDocuments(Set.of("reply"));
    assertEquals(List.of("reason.fact.missing"), story.refused(declined));
    story.accepted(unseen.with("residenceVerified", flag(true)));
  }

  @Test
  void M23_nothing_is_decided_before_the_new_agency_has_replied() {
    story.accepted(applied());
    assertEquals(List.of("reason.state"), story.refused(approved()));
    story.accepted(consulted());
    assertEquals(List.of("reason.state"), story.refused(approved()));
  }

  @Test
  void M23_a_decline_has_reasons_and_the_dispute_goes_up() {
    story.accepted(applied());
    story.accepted(consulted());
    ActProposal declined =
        act("NewAgencyDeclined", Role.HOST_AGENCY, day(7, 13))
            .with("residenceVerified", flag(true))
            .withDocuments(Set.of("reply"));
    assertEquals(List.of("reason.fact.missing"), story.refused(declined));
    story.accepted(declined.with("reason", text("No family here.")));
    assertEquals(List.of("reason.state"), story.refused(approved()), "not over its head");

    story.accepted(
        act("DisputeRaised", Role.AGENCY_OFFICER, day(7, 14))
            .with("reason", text("His wife lives there."))
            .withDocuments(Set.of("reply")));
    assertEquals(Role.CITY_AGENCY, story.instance().deadline("settle").orElseThrow().owner());
    ActProposal settled =
        act("AcceptanceSettled", Role.CITY_AGENCY, day(7, 20)).with("reason", text("She does."));
    assertEquals(
        List.of("reason.power"),
        story.refused(
            act("AcceptanceSettled", Role.AGENCY_OFFICER, day(7, 20)).with(settled.facts())));
    story.accepted(settled);
    story.accepted(approved());
  }

  @Test
  void M23_what_the_agency_one_level_up_upheld_can_only_be_refused() {
    decline();
    story.accepted(
        act("DisputeRaised", Role.AGENCY_OFFICER, day(7, 14))
            .with("reason", text("His wife lives there."))
            .withDocuments(Set.of("reply")));
    story.accepted(
        act("DeclineUpheld", Role.CITY_AGENCY, day(7, 20)).with("reason", text("She moved.")));

    assertEquals(List.of("reason.state"), story.refused(approved()));
    story.accepted(refused(day(7, 21)));
  }

  @Test
  void L17_M23_a_refusal_is_reasoned_and_told_in_five_days() {
    decline();
    ActProposal refusal = refused(day(7, 14));
    assertEquals(
        List.of("reason.fact.missing"),
        story.refused(
            act("RelocationRefused", Role.AGENCY_OFFICER, day(7, 14))
                .withDocuments(Set.of("decision"))));
    story.accepted(refusal);

    assertEquals(day(7, 20), story.due("tell-refusal"), "19 July is a Sunday");
    assertTrue(story.instance().deadline("tell-refusal").orElseThrow().protects());
    var told =
        story.accepted(
            act("RefusalTold", Role.AGENCY_OFFICER, day(7, 15))
                .withDocuments(Set.of("proof-of-service")));
    assertTrue(told.effects().contains(new Effect.Inform(Role.SUBJECT)));
  }

  @Test
  void M24_documents_go_in_five_days_with_copies_and_are_receipted_in_five() {
    approve();
    assertEquals(day(7, 22), story.due("send"));
    assertEquals(List.of("reason.relocation.file-not-sent"), story.refused(received()));

    var sent = story.accepted(sent());
    assertTrue(
        sent.effects()
            .containsAll(
                List.of(
                    new Effect.Inform(Role.HOST_AGENCY),
                    new Effect.Inform(Role.COURT),
                    new Effect.Inform(Role.PROSECUTOR),
                    new Effect.Inform(Role.POLICE))));
    assertEquals(Role.HOST_AGENCY, story.instance().deadline("receipt").orElseThrow().owner());
    assertTrue(story.accepted(received()).met().getFirst().inTime());
  }

  @Test
  void M25_the_seven_days_run_from_the_day_on_which_the_person_received_the_decision() {
    approve();
    assertEquals(
        List.of("reason.relocation.told"),
        story.refused(told().with("consequencesTold", flag(false)).because("he knows")));
    story.accepted(told());

    assertEquals(day(7, 27), story.due("arrive"), "25 July is a Saturday");
    assertEquals(
        List.of("reason.identity"),
        story.refused(arrived(day(7, 23)).with("identityVerified", flag(false)).because("known")));
    story.accepted(arrived(day(7, 23)));
  }

  @Test
  void M25_whoever_does_not_arrive_is_searched_for_by_the_old_agency() {
    approve();
    story.accepted(told());
    var end = LegalCalendar.endOf(day(7, 27));
    var overdue = story.accepted(Story.INTERPRETER.dueActs(story.instance(), end).getFirst());

    assertTrue(
        overdue
            .effects()
            .containsAll(
                List.of(
                    new Effect.Inform(Role.AGENCY_OFFICER), new Effect.Inform(Role.HOST_AGENCY))));
    assertEquals(Role.AGENCY_OFFICER, story.instance().deadline("search").orElseThrow().owner());
    ActProposal sought =
        act("MoverSought", Role.HOST_AGENCY, day(7, 28))
            .with("contactAttempts", count(2))
            .withDocuments(Set.of("contact-record"));
    assertEquals(List.of("reason.power"), story.refused(sought), "the old agency, not the new one");
    story.accepted(
        act("MoverSought", Role.AGENCY_OFFICER, day(7, 28))
            .with("contactAttempts", count(2))
            .withDocuments(Set.of("contact-record")));
    var late = story.accepted(arrived(day(7, 30)));
    assertFalse(
        late.met().stream()
            .filter(met -> met.deadline().id().equals("arrive"))
            .findFirst()
            .orElseThrow()
            .inTime());
  }

  @Test
  void M24_the_old_agency_lets_go_only_when_the_new_one_has_the_file() {
    approve();
    story.accepted(told());
    story.accepted(arrived(day(7, 23)));
    ActProposal completed = act("RelocationCompleted", Role.AGENCY_OFFICER, day(7, 24));

    assertEquals(
        List.of("reason.relocation.file-not-received"),
        story.refused(completed.because("it will come")));
    assertEquals(
        Set.of("send", "close"),
        story.instance().deadlines().stream().map(OpenDeadline::id).collect(Collectors.toSet()));
    story.accepted(sent());
    story.accepted(received());
    var done = story.accepted(completed);
    assertEquals("RELOCATED", done.next().state());
    assertEquals(List.of(), done.next().deadlines());
  }

  @Test
  void M23_an_agency_that_can_answer_itself_is_not_answered_for() {
    story.accepted(applied());
    var consulted = consulted().with("hostAgency", text("an agency with accounts"));
    story.accepted(consulted);
    ActProposal forIt =
        act("NewAgencyAccepted", Role.AGENCY_OFFICER, day(7, 13))
            .with(accepted().facts())
            .withDocuments(Set.of("reply"));
    assertEquals(List.of("reason.relocation.host-itself"), story.refused(forIt));
    story.accepted(accepted());
    story.accepted(approved());
    story.accepted(told());
    story.accepted(sent());
    ActProposal receiptForIt =
        act("RelocationFileReceived", Role.AGENCY_OFFICER, day(7, 22))
            .withDocuments(Set.of("receipt-of-documents"));
    assertEquals(List.of("reason.relocation.host-itself"), story.refused(receiptForIt));
  }

  @Test
  void M24_the_case_goes_over_to_the_agency_that_was_consulted() {
    story.accepted(applied());
    story.accepted(consulted().with("hostAgency", text("an agency with accounts")));
    story.accepted(accepted());
    story.accepted(approved());
    story.accepted(told());
    story.accepted(sent());
    story.accepted(
        act("RelocationFileReceived", Role.HOST_AGENCY, day(7, 22))
            .withDocuments(Set.of("receipt-of-documents")));
    story.accepted(
        act("ArrivalRegistered", Role.HOST_AGENCY, day(7, 23)).with(arrived(day(7, 23)).facts()));
    var done = story.accepted(act("RelocationCompleted", Role.HOST_AGENCY, day(7, 24)));
    assertTrue(done.effects().contains(new Effect.HandOver("hostAgency")));
    assertEquals(text("an agency with accounts"), done.next().facts().get("hostAgency"));
  }

  private void decline() {
    story.accepted(applied());
    story.accepted(consulted());
    story.accepted(
        act("NewAgencyDeclined", Role.HOST_AGENCY, day(7, 13))
            .with(Map.of("residenceVerified", flag(true), "reason", text("No family here.")))
            .withDocuments(Set.of("reply")));
  }

  private void approve() {
    story.accepted(applied());
    story.accepted(consulted());
    story.accepted(accepted());
    story.accepted(approved());
  }

  private static ActProposal applied() {
    return act("RelocationApplied", Role.SUBJECT, day(7, 6))
        .with(
            Map.of(
                "newResidence", text("Baishi, Mill Lane 4"),
                "newAgency", text("Baishi"),
                "movesOn", on(day(9, 1)),
                "relocationCause", choice("WORK_CHANGED"),
                "statement", text("A post at the mill.")))
        .withDocuments(Set.of("proof"));
  }

  private static ActProposal consulted() {
    return act("NewAgencyConsulted", Role.AGENCY_OFFICER, day(7, 9))
        .withDocuments(Set.of("consultation"));
  }

  private static ActProposal accepted() {
    return act("NewAgencyAccepted", Role.HOST_AGENCY, day(7, 13))
        .with(Map.of("residenceVerified", flag(true), "reply", text("We receive him.")))
        .withDocuments(Set.of("reply"));
  }

  private static ActProposal approved() {
    return act("RelocationApproved", Role.AGENCY_OFFICER, day(7, 17))
        .with("reason", text("Work and home are there."))
        .withDocuments(Set.of("decision"));
  }

  private static ActProposal refused(LocalDate day) {
    return act("RelocationRefused", Role.AGENCY_OFFICER, day)
        .with("reason", text("Nobody receives him there."))
        .withDocuments(Set.of("decision"));
  }

  private static ActProposal told() {
    return act("RelocationTold", Role.AGENCY_OFFICER, day(7, 18))
        .with(
            Map.of(
                "servedToPersonOn", on(day(7, 18)),
                "rulesTold", flag(true),
                "consequencesTold", flag(true)))
        .withDocuments(Set.of("notice"));
  }

  private static ActProposal sent() {
    return act("RelocationFileSent", Role.AGENCY_OFFICER, day(7, 20))
        .withDocuments(Set.of("file-list"));
  }

  private static ActProposal received() {
    return act("RelocationFileReceived", Role.HOST_AGENCY, day(7, 22))
        .withDocuments(Set.of("receipt-of-documents"));
  }

  private static ActProposal arrived(LocalDate day) {
    return act("ArrivalRegistered", Role.HOST_AGENCY, day)
        .with(Map.of("arrivedOn", on(day), "identityVerified", flag(true)));
  }
}
