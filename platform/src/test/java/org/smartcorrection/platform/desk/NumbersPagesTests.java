package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.evidence.InStep;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The pages on which an agency's own numbers are read and set. */
@PlatformTest
class NumbersPagesTests {
  private static final String REPLY = "/console/numbers/L44/days";
  private static final String WHY = "why-7713";

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired MockMvc mvc;
  @Autowired InStep ledger;
  @Autowired Mornings mornings;
  @Autowired Clock clock;
  District.Staffed staffed;

  @BeforeEach
  void aDistrictOfItsOwnInTheMorning() {
    mornings.next();
    staffed = district.staffed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void every_page_is_whole_in_both_languages(String language) throws Exception {
    publish(9);
    for (String page : new String[] {"/law/numbers", "/console/numbers", REPLY})
      whole(browser.get(staffed.head(), page, language).getResponse());
    whole(browser.get(staffed.officer(), "/console/numbers", language).getResponse());
    whole(browser.get(staffed.prosecutor(), "/oversight/numbers", language).getResponse());
  }

  @Test
  void whoever_has_not_signed_in_reads_the_published_numbers() throws Exception {
    var answer =
        mvc.perform(MockMvcRequestBuilders.get("/law/numbers").servletPath("/law/numbers"))
            .andReturn()
            .getResponse();
    String html = whole(answer);
    assertTrue(html.contains("Opinion of the procuratorate") || html.contains("检察"), html);
    assertFalse(html.contains("/console/numbers"), html);
  }

  @Test
  void the_preview_says_in_words_what_changes_and_publishes_nothing() throws Exception {
    MockHttpServletResponse answer = send("8", tomorrow(), "preview");
    String html = whole(answer);

    assertTrue(html.contains("it is 8 instead of 15"), html);
    assertTrue(html.contains("8 days instead of 15 days"), html);
    assertTrue(html.contains("/law/opinion"), html);
    assertTrue(html.contains("name=\"step\" value=\"publish\""), html);
    assertFalse(html(staffed.prosecutor(), "/oversight/numbers").contains(WHY));
  }

  @Test
  void what_is_published_is_seen_by_the_agency_and_by_the_prosecutor_with_its_difference()
      throws Exception {
    publish(8);
    ledger.now();

    String seen = html(staffed.prosecutor(), "/oversight/numbers");
    assertTrue(seen.contains("15 → 8") && seen.contains(WHY), seen);
    assertTrue(seen.contains("data-state=\"sealed\""), seen);
    assertTrue(html(staffed.officer(), "/console/numbers").contains(WHY));
    Actor elsewhere = district.staffed().prosecutor();
    assertFalse(html(elsewhere, "/oversight/numbers").contains(WHY));
  }

  @Test
  void the_pages_of_the_law_show_a_reader_their_agencys_numbers_from_the_day_on() throws Exception {
    publish(8);
    assertTrue(html(staffed.officer(), "/law/opinion").contains(">15 days<"));
    mornings.next();

    assertTrue(html(staffed.officer(), "/law/opinion").contains(">8 days<"));
    assertTrue(html(staffed.court(), "/law/opinion").contains(">8 days<"));
    assertTrue(html(district.staffed().officer(), "/law/opinion").contains(">15 days<"));
  }

  @Test
  void beyond_the_bounds_is_refused_beside_the_field_and_nothing_typed_is_lost() throws Exception {
    for (String step : new String[] {"preview", "publish"}) {
      MockHttpServletResponse answer = send("16", tomorrow(), step);
      assertEquals(422, answer.getStatus());
      String html = answer.getContentAsString(StandardCharsets.UTF_8);
      assertTrue(html.contains("may be from 1 to 15. 16 is outside."), html);
      assertTrue(html.contains("id=\"value-error\"") && html.contains("value=\"16\""), html);
      assertTrue(html.contains(WHY), html);
    }
  }

  @Test
  void what_would_count_back_is_refused_beside_its_day() throws Exception {
    MockHttpServletResponse answer = send("8", tomorrow().minusDays(1), "publish");
    assertEquals(422, answer.getStatus());
    assertTrue(answer.getContentAsString(StandardCharsets.UTF_8).contains("id=\"from-error\""));
    assertFalse(html(staffed.prosecutor(), "/oversight/numbers").contains(WHY));
  }

  @Test
  void what_is_no_number_or_has_no_reason_is_asked_for_again() throws Exception {
    var answer =
        browser
            .post(staffed.head(), REPLY, "value", "many", "from", "soon", "reason", " ")
            .getResponse();
    assertEquals(422, answer.getStatus());
    String html = answer.getContentAsString(StandardCharsets.UTF_8);
    for (String field : new String[] {"value", "from", "reason"})
      assertTrue(html.contains("id=\"" + field + "-error\""), html);
    assertTrue(html.contains("value=\"many\"") && html.contains("value=\"soon\""), html);
  }

  @Test
  void an_officer_reads_and_does_not_publish() throws Exception {
    String html = html(staffed.officer(), "/console/numbers");
    assertFalse(html.contains(REPLY), html);
    assertTrue(html(staffed.head(), "/console/numbers").contains(REPLY));
    for (Actor other : new Actor[] {staffed.officer(), staffed.prosecutor(), staffed.city()})
      assertEquals(403, post(other, "8", tomorrow(), "publish").getStatus());
  }

  @Test
  void a_number_of_the_law_has_no_form() throws Exception {
    for (String path : new String[] {"L22/months", "M20/windowMonths", "X99/days", "L44/none"}) {
      String page = "/console/numbers/" + path;
      assertEquals(404, browser.get(staffed.head(), page).getResponse().getStatus(), page);
    }
  }

  private void publish(int days) throws Exception {
    assertEquals(302, send(Integer.toString(days), tomorrow(), "publish").getStatus());
  }

  private MockHttpServletResponse send(String value, LocalDate from, String step) throws Exception {
    return post(staffed.head(), value, from, step);
  }

  private MockHttpServletResponse post(Actor actor, String value, LocalDate from, String step)
      throws Exception {
    return browser
        .post(actor, REPLY, "value", value, "from", from.toString(), "reason", WHY, "step", step)
        .getResponse();
  }

  private String html(Actor actor, String path) throws Exception {
    return whole(browser.get(actor, path).getResponse());
  }

  private static String whole(MockHttpServletResponse answer) throws Exception {
    String html = answer.getContentAsString(StandardCharsets.UTF_8);
    assertEquals(200, answer.getStatus(), html);
    assertFalse(html.contains("??"), html);
    assertFalse(html.contains("th:"), html);
    return html;
  }

  private LocalDate tomorrow() {
    return LegalCalendar.legalDay(clock.instant()).plusDays(1);
  }
}
