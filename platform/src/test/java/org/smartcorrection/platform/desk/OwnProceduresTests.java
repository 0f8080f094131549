package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** The pages on which an agency writes and publishes a version of a procedure of its own. */
@PlatformTest
class OwnProceduresTests {
  private static final String PAGE = "/console/procedures/opinion";

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Mornings mornings;
  @Autowired Clock clock;
  District.Staffed staffed;

  @BeforeEach
  void aDistrictOfItsOwnInTheMorning() {
    mornings.next();
    staffed = district.staffed();
  }

  @Test
  void a_step_is_drafted_by_an_officer_seen_in_words_and_published_by_the_head() throws Exception {
    MockHttpServletResponse added = step(staffed.officer(), "Brigade check", "大队核对");
    assertEquals(302, added.getStatus(), added.getContentAsString(StandardCharsets.UTF_8));
    String drafted = html(staffed.officer(), PAGE, "en");
    assertTrue(drafted.contains("New step: Brigade check"), drafted);
    assertTrue(drafted.contains("<svg"), drafted);
    assertFalse(drafted.contains("name=\"reason\""), "only the head publishes");

    assertEquals(422, publish(staffed.officer(), tomorrow(), "four eyes").getStatus());
    assertEquals(422, publish(staffed.head(), today(), "four eyes").getStatus());
    assertEquals(302, publish(staffed.head(), tomorrow(), "four eyes").getStatus());

    for (String language : List.of("en", "zh-CN")) {
      String own = html(staffed.head(), "/console/procedures", language);
      String seen = html(staffed.prosecutor(), "/oversight/procedures", language);
      String step = language.equals("en") ? "New step: Brigade check" : "新增步骤：大队核对";
      assertTrue(own.contains(step) && seen.contains(step), own + seen);
      assertTrue(seen.contains("four eyes"), seen);
    }
    mornings.next();
    String law = html(staffed.officer(), "/law/opinion", "en");
    assertTrue(law.contains("Brigade check"), law);
    assertFalse(html(district.staffed().officer(), "/law/opinion", "en").contains("Brigade check"));
  }

  @Test
  void a_draft_with_a_typo_is_kept_and_its_line_is_named() throws Exception {
    String typed = "{\n  \"definition\" : {\n    \"idd\" : \"opinion\"\n  }\n}";
    assertEquals(302, text(typed).getStatus());
    String html = html(staffed.officer(), PAGE, "en");
    assertTrue(html.contains("&quot;idd&quot;") && html.contains("line 3"), html);
    assertEquals(422, publish(staffed.head(), tomorrow(), "why").getStatus());

    assertEquals(
        302, browser.post(staffed.officer(), PAGE, "step", "discard").getResponse().getStatus());
    assertFalse(html(staffed.officer(), PAGE, "en").contains("&quot;idd&quot;"));
  }

  @Test
  void an_act_of_somebody_else_cannot_be_chosen() throws Exception {
    String law = html(staffed.officer(), PAGE, "en");
    assertTrue(law.contains("The draft changes nothing yet"), law);
    MockHttpServletResponse answer =
        browser
            .post(
                staffed.officer(),
                PAGE,
                "step",
                "add-step",
                "act",
                "OpinionWritten",
                "zh",
                "先行登记",
                "en",
                "Register first",
                "who",
                "AGENCY_OFFICER")
            .getResponse();
    assertEquals(422, answer.getStatus());
    assertTrue(answer.getContentAsString(StandardCharsets.UTF_8).contains("Choose an act"));
  }

  @Test
  void a_procedure_of_ones_own_begins_with_what_can_be_published() throws Exception {
    for (String language : List.of("en", "zh-CN"))
      html(staffed.head(), "/console/procedures/house-rules", language);
    String named = html(staffed.head(), "/console/procedures?procedure=House Rules", "en");
    assertTrue(named.contains("Use small letters"), named);
  }

  private MockHttpServletResponse step(Actor by, String en, String zh) throws Exception {
    return browser
        .post(
            by,
            PAGE,
            "step",
            "add-step",
            "act",
            "OpinionReplied",
            "zh",
            zh,
            "en",
            en,
            "who",
            "AGENCY_OFFICER")
        .getResponse();
  }

  private MockHttpServletResponse text(String content) throws Exception {
    return browser.post(staffed.officer(), PAGE, "step", "text", "content", content).getResponse();
  }

  private MockHttpServletResponse publish(Actor by, LocalDate from, String why) throws Exception {
    return browser
        .post(by, PAGE, "step", "publish", "from", from.toString(), "reason", why)
        .getResponse();
  }

  private String html(Actor who, String page, String language) throws Exception {
    MockHttpServletResponse answer = browser.get(who, page, language).getResponse();
    String html = answer.getContentAsString(StandardCharsets.UTF_8);
    assertEquals(200, answer.getStatus(), html);
    return html;
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private LocalDate tomorrow() {
    return today().plusDays(1);
  }
}
