package org.smartcorrection.platform.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.Article;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

/** From a date, a refusal, a level or an approval to the words of the law. */
@PlatformTest
class ArticlePagesTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired Instances instances;
  @Autowired Law law;
  @Autowired Clock clock;

  @Test
  void every_article_that_a_rule_cites_has_its_page_in_both_languages() throws Exception {
    Actor officer = district.staffed().officer();
    Set<Article> cited =
        law.rules().at(today()).all().stream()
            .flatMap(rule -> rule.articles().stream())
            .collect(Collectors.toSet());
    for (Article article : cited)
      for (String language : List.of("en", "zh-CN")) {
        String page = "/law/articles/" + article.path();
        MockHttpServletResponse answer = browser.get(officer, page, language).getResponse();
        String html = answer.getContentAsString(UTF_8);
        assertEquals(200, answer.getStatus(), page);
        assertFalse(html.contains("??") || html.contains("th:"), page);
      }
  }

  @Test
  void a_page_has_the_text_the_rules_their_numbers_and_the_procedures() throws Exception {
    String html = html(district.staffed().officer(), "/law/articles/CCL/29");

    assertTrue(html.contains("<blockquote class=\"lawquote\" lang=\"zh-CN\">"), html);
    assertTrue(html.contains("<b>第二十九条　</b>"), html);
    assertTrue(html.contains("id=\"rule-L22\""), html);
    assertTrue(html.contains("The text was read."), html);
    assertTrue(html.contains("The day on which it begins counts"), "our reading");
    assertTrue(html.contains("href=\"/law/positioning\""), html);
    assertTrue(html.contains("href=\"/law/articles/MEASURES/37\""), "what it rests on besides");
  }

  @Test
  void what_is_not_here_says_so_and_quotes_nothing() throws Exception {
    Actor officer = district.staffed().officer();
    String elsewhere = html(officer, "/law/articles/MEASURES/27");
    assertTrue(elsewhere.contains("The text of this law is not here"), elsewhere);
    assertTrue(elsewhere.contains("The text was not checked yet"), elsewhere);
    assertFalse(elsewhere.contains("blockquote"), elsewhere);
    assertTrue(html(officer, "/law/articles/SPC/204").contains("Only an excerpt"));
    assertTrue(html(officer, "/law/articles/HOUSE").contains("own"));
  }

  @Test
  void what_is_no_article_is_not_found() throws Exception {
    Actor officer = district.staffed().officer();
    for (String page : List.of("CCL/64", "CCL/x", "NOTHING/1", "CCL", "MEASURES/99"))
      assertEquals(
          404, browser.get(officer, "/law/articles/" + page).getResponse().getStatus(), page);
  }

  @Test
  void a_deadline_leads_to_the_text() throws Exception {
    var staffed = district.staffed();
    Case in = district.referred(staffed).in();

    String html = html(staffed.officer(), "/console/cases/" + in.id());

    assertTrue(html.contains("<a href=\"/law/articles/CCL/21\">"), html);
    assertTrue(html(staffed.officer(), "/law/articles/CCL/21").contains("自判决、裁定生效之日起"));
  }

  @Test
  void a_refusal_leads_to_the_text() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    Running level = set(assessed(in, staffed, "RELAXED"), staffed);
    district.perform(
        level,
        "LevelAssessed",
        Facts.NONE.choice("proposedLevel", "STRICT").text("factors", "two absences"),
        staffed.officer());
    var paper =
        new MockMultipartFile(
            "document-decision", "d.pdf", "application/pdf", "%PDF-1.7 x".getBytes(UTF_8));

    MvcResult refused =
        browser.send(
            staffed.officer(),
            "/console/cases/" + in.id() + "/acts/level/LevelSet",
            new MockMultipartFile[] {paper},
            "instance",
            level.id().toString(),
            "level",
            "STRICT",
            "reason",
            "as assessed");

    String html = refused.getResponse().getContentAsString(UTF_8);
    assertEquals(422, refused.getResponse().getStatus());
    assertTrue(html.contains("has not been heard"), html);
    assertTrue(html.contains("<a href=\"/law/articles/PIPL/24\">"), html);
    assertTrue(html(staffed.officer(), "/law/articles/PIPL/24").contains("自动化决策"));
  }

  @Test
  void the_case_says_why_this_level() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    set(assessed(in, staffed, "RELAXED"), staffed);

    String html = html(staffed.officer(), "/console/cases/" + in.id());
    String why = html.substring(html.indexOf("Why this level"));
    why = why.substring(0, why.indexOf("</details>"));

    assertTrue(why.contains("steady work"), why);
    assertTrue(why.contains("as assessed"), why);
    assertTrue(why.contains("href=\"/law/articles/CCL/24\""), why);
    assertTrue(html(staffed.officer(), "/law/articles/CCL/24").contains("实现分类管理、个别化矫正"));
  }

  @Test
  void the_case_says_why_this_approval_and_which_days_were_counted() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    var applied =
        Facts.NONE
            .text("destination", "Suzhou")
            .day("firstDay", today().plusDays(5))
            .day("lastDay", today().plusDays(12))
            .choice("cause", "MEDICAL");
    District.recorded(
        casework.perform(
            PerformAct.opening(in.id(), "leave", "LeaveApplied", applied, staffed.officer())
                .withDocuments(List.of(new Upload("proof", "p.pdf", "%PDF-1.7 x".getBytes(UTF_8))))
                .overriding("urgent")));

    String html = html(staffed.officer(), "/console/cases/" + in.id());
    String why = html.substring(html.indexOf("id=\"approvals\""));
    why = why.substring(0, why.indexOf("</section>"));

    assertTrue(why.contains("the county agency"), why);
    assertTrue(why.contains("8"), why);
    assertTrue(why.contains("href=\"/law/articles/MEASURES/27\""), why);
  }

  private Running assessed(Case in, District.Staffed staffed, String level) {
    var facts = Facts.NONE.choice("proposedLevel", level).text("factors", "steady work");
    District.recorded(
        casework.perform(
            PerformAct.opening(in.id(), "level", "LevelAssessed", facts, staffed.officer())));
    return instances.ofCase(in.id(), "level").getFirst();
  }

  private Running set(Running assessed, District.Staffed staffed) {
    return district.perform(
        assessed,
        "LevelSet",
        Facts.NONE.choice("level", "RELAXED").text("reason", "as assessed"),
        staffed.officer());
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private String html(Actor actor, String page) throws Exception {
    return browser.get(actor, page).getResponse().getContentAsString(UTF_8);
  }
}
