package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.chart.Picture;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** The pages on which anybody reads a procedure as a picture with its articles. */
@PlatformTest
class ProcedurePagesTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Looks looks;
  @Autowired Law law;
  @Autowired Clock clock;

  @Test
  void every_procedure_is_written_out_in_both_languages() throws Exception {
    Actor officer = district.staffed().officer();
    for (String language : List.of("en", "zh-CN")) {
      whole(browser.get(officer, "/law", language).getResponse(), "/law");
      for (Definition definition : law.inForce(LegalCalendar.legalDay(clock.instant()))) {
        String page = "/law/" + definition.id();
        String html = whole(browser.get(officer, page, language).getResponse(), page);
        assertTrue(html.contains("<svg xmlns"), page);
      }
    }
  }

  private static String whole(MockHttpServletResponse answer, String page) throws Exception {
    String html = answer.getContentAsString(StandardCharsets.UTF_8);
    assertEquals(200, answer.getStatus(), page);
    assertFalse(html.contains("??"), page);
    assertFalse(html.contains("th:"), page);
    return html;
  }

  @Test
  void who_supervises_sees_what_is_open_in_their_cases_and_the_look_is_recorded() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();

    String html = html(staffed.officer(), "/law/checkin");

    assertTrue(html.contains(in.number()), html);
    assertTrue(html.contains("/console/cases/" + in.id()), html);
    assertEquals("list", looks.at(in.person(), null, 1).rows().getFirst().what());
    assertTrue(html(staffed.prosecutor(), "/law/checkin").contains("/oversight/cases/" + in.id()));
  }

  @Test
  void nobody_sees_what_is_open_elsewhere_or_without_supervising() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();

    assertFalse(html(district.staffed().officer(), "/law/checkin").contains(in.number()));
    assertFalse(html(staffed.court(), "/law/checkin").contains(in.number()));
  }

  @Test
  void a_procedure_can_be_taken_along_as_bpmn() throws Exception {
    MockHttpServletResponse answer =
        browser.get(district.staffed().officer(), "/law/leave/bpmn").getResponse();

    assertEquals("attachment; filename=\"leave-1.bpmn\"", answer.getHeader("Content-Disposition"));
    assertTrue(answer.getContentAsString(StandardCharsets.UTF_8).contains("<bpmn:definitions"));
  }

  @Test
  void what_is_no_procedure_is_not_found() throws Exception {
    Actor officer = district.staffed().officer();
    assertEquals(404, browser.get(officer, "/law/nothing").getResponse().getStatus());
    assertEquals(404, browser.get(officer, "/law/leave?before=x").getResponse().getStatus());
  }

  @Test
  void the_look_holds_the_style_of_the_pictures() throws Exception {
    String look = Files.readString(Path.of("src/main/resources/static/look/adaptation.css"));
    assertTrue(look.contains(Picture.stylesheet().strip()));
  }

  @Test
  void every_act_that_begins_something_has_a_form_in_both_languages() throws Exception {
    var staffed = district.staffed();
    String file = "/console/cases/" + district.received(staffed).in().id();
    int forms = 0;
    for (Definition definition : law.inForce(LegalCalendar.legalDay(clock.instant())))
      for (Act act : definition.actsFrom(definition.initial())) {
        String page = file + "/acts/" + definition.id() + "/" + act.type();
        if (!html(staffed.officer(), file + "/acts").contains(page)) continue;
        for (String language : List.of("en", "zh-CN"))
          whole(browser.get(staffed.officer(), page, language).getResponse(), page);
        forms++;
      }
    assertTrue(forms > 20, forms + " forms");
  }

  private String html(Actor actor, String page) throws Exception {
    return browser.get(actor, page).getResponse().getContentAsString(StandardCharsets.UTF_8);
  }
}
