package org.smartcorrection.platform.desk.partner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.ApiTokens;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What another system of the agency reads with a token: what its post may read, and no more. */
@PlatformTest
class CasesApiTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired MockMvc mvc;
  @Autowired ApiTokens tokens;
  @Autowired Acts acts;
  @Autowired Deadlines deadlines;
  @Autowired Looks looks;
  private District.Staffed staffed;
  private Result.Recorded received;
  private Result.Recorded referred;
  private String officer;

  @BeforeEach
  void caseload() {
    staffed = district.staffed();
    received = district.received(staffed);
    referred = district.referred(staffed);
    officer = token(staffed.officer());
  }

  @Test
  void cases_come_page_by_page_and_the_person_sees_that_they_did() throws Exception {
    var numbers = new ArrayList<String>();
    String path = "/api/cases?size=1";
    JsonNode page = json(officer, path);
    while (true) {
      page.get("rows").forEach(row -> numbers.add(row.get("number").asString()));
      if (page.get("next").isNull()) break;
      page = json(officer, path + "&after=" + page.get("next").asString());
    }
    assertEquals(List.of(referred.in().number(), received.in().number()), numbers);
    JsonNode active = json(officer, "/api/cases?status=ACTIVE").get("rows");
    assertEquals(1, active.size());
    assertEquals("SUSPENDED_SENTENCE", active.get(0).get("category").asString());
    assertTrue(
        looks.at(received.in().person(), null, 20).rows().stream()
            .anyMatch(look -> look.what().equals("export")));
  }

  @Test
  void a_city_reads_all_its_counties_or_the_one_it_names_and_no_others() throws Exception {
    District.Staffed beside = district.beside(staffed);
    String there = district.referred(beside).in().number();
    String city = token(staffed.city());
    var numbers = new ArrayList<String>();
    String path = "/api/cases?size=1";
    for (JsonNode page = json(city, path); ; ) {
      page.get("rows").forEach(row -> numbers.add(row.get("number").asString()));
      if (page.get("next").isNull()) break;
      page = json(city, path + "&after=" + page.get("next").asString());
    }
    assertEquals(3, numbers.size());
    assertTrue(numbers.containsAll(List.of(there, received.in().number())));
    String code = beside.officer().agency().code();
    JsonNode one = json(city, "/api/cases?county=" + code).get("rows");
    assertEquals(1, one.size());
    assertEquals(there, one.get(0).get("number").asString());
    JsonNode due = json(city, "/api/deadlines?county=" + code).get("rows");
    assertTrue(due.size() > 0);
    int all = json(city, "/api/deadlines?size=500").get("rows").size();
    assertEquals(all, json(city, "/api/deadlines?size=7").get("rows").size() + rest(city, 7));
    String foreign = district.staffed().officer().agency().code();
    for (String out : List.of("/api/cases", "/api/deadlines"))
      assertEquals(404, status(city, out + "?county=" + foreign));
    assertEquals(404, status(officer, "/api/cases?county=" + code), "only a city has several");
    assertEquals(404, status(city, "/api/cases?after=" + foreign + ":"));
  }

  /** How many deadlines come after the first page. */
  private int rest(String token, int size) throws Exception {
    int count = 0;
    String path = "/api/deadlines?size=" + size;
    JsonNode page = json(token, path);
    while (!page.get("next").isNull()) {
      page = json(token, path + "&after=" + page.get("next").asString());
      count += page.get("rows").size();
    }
    return count;
  }

  @Test
  void acts_are_events_in_their_order_and_go_on_from_the_last_number() throws Exception {
    String path = "/api/cases/" + received.in().id() + "/acts";
    JsonNode all = json(officer, path).get("rows");
    assertEquals(acts.history(received.in().id()).size(), all.size());
    assertEquals("ReferralReceived", all.get(0).get("type").asString());
    assertEquals("盗窃罪", all.get(0).get("facts").get("offence").asString());
    assertEquals("P2Y0M0D", all.get(0).get("facts").get("term").asString());
    JsonNode first = json(officer, path + "?size=2");
    assertEquals("2", first.get("next").asString());
    JsonNode second = json(officer, path + "?size=2&after=2");
    assertEquals(3, second.get("rows").get(0).get("number").asInt());
    assertTrue(json(officer, path + "?after=" + all.size()).get("rows").isEmpty());
  }

  @Test
  void deadlines_come_with_the_nearest_first() throws Exception {
    JsonNode rows = json(officer, "/api/deadlines").get("rows");
    int open = deadlines.open(staffed.officer().agency().id(), null, 500).size();
    assertEquals(open, rows.size());
    for (int i = 1; i < rows.size(); i++)
      assertTrue(
          rows.get(i - 1).get("endsAt").asString().compareTo(rows.get(i).get("endsAt").asString())
              <= 0);
    assertEquals(
        open,
        json(officer, "/api/deadlines?size=1").get("rows").size()
            + json(
                    officer,
                    "/api/deadlines?after="
                        + json(officer, "/api/deadlines?size=1").get("next").asString())
                .get("rows")
                .size());
  }

  @Test
  void a_token_reads_what_its_post_may_read() throws Exception {
    String office = token(staffed.office());
    JsonNode theirs = json(office, "/api/cases").get("rows");
    assertEquals(1, theirs.size(), "only what is entrusted to the office");
    assertEquals(404, status(office, "/api/cases/" + referred.in().id()));
    String others = token(district.staffed().officer());
    assertTrue(json(others, "/api/cases").get("rows").isEmpty());
    assertEquals(404, status(others, "/api/cases/" + received.in().id() + "/acts"));
    assertEquals(403, status(token(staffed.court()), "/api/cases"));
    assertEquals(401, status("nonsense", "/api/cases"));
    assertEquals(404, status(officer, "/api/cases?status=NONE"));
  }

  @Test
  void an_administrator_issues_a_token_once_and_ends_it() throws Exception {
    Actor administrator = district.actor(staffed.officer().agency(), Role.ADMINISTRATOR);
    String path = "/admin/agencies/" + staffed.officer().agency().id() + "/tokens";
    String holder = staffed.officer().post() + "~" + staffed.officer().account();

    String page =
        browser
            .post(administrator, path, "holder", holder, "purpose", "files", "days", "30")
            .getResponse()
            .getContentAsString();

    String token =
        HtmlUtils.htmlUnescape(page.replaceAll("(?s).*class=\"proof\"><b>([^<]+)</b>.*", "$1"));
    assertEquals(200, status(token, "/api/cases"), token);
    String list = browser.get(administrator, path).getResponse().getContentAsString();
    assertTrue(list.contains("files"), list);
    assertFalse(list.contains(token));
    String end = list.replaceAll("(?s).*(/admin/agencies/[^\"]+/end)\".*", "$1");
    assertEquals(302, browser.post(administrator, end).getResponse().getStatus());
    assertEquals(401, status(token, "/api/cases"));
    assertEquals(
        422,
        browser
            .post(administrator, path, "holder", "x", "purpose", "files", "days", "30")
            .getResponse()
            .getStatus());
  }

  private String token(Actor actor) {
    return tokens.issue(actor.account(), actor.post(), Duration.ofHours(1));
  }

  private JsonNode json(String token, String path) throws Exception {
    MockHttpServletResponse response = get(token, path);
    assertEquals(200, response.getStatus(), path);
    return JsonMapper.shared().readTree(response.getContentAsByteArray());
  }

  private int status(String token, String path) throws Exception {
    return get(token, path).getStatus();
  }

  private MockHttpServletResponse get(String token, String path) throws Exception {
    MockHttpServletResponse response =
        mvc.perform(
                MockMvcRequestBuilders.get(path)
                    .servletPath(path.replaceFirst("\\?.*", ""))
                    .header("Authorization", "Bearer " + token))
            .andReturn()
            .getResponse();
    response.setCharacterEncoding(UTF_8.name());
    return response;
  }
}
