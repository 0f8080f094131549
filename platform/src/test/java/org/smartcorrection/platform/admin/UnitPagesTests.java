package org.smartcorrection.platform.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.Mornings;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** The pages on which units are set up, and the tree that all staff read. */
@PlatformTest
class UnitPagesTests {
  private static final AtomicInteger COUNTIES = new AtomicInteger(990_800);
  private static final String UNITS = "/admin/organisation/units";

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Mornings mornings;
  @Autowired Clock clock;
  District.Staffed staffed;
  Agency agency;
  Actor administrator;
  String county;

  @BeforeEach
  void aDistrictOfItsOwn() {
    mornings.next();
    staffed = district.staffed();
    agency = staffed.officer().agency();
    administrator = district.actor(agency, Role.ADMINISTRATOR);
    county = Integer.toString(COUNTIES.incrementAndGet());
  }

  @Test
  void an_administrator_sets_up_brigade_squadron_and_office_and_all_staff_read_them()
      throws Exception {
    String squadron = squadron();
    String office =
        add("OFFICE", "office", staffed.office().agency().id().toString(), "parent", id(squadron));
    divide(county + "001", "Ten Miles");
    send(office + "/area", "divisions", county + "001", "from", today());
    send(squadron + "/posts", "posts", staffed.officer().post().toString(), "from", today());

    for (Actor reader :
        new Actor[] {staffed.officer(), staffed.prosecutor(), staffed.court(), staffed.head()}) {
      String html = html(reader, "/organisation", "en");
      assertTrue(html.contains("Squadron 7") && html.contains("Ten Miles"), html);
      assertTrue(html.contains("/posts/" + staffed.officer().post()), html);
      assertFalse(html.contains(UNITS), "nobody but the administrator changes anything");
    }
    Actor elsewhere = district.staffed().officer();
    assertFalse(html(elsewhere, "/organisation", "en").contains("Squadron 7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void every_page_is_whole_in_both_languages(String language) throws Exception {
    String squadron = squadron();
    divide(county + "001", "Ten Miles");
    String tree = "/admin/organisation?agency=" + agency.id();
    for (String page :
        new String[] {
          tree,
          UNITS + "/new?agency=" + agency.id(),
          squadron,
          squadron + "/change",
          squadron + "/end",
          squadron + "/area",
          squadron + "/posts",
          "/admin/organisation/divisions"
        }) html(administrator, page, language);
    html(staffed.officer(), "/organisation", language);
  }

  @Test
  void the_tree_is_read_as_it_was_and_as_it_is_planned_to_be() throws Exception {
    String squadron = squadron();
    String later = LegalCalendar.legalDay(clock.instant()).plusDays(4).toString();
    send(
        squadron + "/change",
        "name-zh",
        "八中队",
        "name-en",
        "Squadron 8",
        "parent",
        brigade,
        "from",
        later);
    assertTrue(html(staffed.officer(), "/organisation", "en").contains("Squadron 7"));
    String planned = html(staffed.officer(), "/organisation?on=" + later, "en");
    assertTrue(planned.contains("Squadron 8") && !planned.contains("Squadron 7"), planned);
    String history = html(administrator, squadron, "en");
    assertTrue(history.contains("planned") && history.contains("in force"), history);
    assertFalse(html(staffed.officer(), "/organisation?on=2001-01-01", "en").contains("Squadron"));
  }

  @Test
  void what_is_refused_says_why_beside_its_field_and_keeps_what_was_typed() throws Exception {
    String squadron = squadron();
    MockHttpServletResponse answer =
        browser
            .post(
                administrator,
                squadron + "/change",
                "name-zh",
                "九中队",
                "name-en",
                "Squadron 9",
                "parent",
                "",
                "from",
                today())
            .getResponse();
    String html = answer.getContentAsString(StandardCharsets.UTF_8);
    assertEquals(422, answer.getStatus());
    assertTrue(html.contains("id=\"parent-error\"") && html.contains("Squadron 9"), html);

    MockHttpServletResponse end =
        browser.post(administrator, UNITS + "/" + brigade + "/end", "from", today()).getResponse();
    assertEquals(422, end.getStatus());
    assertTrue(end.getContentAsString(StandardCharsets.UTF_8).contains("Units still stand"));
  }

  @Test
  void a_division_is_entered_once_with_a_code_of_the_right_form() throws Exception {
    divide(county + "001", "Ten Miles");
    for (String code : new String[] {county + "001", "12345", "99010200a"}) {
      var answer =
          browser
              .post(
                  administrator,
                  "/admin/organisation/divisions",
                  "code",
                  code,
                  "name-zh",
                  "十里",
                  "name-en",
                  "Again")
              .getResponse();
      assertEquals(422, answer.getStatus(), code);
    }
  }

  private String brigade = "";

  private String squadron() throws Exception {
    brigade = id(add("BRIGADE", "name-zh", "大队", "name-en", "Brigade"));
    return add("SQUADRON", "name-zh", "七中队", "name-en", "Squadron 7", "parent", brigade);
  }

  private String add(String kind, String... more) throws Exception {
    String[] fields = new String[more.length + 6];
    System.arraycopy(more, 0, fields, 6, more.length);
    fields[0] = "agency";
    fields[1] = agency.id().toString();
    fields[2] = "kind";
    fields[3] = kind;
    fields[4] = "from";
    fields[5] = today();
    return send(UNITS, fields);
  }

  private void divide(String code, String name) throws Exception {
    send("/admin/organisation/divisions", "code", code, "name-zh", "十里镇", "name-en", name);
  }

  private String send(String path, String... fields) throws Exception {
    MockHttpServletResponse answer = browser.post(administrator, path, fields).getResponse();
    assertEquals(302, answer.getStatus(), answer.getContentAsString(StandardCharsets.UTF_8));
    return String.valueOf(answer.getRedirectedUrl());
  }

  private static String id(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private String html(Actor actor, String path, String language) throws Exception {
    var response = browser.get(actor, path, language).getResponse();
    String html = response.getContentAsString(StandardCharsets.UTF_8);
    assertEquals(200, response.getStatus(), path + html);
    assertFalse(html.contains("th:") || html.contains("??"), path);
    return html;
  }

  private String today() {
    LocalDate day = LegalCalendar.legalDay(clock.instant());
    return day.toString();
  }
}
