package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Addressees;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Copies;
import org.smartcorrection.platform.casework.Copy;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.TermLength;
import org.smartcorrection.procedure.act.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;

/** Rule H8: an organ without an account is told on paper, and the agency sees to it. */
@PlatformTest
class CopiesTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Copies copies;
  @Autowired Addressees addressees;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Documents documents;
  @Autowired Staffing staffing;
  @Autowired Looks looks;
  @Autowired TransactionTemplate transaction;
  @Autowired MovableClock movable;
  @Autowired Clock clock;

  @Test
  void an_act_that_informs_the_police_makes_exactly_one_copy_owed() {
    var staffed = district.staffed();
    CaseId in = district.received(staffed).in().id();
    Result.Recorded reported = reported(in, staffed.officer());

    Copy copy = only(in);

    assertEquals(Role.POLICE, copy.addressee());
    assertEquals(reported.act().number(), copy.number());
    assertEquals("H8", copy.rule());
    assertNull(copy.sent());
    assertEquals(1, copies.tally(copy.agency(), clock.instant()).toSend());
  }

  @Test
  void an_organ_gets_a_copy_only_while_nobody_there_has_an_account() {
    var staffed = district.staffed();
    CaseId in = district.received(staffed).in().id();
    staffing.disable(staffed.prosecutor().account());

    reported(in, staffed.officer());

    assertEquals(Set.of(Role.POLICE, Role.PROSECUTOR), told(in), "the city agency has an account");
  }

  @Test
  void the_court_of_a_decision_that_came_on_paper_is_elsewhere() {
    var staffed = district.staffed();
    Result.Recorded here = district.referred(staffed);
    Result.Recorded paper = onPaper(staffed);

    for (Role court : List.of(Role.COURT, Role.DECISION_ORGAN)) {
      assertTrue(addressees.post(court, here.in()).isPresent());
      assertEquals(Optional.empty(), addressees.post(court, paper.in()));
    }
    assertEquals(Set.of(), told(here.in().id()), "the court copies its decision itself");
    assertEquals(Set.of(Role.POLICE), told(paper.in().id()));
  }

  @Test
  void what_is_rolled_back_owes_nothing() {
    var staffed = district.staffed();
    CaseId in = district.received(staffed).in().id();

    transaction.executeWithoutResult(
        status -> {
          reported(in, staffed.officer());
          assertEquals(1, copies.ofCase(in).size());
          status.setRollbackOnly();
        });

    assertEquals(List.of(), copies.ofCase(in));
  }

  @Test
  void what_puts_an_act_right_goes_to_whoever_had_the_wrong_one() {
    var staffed = district.staffed();
    CaseId in = district.received(staffed).in().id();
    Result.Recorded wrong = reported(in, staffed.officer());
    Facts right = wrong.act().facts().text("statement", "Nobody was hurt.");
    District.recorded(
        casework.perform(
            PerformAct.in(wrong.instance(), "EmergencyReported", right, staffed.officer())
                .occurring(wrong.act().occurredAt())
                .correcting(wrong.act().id())));

    assertEquals(2, copies.ofCase(in).size());
  }

  @Test
  void a_copy_is_sent_and_its_receipt_proven_by_official_acts() throws Exception {
    var staffed = district.staffed();
    CaseId in = district.received(staffed).in().id();
    reported(in, staffed.officer());
    Copy copy = only(in);

    assertEquals(302, send(staffed.officer(), copy).getStatus());

    Copy.Sent sent = assertSent(copy);
    assertEquals("BY_POST", sent.way());
    assertEquals(today(), sent.on());
    var act = acts.ofCase(in, Integer.MAX_VALUE, 1).getFirst();
    assertEquals("CopySent", act.type());
    assertEquals(act.number(), sent.act());
    assertEquals("County police", act.facts().said("organ"));

    assertEquals(422, receive(staffed.head(), copy).getStatus(), "without proof");
    assertEquals(302, receive(staffed.head(), copy, proof()).getStatus());

    assertEquals(today(), assertSent(copy).receivedOn());
    var receipt = acts.ofCase(in, Integer.MAX_VALUE, 1).getFirst();
    assertEquals("return-receipt", documents.ofAct(receipt.id()).getFirst().kind());
    assertEquals(new Copies.Tally(0, 0, 0), copies.tally(copy.agency(), clock.instant()));
    String timeline = html(staffed.officer(), "/console/cases/" + in + "/timeline");
    assertTrue(timeline.contains("Copy sent") && timeline.contains("County police"));
  }

  @Test
  void a_copy_is_sent_once_and_says_so() throws Exception {
    var staffed = district.staffed();
    CaseId in = district.received(staffed).in().id();
    reported(in, staffed.officer());
    Copy copy = only(in);
    send(staffed.officer(), copy);
    int number = acts.ofCase(in, Integer.MAX_VALUE, 1).getFirst().number();

    MockHttpServletResponse again = send(staffed.head(), copy);

    assertEquals(422, again.getStatus());
    assertTrue(again.getContentAsString().contains("already recorded as sent"));
    assertEquals(number, acts.ofCase(in, Integer.MAX_VALUE, 1).getFirst().number());
    var refused =
        assertThrows(Refused.class, () -> casework.perform(sending(copy, 1, staffed.officer())));
    assertEquals("casework.copy.none", refused.key(), "no copy of act 1 is owed");
  }

  @Test
  void a_copy_that_came_back_is_owed_again() throws Exception {
    var staffed = district.staffed();
    CaseId in = district.received(staffed).in().id();
    reported(in, staffed.officer());
    Copy copy = only(in);
    send(staffed.officer(), copy);

    browser.post(staffed.officer(), path(copy) + "/returned", "reason", "moved");

    assertNull(copies.get(copy.id()).sent());
    assertEquals(302, send(staffed.officer(), copy).getStatus());
  }

  @Test
  void another_countys_officer_neither_sees_nor_records() throws Exception {
    var staffed = district.staffed();
    Actor stranger = district.staffed().officer();
    Result.Recorded received = district.received(staffed);
    reported(received.in().id(), staffed.officer());
    Copy copy = only(received.in().id());

    for (String page : List.of(path(copy), path(copy) + "/letter"))
      assertEquals(404, browser.get(stranger, page).getResponse().getStatus(), page);
    assertEquals(404, send(stranger, copy).getStatus());
    assertNull(copies.get(copy.id()).sent());
    String number = received.in().number();
    assertFalse(html(stranger, "/console/copies").contains(number));
    assertTrue(html(staffed.officer(), "/console/copies").contains(number));
    assertTrue(html(staffed.head(), "/console/copies").contains(number));
  }

  @Test
  void pages_are_complete_in_both_languages_and_looks_are_recorded() throws Exception {
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    reported(received.in().id(), staffed.officer());
    Copy copy = only(received.in().id());
    int before = looks.at(received.in().person(), null, 50).rows().size();

    for (String page : List.of("/console/copies", path(copy), path(copy) + "/letter"))
      for (String language : List.of("en", "zh-CN")) {
        var answer = browser.get(staffed.officer(), page, language).getResponse();
        assertEquals(200, answer.getStatus(), page);
        assertFalse(answer.getContentAsString().contains("??"), page);
      }

    assertTrue(looks.at(received.in().person(), null, 50).rows().size() > before);
    String letter = html(staffed.officer(), path(copy) + "/letter");
    assertTrue(letter.contains("送达回证") && letter.contains(received.in().number()));
  }

  @Test
  void an_overdue_copy_shows_as_overdue_and_is_a_question_of_the_procuratorate() throws Exception {
    var staffed = district.staffed();
    CaseId in = district.received(staffed).in().id();
    reported(in, staffed.officer());
    Copy copy = only(in);
    assertFalse(questions(staffed).contains("Copy for: police"));

    movable.forward(Duration.ofDays(14));

    assertTrue(copies.get(copy.id()).late(clock.instant()));
    assertTrue(html(staffed.officer(), "/console/copies").contains("One is overdue"));
    assertTrue(questions(staffed).contains("Copy for: police"));
    send(staffed.officer(), copy);
    assertTrue(questions(staffed).contains("Copy for: police"), "late stays a question");
    assertEquals(0, copies.tally(copy.agency(), clock.instant()).overdue());
  }

  @Test
  void many_copies_are_paged_by_key() {
    var staffed = district.staffed();
    CaseId in = district.received(staffed).in().id();
    for (int i = 0; i < 3; i++) reported(in, staffed.officer());

    var agency = staffed.officer().agency().id();
    var first = copies.page(Copies.Which.TO_SEND, agency, null, 2);
    var rest = copies.page(Copies.Which.TO_SEND, agency, first.next(), 2);

    assertEquals(2, first.rows().size());
    assertEquals(1, rest.rows().size());
    assertNull(rest.next());
    assertEquals(copies.ofCase(in).getLast().id(), rest.rows().getFirst().id());
  }

  private Result.Recorded reported(CaseId in, Actor by) {
    return District.recorded(
        casework.perform(
            PerformAct.opening(
                in,
                "emergency",
                "EmergencyReported",
                Facts.NONE
                    .choice("emergencyKind", "UNNATURAL_DEATH")
                    .moment("detectedAt", clock.instant().truncatedTo(ChronoUnit.MINUTES))
                    .text("where", "Test Road")
                    .text("statement", "What happened."),
                by)));
  }

  private Result.Recorded onPaper(District.Staffed staffed) {
    LocalDate today = today();
    Facts decision =
        Facts.NONE
            .choice("category", "SUSPENDED_SENTENCE")
            .choice("penalty", "FIXED_TERM")
            .text("offence", "盗窃罪")
            .text("courtNumber", "(2026)试0002刑初1号")
            .length("sentence", TermLength.ofYears(1))
            .length("term", TermLength.ofYears(2))
            .day("judgedOn", today.minusDays(20))
            .day("effectiveOn", today)
            .day("termStartsOn", today);
    return District.recorded(
        casework.open(
            district.person(),
            staffed.officer().agency(),
            in ->
                PerformAct.opening(
                    in.id(), "reception", "ReferralReceived", decision, staffed.officer())));
  }

  private Copy only(CaseId in) {
    List<Copy> owed = copies.ofCase(in);
    assertEquals(1, owed.size());
    return owed.getFirst();
  }

  private Set<Role> told(CaseId in) {
    return copies.ofCase(in).stream().map(Copy::addressee).collect(Collectors.toSet());
  }

  private Copy.Sent assertSent(Copy copy) {
    Copy.Sent sent = copies.get(copy.id()).sent();
    assertNotNull(sent);
    return sent;
  }

  private PerformAct sending(Copy copy, int act, Actor by) {
    Facts facts =
        Facts.NONE
            .count("copyOf", act)
            .choice("sentTo", "POLICE")
            .text("organ", "County police")
            .choice("sentBy", "IN_PERSON")
            .day("sentOn", today());
    return PerformAct.opening(copy.caseId(), Copies.PROCEDURE, "CopySent", facts, by);
  }

  private MockHttpServletResponse send(Actor by, Copy copy) throws Exception {
    return browser
        .post(
            by,
            path(copy) + "/sent",
            "organ",
            "County police",
            "sentBy",
            "BY_POST",
            "sentOn",
            today().toString())
        .getResponse();
  }

  private MockHttpServletResponse receive(Actor by, Copy copy, MockMultipartFile... proof)
      throws Exception {
    return browser
        .send(by, path(copy) + "/received", proof, "acknowledgedOn", today().toString())
        .getResponse();
  }

  private static MockMultipartFile proof() {
    return new MockMultipartFile(
        "document-return-receipt",
        "receipt.pdf",
        "application/pdf",
        "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
  }

  private static String path(Copy copy) {
    return CopiesPage.PATH + "/" + copy.id();
  }

  private String questions(District.Staffed staffed) throws Exception {
    return html(staffed.prosecutor(), "/oversight");
  }

  private String html(Actor actor, String page) throws Exception {
    return browser.get(actor, page).getResponse().getContentAsString();
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
