package org.smartcorrection.platform.desk.court;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.IdentityNumber;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

/**
 * Rule L07: the agency is asked before a decision, answers in time, and the person is nobody yet.
 */
@PlatformTest
class CommissionTests {
  private static final AtomicInteger PERSON = new AtomicInteger(300);
  private static final MockMultipartFile[] COMMISSION = {
    new MockMultipartFile(
        "document-commission",
        "commission.pdf",
        "application/pdf",
        "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII))
  };

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired Instances instances;
  @Autowired Deadlines deadlines;
  @Autowired Summaries summaries;
  @Autowired Comparison comparison;
  @Autowired Clock clock;

  @Test
  void L07_a_commission_reaches_the_agency_and_its_answer_the_court() throws Exception {
    var staffed = district.staffed();
    String page = sent(staffed, form(staffed));
    CaseId id = CaseId.of(page.substring(page.lastIndexOf('/') + 1));
    assertEquals(Summary.Status.ASSESSMENT, summaries.find(id).orElseThrow().status());

    begin(staffed.officer(), id, "AssessmentBegun");
    Due opinion = due(id, "opinion");
    assertEquals(LegalCalendar.legalDay(clock.instant()), opinionStart(id));
    perform(
        staffed.officer(),
        id,
        "InvestigationRecorded",
        Facts.NONE.choice("asked", "ASKED_FAMILY").text("findings", "a home and work"));
    perform(
        staffed.officer(),
        id,
        "AssessmentGiven",
        Facts.NONE
            .flag("residenceVerified", true)
            .choice("suitable", "SUITABLE")
            .text("risk", "low")
            .text("effectOnCommunity", "none")
            .text("reason", "a home and work"));

    assertEquals("L07", opinion.rule());
    assertEquals(Summary.Status.ENDED, summaries.find(id).orElseThrow().status());
    assertEquals(List.of(), comparison.of(id));
    for (String language : List.of("en", "zh-CN")) {
      MvcResult answer = browser.get(staffed.court(), page, language);
      assertEquals(200, answer.getResponse().getStatus());
      assertFalse(answer.getResponse().getContentAsString().contains("??"));
    }
    String html = html(staffed.court(), page);
    assertTrue(html.contains(">Assessment</a>"), html);
    assertFalse(
        html.contains("Record of the investigation"), "the agency's working notes are its own");
  }

  @Test
  void L07_fast_track_has_half_the_days() throws Exception {
    var staffed = district.staffed();
    CaseId usual = commissioned(staffed);
    CaseId fast = commissioned(staffed);
    begin(staffed.officer(), usual, "AssessmentBegun");
    begin(staffed.officer(), fast, "FastAssessmentBegun");

    assertTrue(due(fast, "fast-opinion").end().isBefore(due(usual, "opinion").end()));
  }

  @Test
  void L07_nothing_of_correction_begins_in_an_investigation() throws Exception {
    var staffed = district.staffed();
    CaseId id = commissioned(staffed);
    String acts = html(staffed.officer(), "/console/cases/" + id + "/acts");

    assertFalse(acts.contains("/acts/visit/VisitPlanned"), acts);
    assertFalse(acts.contains("/acts/positioning/PositioningProposed"), acts);
    for (String page : List.of("", "/timeline", "/deadlines", "/acts"))
      assertEquals(
          200,
          browser.get(staffed.officer(), "/console/cases/" + id + page).getResponse().getStatus());
  }

  @Test
  void a_decision_does_not_wait_for_an_investigation_and_a_second_commission_does()
      throws Exception {
    var staffed = district.staffed();
    Map<String, String> form = form(staffed);
    sent(staffed, form);

    MvcResult again =
        browser.send(staffed.court(), "/court/assessments/new", COMMISSION, flat(form));
    assertEquals(422, again.getResponse().getStatus());
    assertTrue(again.getResponse().getContentAsString().contains("has a running case already"));

    LocalDate today = LegalCalendar.legalDay(clock.instant());
    form.put("category", "SUSPENDED_SENTENCE");
    form.put("penalty", "FIXED_TERM");
    form.put("offence", "盗窃罪");
    form.put("courtNumber", "(2026)试0001刑初9号");
    form.put("sentence-years", "1");
    form.put("term-years", "2");
    form.put("judgedOn", today.minusDays(12).toString());
    form.put("effectiveOn", today.minusDays(1).toString());
    form.put("termStartsOn", today.minusDays(1).toString());
    MvcResult referred = browser.post(staffed.court(), "/court/referrals", flat(form));
    assertEquals(302, referred.getResponse().getStatus());
  }

  @Test
  void a_commission_without_its_paper_or_place_says_so_and_keeps_what_was_typed() throws Exception {
    var staffed = district.staffed();
    Map<String, String> form = form(staffed);
    form.remove("residence");

    MvcResult answer =
        browser.send(
            staffed.court(), "/court/assessments/new", new MockMultipartFile[0], flat(form));

    String html = answer.getResponse().getContentAsString();
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(html.contains(Objects.requireNonNull(form.get("commissionNumber"))), html);
    assertFalse(html.contains("??"), html);
  }

  private CaseId commissioned(District.Staffed staffed) throws Exception {
    String page = sent(staffed, form(staffed));
    return CaseId.of(page.substring(page.lastIndexOf('/') + 1));
  }

  private String sent(District.Staffed staffed, Map<String, String> form) throws Exception {
    MvcResult answer =
        browser.send(staffed.court(), "/court/assessments/new", COMMISSION, flat(form));
    assertEquals(302, answer.getResponse().getStatus(), answer.getResponse().getContentAsString());
    return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
  }

  private void begin(Actor officer, CaseId id, String type) {
    perform(
        officer, id, type, Facts.NONE.day("receivedOn", LegalCalendar.legalDay(clock.instant())));
  }

  private LocalDate opinionStart(CaseId id) {
    return run(id).facts().day("receivedOn").orElseThrow();
  }

  private void perform(Actor by, CaseId id, String type, Facts facts) {
    District.recorded(casework.perform(PerformAct.in(run(id), type, facts, by)));
  }

  private Running run(CaseId id) {
    return instances.ofCase(id, "assessment").getFirst();
  }

  private Due due(CaseId id, String name) {
    return deadlines.ofCase(id).stream()
        .filter(due -> due.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private String html(Actor actor, String page) throws Exception {
    return browser.get(actor, page).getResponse().getContentAsString();
  }

  private static Map<String, String> form(District.Staffed staffed) {
    var form = new LinkedHashMap<String, String>();
    String first = "110101" + "19910412" + "%03d".formatted(2 * PERSON.incrementAndGet() + 1);
    form.put("name", "试验人");
    form.put("gender", "MALE");
    form.put("born", "1991-04-12");
    form.put("identityNumber", first + IdentityNumber.check(first));
    form.put("address", "试验路1号");
    form.put("agency", staffed.officer().agency().code());
    form.put("considered", "SUSPENDED_SENTENCE");
    form.put("commissionNumber", "(2026)试0001委1号");
    form.put("residence", "试验路1号");
    return form;
  }

  private static String[] flat(Map<String, String> form) {
    var flat = new ArrayList<String>();
    form.forEach((name, value) -> flat.addAll(List.of(name, value)));
    return flat.toArray(String[]::new);
  }
}
