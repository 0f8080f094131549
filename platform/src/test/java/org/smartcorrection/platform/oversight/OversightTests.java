package org.smartcorrection.platform.oversight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.evidence.InStep;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.TermLength;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class OversightTests {
  private static final String WORDS = "zq-opinion-5512";

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired Instances instances;
  @Autowired Acts acts;
  @Autowired Looks looks;
  @Autowired InStep ledger;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  District.Staffed staffed;
  Actor prosecutor;

  @BeforeEach
  void aDistrictOfItsOwn() {
    staffed = district.staffed();
    prosecutor = staffed.prosecutor();
  }

  /** A sentence that became effective three weeks ago, and of which the agency hears today. */
  private Case toldLate() {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    LocalDate effective = today.minusDays(30);
    Facts decision =
        Facts.NONE
            .choice("category", "SUSPENDED_SENTENCE")
            .choice("penalty", "FIXED_TERM")
            .text("offence", "盗窃罪")
            .text("courtNumber", "(2026)试0001刑初2号")
            .length("sentence", TermLength.ofYears(1))
            .length("term", TermLength.ofYears(2))
            .day("judgedOn", effective.minusDays(20))
            .day("effectiveOn", effective)
            .day("termStartsOn", effective);
    return District.recorded(
            casework.open(
                district.person(),
                staffed.officer().agency(),
                in ->
                    PerformAct.opening(
                        in.id(), "reception", "ReferralReceived", decision, staffed.court())))
        .in();
  }

  private String html(Actor actor, String path) throws Exception {
    return html(actor, path, "en");
  }

  private String html(Actor actor, String path, String language) throws Exception {
    var response = browser.get(actor, path, language).getResponse();
    assertEquals(200, response.getStatus(), path);
    return response.getContentAsString();
  }

  private int status(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getStatus();
  }

  private Running opinion(Case in) throws Exception {
    String path = "/oversight/cases/" + in.id() + "/opinion";
    var response = browser.post(prosecutor, path, "opinion", WORDS).getResponse();
    assertEquals(302, response.getStatus(), response.getContentAsString());
    return instances.ofCase(in.id(), "opinion").getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void documents_that_came_late_are_a_question_with_rule_computation_and_evidence(String language)
      throws Exception {
    Case in = toldLate();
    String html = html(prosecutor, "/oversight", language);
    boolean chinese = language.equals("zh-CN");
    assertTrue(html.contains(in.number()), html);
    assertTrue(html.contains(chinese ? "文书迟延" : "late delivery"), html);
    assertTrue(html.contains(chinese ? "第 1 项行为" : "Act 1"), html);
    assertTrue(html.contains("class=\"receipt\""), html);
    assertFalse(html.contains("th:"), "a template attribute was not processed");
  }

  @Test
  void no_question_crosses_the_border_of_the_district() throws Exception {
    Case in = toldLate();
    Actor elsewhere = district.staffed().prosecutor();
    assertFalse(html(elsewhere, "/oversight").contains(in.number()));
    assertEquals(404, status(elsewhere, "/oversight/cases/" + in.id()));
    assertEquals(404, status(elsewhere, "/oversight/cases/" + in.id() + "/opinion"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void the_case_shows_acts_deadlines_and_documents_as_the_agency_has_them(String language)
      throws Exception {
    Case in = district.received(staffed).in();
    assertTrue(html(prosecutor, "/oversight/cases", language).contains(in.number()));
    assertTrue(html(prosecutor, "/oversight/cases/rows?before=").contains(in.number()));
    assertTrue(
        html(prosecutor, "/oversight/cases/" + in.id() + "/live?before=").contains("receipt"));
    String html = html(prosecutor, "/oversight/cases/" + in.id(), language);
    assertTrue(html.contains(language.equals("en") ? "Plan opened" : "矫正方案"), html);
    assertTrue(html.contains("/documents/"), html);
    assertTrue(html.contains("class=\"why\""), html);
    assertTrue(
        looks.at(in.person(), null, 99).rows().stream()
            .anyMatch(look -> look.purpose() == ReadPurpose.PROCURATORIAL_SUPERVISION));
  }

  @Test
  void an_unchanged_case_stands_and_one_changed_behind_the_platforms_back_does_not()
      throws Exception {
    Case in = district.received(staffed).in();
    ledger.now();
    int all = acts.history(in.id()).size();
    browser.post(prosecutor, "/oversight/cases/" + in.id() + "/check");
    String stands = html(prosecutor, "/oversight/cases/" + in.id());
    assertTrue(stands.contains("The record stands as it was sealed"), stands);
    assertTrue(stands.contains(all + " of " + all + " proved"), stands);
    behindTheBack("update casework.acts set effective_on = effective_on - 1", in, 4);
    browser.post(prosecutor, "/oversight/cases/" + in.id() + "/check");
    behindTheBack("update casework.acts set effective_on = effective_on + 1", in, 4);
    String changed = html(prosecutor, "/oversight/cases/" + in.id());
    assertTrue(changed.contains("The record was changed"), changed);
    assertTrue(changed.contains("<li>Act 4</li>"), changed);
    assertTrue(changed.contains((all - 1) + " of " + all + " proved"), changed);
  }

  @Test
  void the_latest_act_taken_off_is_missed_for_the_log_counts_by_itself() throws Exception {
    Case in = district.received(staffed).in();
    Case other = district.referred(staffed).in();
    ledger.now();
    int latest = acts.history(in.id()).size();
    String move = "update casework.acts set case_id = '%s'";
    behindTheBack(move.formatted(other.id()), in, latest);
    browser.post(prosecutor, "/oversight/cases/" + in.id() + "/check");
    behindTheBack(move.formatted(in.id()), other, latest);
    String html = html(prosecutor, "/oversight/cases/" + in.id());
    assertTrue(html.contains("<li>Act " + latest + "</li>"), html);
    assertTrue(html.contains("/console/cases/" + in.id() + "/proof"), html);
  }

  private void behindTheBack(String update, Case in, int number) {
    jdbc.sql("alter table casework.acts disable trigger acts_stay").update();
    jdbc.sql(update + " where case_id = ? and number = ?").params(in.id().value(), number).update();
    jdbc.sql("alter table casework.acts enable trigger acts_stay").update();
  }

  @Test
  void an_opinion_is_replied_to_in_writing_and_pursued() throws Exception {
    Case in = district.received(staffed).in();
    Running opinion = opinion(in);
    String path = "/console/opinions/" + opinion.id();
    for (Actor owing : List.of(staffed.officer(), staffed.head())) {
      assertTrue(html(owing, "/console/opinions").contains(in.number()));
      assertTrue(html(owing, path).contains(WORDS));
    }
    var silent = browser.post(staffed.officer(), path, "adopted", "NOT_ADOPTED", "reply", "no");
    assertEquals(422, silent.getResponse().getStatus(), "reasons are owed");
    browser.post(
        staffed.officer(), path, "adopted", "NOT_ADOPTED", "reason", "why-77", "reply", "re-88");
    String replied = html(prosecutor, "/oversight/opinions/" + opinion.id(), "zh-CN");
    assertTrue(replied.contains("why-77") && replied.contains("re-88"), replied);
    browser.post(
        prosecutor, "/oversight/opinions/" + opinion.id() + "/pursue", "opinion", "again-99");
    assertEquals("OPEN", instances.find(opinion.id()).orElseThrow().state());
    browser.post(prosecutor, "/oversight/opinions/" + opinion.id() + "/withdraw");
    assertEquals("WITHDRAWN", instances.find(opinion.id()).orElseThrow().state());
    assertTrue(html(prosecutor, "/oversight/opinions").contains(in.number()));
  }

  @Test
  void an_opinion_without_words_is_not_sent() throws Exception {
    Case in = district.received(staffed).in();
    var empty =
        browser.post(prosecutor, "/oversight/cases/" + in.id() + "/opinion", "opinion", " ");
    assertEquals(422, empty.getResponse().getStatus());
    assertTrue(instances.ofCase(in.id(), "opinion").isEmpty());
  }

  @Test
  void another_agency_answers_no_opinion_that_is_not_its_own() throws Exception {
    Running opinion = opinion(district.received(staffed).in());
    Actor elsewhere = district.staffed().officer();
    assertEquals(404, status(elsewhere, "/console/opinions/" + opinion.id()));
    assertEquals(403, status(staffed.office(), "/console/opinions/" + opinion.id()));
    assertEquals(403, status(staffed.officer(), "/oversight/opinions/" + opinion.id()));
  }

  private Result.Recorded complaint() {
    return District.recorded(
        casework.open(
            district.received(staffed).in().person(),
            prosecutor.agency(),
            in ->
                PerformAct.opening(
                    in.id(),
                    "complaint",
                    "ComplaintToProcuratorate",
                    Facts.NONE.text("complaint", "geheim-4711"),
                    prosecutor)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void a_complaint_is_read_and_answered_by_the_procuratorate(String language) throws Exception {
    Result.Recorded complaint = complaint();
    String path = "/oversight/complaints/" + complaint.instance().id();
    assertTrue(html(prosecutor, "/oversight/complaints", language).contains(path));
    assertTrue(html(prosecutor, path, language).contains("geheim-4711"));
    browser.post(prosecutor, path, "upheld", "UPHELD", "reason", "right");
    assertEquals(
        "ANSWERED_BY_PROCURATORATE",
        instances.find(complaint.instance().id()).orElseThrow().state());
  }

  @Test
  void nobody_but_the_procuratorate_finds_a_complaint() throws Exception {
    Result.Recorded complaint = complaint();
    Case in = complaint.in();
    jdbc.sql(
            """
            insert into evidence.mismatches (id, case_id, act_number, place, found_at)
            values (?, ?, 1, 'somewhere', ?)
            """)
        .params(in.id().value(), in.id().value(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    String path = "/oversight/complaints/" + complaint.instance().id();
    assertEquals(404, status(district.staffed().prosecutor(), path));
    Actor auditor = district.actor(staffed.officer().agency(), Role.AUDITOR);
    for (Actor other :
        List.of(
            staffed.court(),
            staffed.officer(),
            staffed.office(),
            staffed.head(),
            staffed.city(),
            auditor)) {
      assertEquals(403, status(other, path), other.role().name());
      assertEquals(403, status(other, "/oversight/complaints"), other.role().name());
    }
    // the procuratorate's own lists of the agency's work do not mix it in either
    assertEquals(404, status(prosecutor, "/oversight/cases/" + in.id()));
    assertFalse(html(prosecutor, "/oversight/cases").contains(in.number()));
    assertEquals(404, status(staffed.officer(), "/console/cases/" + in.id()));
    for (String page : List.of("/console/opinions", "/wall", "/wall/feed"))
      for (Actor other : List.of(staffed.officer(), staffed.head())) absent(html(other, page), in);
    absent(html(auditor, "/admin/ledger"), in);
    absent(html(auditor, "/admin/trail"), in);
  }

  private static void absent(String html, Case in) {
    assertFalse(html.contains(in.number()), html);
    assertFalse(html.contains("geheim"), html);
  }

  @Test
  void a_person_nobody_met_for_twice_the_plans_time_is_a_question() throws Exception {
    Case in = district.received(staffed).in();
    assertFalse(html(prosecutor, "/oversight").contains(in.number()));
    jdbc.sql(
            "update oversight.contacts set last_at = last_at - interval '15 days' where case_id ="
                + " ?")
        .param(in.id().value())
        .update();
    String html = html(prosecutor, "/oversight");
    assertTrue(html.contains("paper only") && html.contains(in.number()), html);
  }
}
