package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.ApiTokens;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.notify.Notices;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Rule H13: a restricted case is a number to everybody whom its head did not name. */
@PlatformTest
class RestrictedTests {
  private static final Pattern BEHIND = Pattern.compile("/console/statistics/cases\\?[^\"]+");

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Comparison comparison;
  @Autowired People people;
  @Autowired Documents documents;
  @Autowired Notices notices;
  @Autowired Accounts accounts;
  @Autowired JdbcClient jdbc;
  @Autowired ApiTokens tokens;
  @Autowired MockMvc mvc;
  @Autowired MovableClock clock;
  District.Staffed staffed;
  Actor named;
  Actor colleague;
  Case in;
  Identity who;

  @BeforeEach
  void aCaseThatTheHeadRestricts() throws Exception {
    staffed = district.staffed();
    named = staffed.officer();
    colleague = district.actor(named.agency(), Role.AGENCY_OFFICER);
    in = district.received(staffed).in();
    who = people.get(in.person());
    String page = RestrictionPage.href(in.id());
    for (String language : List.of("en", "zh-CN"))
      assertEquals(200, browser.get(staffed.head(), page, language).getResponse().getStatus());
    assertEquals(403, status(named, page), "the head's alone");
    assertEquals(422, browser.post(staffed.head(), page).getResponse().getStatus());
    String post = named.post().toString();
    MvcResult done =
        browser.post(staffed.head(), page, "posts", post, "reason", "a relative of an officer");
    assertEquals(302, done.getResponse().getStatus(), () -> html(done));
  }

  @Test
  void H13_no_list_search_file_or_figure_shows_the_name_to_a_colleague() throws Exception {
    District.recorded(
        casework.perform(
            PerformAct.opening(
                in.id(),
                "alarm",
                "AlarmRaised",
                Facts.NONE
                    .choice("alarmKind", "OTHER_BREACH")
                    .moment("detectedAt", clock.instant()),
                named)));
    var pages =
        new ArrayList<>(
            List.of(
                "/console",
                "/console/due",
                "/console/people",
                "/console/people?q=" + in.number(),
                "/console/people?q=" + who.name(),
                "/console/people?q=" + who.nameLatin(),
                "/console/people/alike",
                "/console/clock",
                "/console/applications",
                "/console/register",
                "/console/workload",
                "/console/copies",
                "/console/alarms",
                "/console/alarms/list",
                "/console/statistics",
                "/console/handover",
                "/wall",
                "/wall/people",
                "/wall/alarms"));
    var behind = BEHIND.matcher(html(colleague, "/console/statistics"));
    for (int i = 0; i < 6 && behind.find(); i++) pages.add(behind.group().replace("&amp;", "&"));
    assertTrue(pages.stream().anyMatch(page -> page.contains("/cases?")), "figures lead to cases");
    for (Actor actor : List.of(colleague, staffed.office(), staffed.city()))
      for (String page : pages) {
        MvcResult shown = browser.get(actor, page);
        assertTrue(List.of(200, 403).contains(shown.getResponse().getStatus()), page);
        assertFalse(html(shown).contains(who.name() + "<"), actor.role() + page + html(shown));
        // what was looked for stands in its field; what was found does not
        if (page.contains("?q=" + who.name()) || page.contains("?q=" + who.nameLatin()))
          assertFalse(html(shown).contains(in.number()), actor.role() + page);
        else assertFalse(html(shown).contains(who.name() + "\""), actor.role() + page);
        assertFalse(html(shown).contains(who.nameLatin() + "<"), actor.role() + page + html(shown));
      }
    String list = html(colleague, "/console/people");
    assertTrue(list.contains(in.number()) && list.contains(">restricted<"), list);
    assertTrue(html(colleague, "/console/alarms/list").contains(in.number()), "an alarm arrives");
    assertTrue(html(colleague, "/wall/alarms").contains(in.number() + ", restricted"));
    for (Actor actor : List.of(named, staffed.head())) {
      assertTrue(html(actor, "/console/people").contains(who.nameLatin()), actor.role().name());
      assertEquals(200, status(actor, home()));
    }
    assertEquals(200, status(staffed.prosecutor(), "/oversight/cases/" + in.id()));
    assertTrue(html(staffed.prosecutor(), "/oversight/cases/" + in.id()).contains(who.nameLatin()));
  }

