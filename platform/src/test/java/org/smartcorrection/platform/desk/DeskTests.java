package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;

@PlatformTest
class DeskTests {
  @Autowired District district;
  @Autowired Browser browser;

  @Test
  void every_page_of_the_desk_is_written_in_both_languages() throws Exception {
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    String file = "/console/cases/" + received.in().id();
    for (String language : List.of("en", "zh-CN")) {
      for (String page :
          List.of(
              "/console",
              "/console/due",
              "/console/receipts",
              "/console/people",
              "/console/people?q=nobody",
              "/console/applications",
              "/console/applications/list",
              file,
              file + "/timeline",
              file + "/deadlines",
              file + "/acts",
              file + "/acts/positioning/PositioningProposed",
              file + "/acts/reception/PlanAdjusted?instance=" + received.instance().id()))
        whole(staffed.officer(), page, language);
      whole(staffed.head(), "/console/approvals", language);
      whole(staffed.office(), "/console", language);
      whole(staffed.city(), "/console", language);
    }
  }

  private void whole(Actor actor, String page, String language) throws Exception {
    MvcResult answer = browser.get(actor, page, language);
    assertEquals(200, answer.getResponse().getStatus(), page);
    String html = answer.getResponse().getContentAsString();
    assertFalse(html.contains("??"), page);
    assertFalse(html.contains("th:"), page);
  }

  @Test
  void the_case_page_leads_to_everything_that_the_post_may_open_and_to_nothing_else()
      throws Exception {
    var staffed = district.staffed();
    String file = "/console/cases/" + district.received(staffed).in().id();
    for (Actor actor : List.of(staffed.officer(), staffed.office(), staffed.head())) {
      String html = html(actor, file);
      for (String tool : List.of("/area", "/devices", "/check-in", "/leave/new", "/pin")) {
        boolean led = html.contains("href=\"" + file + tool + "\"");
        int status = browser.get(actor, file + tool).getResponse().getStatus();
        assertEquals(led ? 200 : 403, status, actor.role() + " " + tool);
      }
    }
  }

  @Test
  void nobody_sees_a_case_of_another_agency() throws Exception {
    Result.Recorded received = district.received(district.staffed());
    var other = district.staffed();
    String file = "/console/cases/" + received.in().id();
    for (String page : List.of(file, file + "/acts", file + "/timeline", file + "/deadlines"))
      assertEquals(404, browser.get(other.officer(), page).getResponse().getStatus(), page);
  }

  @Test
  void a_case_is_found_by_its_number_and_by_a_part_of_the_name() throws Exception {
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    String number = received.in().number();
    assertTrue(html(staffed.officer(), "/console/people?q=" + number).contains(number));
    assertTrue(html(staffed.officer(), "/console/people?q=shi yan").contains(number));
    assertFalse(html(staffed.officer(), "/console/people?q=nobody").contains(number));
    assertFalse(
        html(district.staffed().officer(), "/console/people?q=" + number).contains(">" + number));
  }

  private String html(Actor actor, String page) throws Exception {
    return browser.get(actor, page).getResponse().getContentAsString();
  }
}
