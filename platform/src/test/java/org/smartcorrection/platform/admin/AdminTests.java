package org.smartcorrection.platform.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PlatformTest
class AdminTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Agencies agencies;
  @Autowired Accounts accounts;
  @Autowired People people;
  @Autowired JdbcClient jdbc;
  District.Staffed staffed;
  Agency agency;
  Actor administrator;
  Actor auditor;

  @BeforeEach
  void aDistrictOfItsOwn() {
    staffed = district.staffed();
    agency = staffed.officer().agency();
    administrator = district.actor(agency, Role.ADMINISTRATOR);
    auditor = district.actor(agency, Role.AUDITOR);
  }

  private String html(Actor actor, String path, String language) throws Exception {
    var response = browser.get(actor, path, language).getResponse();
    assertEquals(200, response.getStatus(), path);
    return response.getContentAsString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-CN"})
  void every_page_is_written_in_both_languages(String language) throws Exception {
    String one = "/admin/agencies/" + agency.id();
    for (String path : new String[] {"/admin", "/admin/agencies/new", one, one + "/staff/new"})
      assertFalse(html(administrator, path, language).contains("th:"), path);
    for (String path : new String[] {"/admin/trail", "/admin/ledger"})
      assertFalse(html(auditor, path, language).contains("th:"), path);
  }

  @Test
  void an_agency_is_added_once_and_the_trail_says_so() throws Exception {
    String code = agency.shortCode().toLowerCase(Locale.ROOT) + "-second";
    String[] typed = {
      "kind",
      "JUDICIAL_OFFICE",
      "code",
      code,
      "name-zh",
      "第二所",
      "name-en",
      "Second",
      "parent",
      agency.id().toString()
    };
    browser.post(administrator, "/admin/agencies", typed);
    assertEquals(agency.id(), agencies.withCode(code).orElseThrow().parent());
    var again = browser.post(administrator, "/admin/agencies", typed).getResponse();
    assertEquals(422, again.getStatus());
    assertTrue(again.getContentAsString().contains("第二所"), "what was typed comes back");
    String trail = html(auditor, "/admin/trail", "en");
    assertTrue(trail.contains("Agency added") && trail.contains(code), trail);
  }

  @Test
  void somebody_joins_with_a_post_and_a_secret_that_is_shown_once() throws Exception {
    String login = agency.code() + "-new";
    var done =
        browser
            .post(
                administrator,
                "/admin/agencies/" + agency.id() + "/staff",
                "role",
                "AGENCY_OFFICER",
                "name-zh",
                "新人",
                "name-en",
                "Xin Ren",
                "title-zh",
                "矫正官",
                "title-en",
                "Officer",
                "login",
                login,
                "password",
                "a long first password")
            .getResponse();
    assertEquals(200, done.getStatus());
    assertTrue(done.getContentAsString().contains("otpauth://totp/"), "the secret is shown");
    assertEquals("no-store", done.getHeader("Cache-Control"));
    String page = html(administrator, "/admin/agencies/" + agency.id(), "en");
    assertTrue(page.contains(login) && page.contains("Xin Ren"), page);
    assertFalse(page.contains("otpauth"), page);
    assertTrue(html(auditor, "/admin/trail", "en").contains("Staff added"));
  }

  @Test
  void a_post_of_another_kind_of_agency_is_refused() throws Exception {
    var refused =
        browser
            .post(
                administrator,
                "/admin/agencies/" + agency.id() + "/staff",
                "role",
                "PROSECUTOR",
                "name-zh",
                "新人",
                "name-en",
                "Xin Ren",
                "title-zh",
                "检察官",
                "title-en",
                "Prosecutor",
                "login",
                agency.code() + "-wrong",
                "password",
                "a long first password")
            .getResponse();
    assertEquals(422, refused.getStatus());
    assertTrue(accounts.credentials(agency.code() + "-wrong").isEmpty());
    assertFalse(refused.getContentAsString().contains("a long first password"));
  }

  @Test
  void a_disabled_account_signs_in_no_more_and_nobody_disables_their_own() throws Exception {
    String login = agency.code() + "-agency_officer";
    assertTrue(accounts.credentials(login).isPresent());
    assertEquals(200, browser.get(staffed.officer(), "/console").getResponse().getStatus());
    String path = "/admin/agencies/" + agency.id() + "/accounts/";
    browser.post(administrator, path + staffed.officer().account() + "/disable");
    assertTrue(accounts.credentials(login).isEmpty());
    var open = browser.get(staffed.officer(), "/console");
    assertEquals("/sign-in", open.getResponse().getRedirectedUrl(), "its open session ends, too");
    var own = browser.post(administrator, path + administrator.account() + "/disable");
    assertEquals(404, own.getResponse().getStatus());
    assertTrue(html(administrator, "/admin/agencies/" + agency.id(), "en").contains("disabled"));
  }

  @Test
  void the_auditor_sees_where_the_record_differs_and_nobodys_data() throws Exception {
    Case in = district.received(staffed).in();
    // a true one: the comparison that runs all the time takes back what it does not find
    jdbc.sql("update casework.summaries set level = 'STRICT' where case_id = ?")
        .param(in.id().value())
        .update();
    jdbc.sql(
            """
            insert into evidence.mismatches (id, case_id, act_number, place, found_at)
            select gen_random_uuid(), ?, 3, 'casework.summaries/level', opened_at
            from casework.cases where id = ?
            """)
        .params(in.id().value(), in.id().value())
        .update();
    String html = html(auditor, "/admin/ledger", "en");
    jdbc.sql("update casework.summaries set level = 'UNDECIDED' where case_id = ?")
        .param(in.id().value())
        .update();
    jdbc.sql("delete from evidence.mismatches where case_id = ?").param(in.id().value()).update();
    assertTrue(html.contains(in.number()) && html.contains("casework.summaries/level"), html);
    for (String page : new String[] {html, html(auditor, "/admin/trail", "zh-CN")}) {
      assertFalse(page.contains(people.get(in.person()).name()), page);
      assertFalse(page.contains(people.get(in.person()).nameLatin()), page);
    }
  }

  @Test
  void administrator_and_auditor_share_no_page_and_open_no_case() throws Exception {
    Case in = district.received(staffed).in();
    assertEquals(403, status(auditor, "/admin"));
    assertEquals(403, status(administrator, "/admin/trail"));
    assertEquals(403, status(administrator, "/admin/ledger"));
    assertEquals(403, status(staffed.head(), "/admin"));
    for (Actor actor : new Actor[] {administrator, auditor})
      for (String path : new String[] {"/console/cases/" + in.id(), "/oversight/cases/" + in.id()})
        assertTrue(status(actor, path) >= 403, path);
  }

  private int status(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getStatus();
  }
}