  @Test
  void H13_every_door_of_the_case_leads_to_who_decides() throws Exception {
    String document = documents.ofCase(in.id()).getFirst().id().toString();
    for (String page :
        List.of(
            "",
            "/person",
            "/photograph",
            "/timeline",
            "/acts",
            "/file",
            "/file/search",
            "/area",
            "/devices",
            "/check-in",
            "/leave/new",
            "/pin",
            "/applications")) {
      MvcResult closed = browser.get(colleague, home() + page);
      assertEquals(302, closed.getResponse().getStatus(), page);
      assertTrue(
          Objects.requireNonNull(closed.getResponse().getRedirectedUrl()).contains("/restricted"),
          page);
    }
    for (String door : List.of("/documents/" + document, "/documents/" + document + "/pdf"))
      assertEquals(403, status(colleague, door), door);
    for (String door : List.of("/api/cases/" + in.id(), "/api/cases/" + in.id() + "/acts"))
      assertEquals(403, api(colleague, door).getStatus(), door);
    String listed = api(colleague, "/api/cases").getContentAsString(StandardCharsets.UTF_8);
    assertTrue(listed.contains(in.number()) && !listed.contains(who.name() + "\""), listed);
    String open = api(named, "/api/cases").getContentAsString(StandardCharsets.UTF_8);
    assertTrue(open.contains(who.name() + "\""), open);
    for (String language : List.of("en", "zh-CN")) {
      MvcResult page = browser.get(colleague, RestrictedPage.href(in.id()), language);
      assertTrue(html(page).contains(in.number()));
      assertFalse(html(page).contains(who.name()), "a number and no name");
      assertFalse(html(page).contains("relative"), "and no reason");
    }
    assertEquals(404, status(district.staffed().officer(), RestrictedPage.href(in.id())));
  }

  @Test
  void H13_who_has_to_act_opens_it_by_a_reason_for_some_hours_and_the_head_is_told()
      throws Exception {
    String page = RestrictedPage.href(in.id());
    assertEquals(422, browser.post(colleague, page).getResponse().getStatus(), "no reason");
    MvcResult opened =
        browser.post(colleague, page, "reason", "alarm at night", "to", "https://elsewhere.test/");
    assertEquals(home(), opened.getResponse().getRedirectedUrl(), "and never out of the house");
    Act act = acts.history(in.id()).getLast();
    assertEquals("RestrictedCaseOpened", act.type());
    assertEquals(colleague.account(), act.account());
    assertEquals("alarm at night", act.facts().said("reason"));
    assertEquals(200, status(colleague, home()));
    assertTrue(html(colleague, "/console/people").contains(who.nameLatin()));
    for (Actor told : List.of(staffed.head(), staffed.prosecutor()))
      assertTrue(
          notices.to(told, null, 20).rows().stream()
              .anyMatch(notice -> notice.type().equals("RestrictedCaseOpened")),
          told.role().name());
    assertEquals(302, status(staffed.office(), home()), "for nobody else");
    assertEquals(List.of(), comparison.of(in.id()));
    clock.forward(Duration.ofHours(13));
    assertEquals(302, status(colleague, home()), "no longer than needed");
  }

  @Test
  void H13_the_head_changes_and_lifts_it_and_the_person_reads_nothing_of_it() throws Exception {
    String page = RestrictionPage.href(in.id());
    String post = colleague.post().toString();
    browser.post(staffed.head(), page, "posts", post, "reason", "another officer");
    assertEquals(302, status(named, home()));
    assertEquals(200, status(colleague, home()));
    assertEquals(List.of(), comparison.of(in.id()));
    jdbc.sql("update casework.restrictions set open_to = '{}' where case_id = ?")
        .param(in.id().value())
        .update();
    assertEquals(
        List.of("casework.restrictions"),
        comparison.of(in.id()).stream().map(Comparison.Difference::place).toList());

    browser.post(staffed.head(), page, "lift", "1", "reason", "the relative has left");
    assertEquals("RestrictionLifted", acts.history(in.id()).getLast().type());
    assertEquals(200, status(named, home()));
    assertTrue(html(staffed.office(), "/console/people").contains(who.nameLatin()));
    assertEquals(List.of(), comparison.of(in.id()));
    var account = accounts.of(in.person()).orElseThrow();
    Actor person = accounts.posts(account, LegalCalendar.legalDay(clock.instant())).getFirst();
    for (String own : List.of("/my/data/acts", "/my/data/copy"))
      assertFalse(html(person, own).contains("relative"), own);
  }

  private String home() {
    return "/console/cases/" + in.id();
  }

  private MockHttpServletResponse api(Actor actor, String path) throws Exception {
    String token = tokens.issue(actor.account(), actor.post(), Duration.ofHours(1));
    return mvc.perform(get(path).servletPath(path).header("Authorization", "Bearer " + token))
        .andReturn()
        .getResponse();
  }

  private int status(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getStatus();
  }

  private String html(Actor actor, String path) throws Exception {
    return html(browser.get(actor, path));
  }

  private static String html(MvcResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
