package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.ApiTokens;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.feeds.FeedLinks;
import org.smartcorrection.platform.feeds.Scope;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Charges;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** L39 and D14: a minor's name leaves by no outlet, and a sealed record is in none of them. */
@PlatformTest
class MinorsTests {
  private static final Pattern BEHIND =
      Pattern.compile("/(?:console|oversight)/statistics/cases\\?[^\"]+");

  private static final Pattern COUNTED =
      Pattern.compile("statistics/cases\\?[^\"]*what=people[^\"]*\"[^>]*>([^<]*)<");

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Comparison comparison;
  @Autowired Summaries summaries;
  @Autowired People people;
  @Autowired Documents documents;
  @Autowired Accounts accounts;
  @Autowired Charges charges;
  @Autowired FeedLinks feeds;
  @Autowired ApiTokens tokens;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;
  District.Staffed staffed;
  Actor charged;
  Actor colleague;
  Actor deputy;
  Result.Recorded received;
  Case in;
  Identity who;

  @BeforeEach
  void aMinorUnderCorrection() {
    staffed = district.staffed();
    charged = staffed.officer();
    colleague = district.actor(charged.agency(), Role.AGENCY_OFFICER);
    deputy = district.deputy(staffed.head().agency());
    received = district.receivedMinor(staffed);
    in = received.in();
    who = people.get(in.person());
  }

  @Test
  void L39_a_minors_name_leaves_by_no_outlet_to_a_post_that_is_not_charged() throws Exception {
    charge(charged.post(), "minor");
    District.recorded(
        casework.perform(
            PerformAct.opening(
                in.id(),
                "alarm",
                "AlarmRaised",
                Facts.NONE
                    .choice("alarmKind", "OTHER_BREACH")
                    .moment("detectedAt", clock.instant()),
                charged)));
    Actor administrator = district.actor(charged.agency(), Role.ADMINISTRATOR);
    Actor auditor = district.actor(charged.agency(), Role.AUDITOR);
    for (Actor actor :
        List.of(colleague, staffed.office(), deputy, staffed.city(), administrator, auditor)) {
      var pages = new ArrayList<>(Outlets.of(actor));
      pages.addAll(Outlets.of(actor, in.id()));
      pages.addAll(behind(actor));
      for (String page : pages) nameless(actor, page, browser.get(actor, page));
    }
    for (Actor actor : List.of(colleague, staffed.office(), staffed.city())) {
      for (String asked : List.of(who.name(), who.nameLatin(), who.identityNumber()))
        assertFalse(
            html(browser.get(actor, "/console/people?q=" + asked)).contains(in.number()), asked);
      for (String path : List.of("/api/cases", "/api/deadlines", "/api/cases/" + in.id()))
        assertFalse(api(actor, path).contains(who.name() + "\""), path);
      for (Scope scope : Scope.values()) {
        String calendar = feeds.make(actor, scope, Locale.ENGLISH);
        nameless(actor, calendar, mvc.perform(get(calendar).servletPath(calendar)).andReturn());
      }
    }
    String handed = handed(colleague);
    assertTrue(handed.contains(in.number()) && !handed.contains(who.name()), handed);
    assertTrue(html(browser.get(colleague, "/console/people")).contains(in.number()));
    assertEquals(302, status(colleague, home()));
    for (String document : papers()) assertEquals(403, status(colleague, document), document);

    for (Actor actor : List.of(charged, staffed.head())) {
      assertTrue(html(browser.get(actor, "/console/people")).contains(who.nameLatin()));
      assertEquals(200, status(actor, home()));
    }
    assertTrue(handed(charged).contains(who.name()));
    assertEquals(200, status(staffed.prosecutor(), "/oversight/cases/" + in.id()));
  }

  @Test
  void L39_the_head_is_told_that_nobody_is_charged_and_charges_and_takes_it_back()
      throws Exception {
    assertTrue(html(browser.get(staffed.head(), "/console/approvals")).contains("minors-nobody"));
    assertEquals(200, status(staffed.head(), home()), "the head is never locked out");
    assertEquals(302, status(charged, home()));
    String duties = "/posts/" + charged.post() + "/charges";
    String today = LegalCalendar.legalDay(clock.instant()).toString();
    browser.post(staffed.head(), duties, "charges", "minor", "from", today);
    assertEquals(200, status(charged, home()));
    assertFalse(html(browser.get(staffed.head(), "/console/approvals")).contains("minors-nobody"));
    browser.post(staffed.head(), duties, "from", today);
    assertEquals(302, status(charged, home()));
    // whoever is responsible for the case has it without being charged
    Actor office = staffed.office();
    assertEquals(302, status(office, home()));
    District.recorded(
        casework.perform(
            PerformAct.opening(
                in.id(),
                ResponsiblePage.PROCEDURE,
                "OfficerAssigned",
                Facts.NONE
                    .text("officer", office.account() + "/" + office.post())
                    .text("reason", "known to each other"),
                staffed.head())));
    assertEquals(200, status(office, home()));
  }

  @Test
  void L39_the_rules_go_on_after_eighteen_and_a_door_opens_in_an_emergency() throws Exception {
    charge(charged.post(), "minor");
    clock.forward(Duration.ofDays(400));
    assertEquals(302, status(colleague, home()), "eighteen by now");
    String page = RestrictedPage.href(in.id());
    for (String language : List.of("en", "zh-CN")) {
      String closed = html(browser.get(colleague, page, language));
      assertTrue(closed.contains(in.number()) && !closed.contains(who.name()), closed);
    }
    browser.post(colleague, page, "reason", "alarm at night");
    assertEquals("MinorCaseOpened", acts.history(in.id()).getLast().type());
    assertEquals(200, status(colleague, home()));
    for (String told : List.of("/console", "/console/approvals", "/console/openings"))
      assertTrue(html(browser.get(staffed.head(), told)).contains("alarm at night"), told);
    assertTrue(html(browser.get(staffed.prosecutor(), "/oversight")).contains("alarm at night"));
    assertEquals(List.of(), comparison.of(in.id()));
    clock.forward(Duration.ofHours(13));
    assertEquals(302, status(colleague, home()));
  }

  @Test
  void D14_a_sealed_record_is_in_no_outlet_and_opens_to_those_who_answer_the_law()
      throws Exception {
    charge(charged.post(), "minor");
    died();
    List<String> counted = counted(charged);
    assertFalse(counted.isEmpty());
    seal();
    assertEquals(counted, counted(charged), "counted as before");
    for (Actor actor : List.of(charged, staffed.office(), staffed.head())) {
      var pages = new ArrayList<>(Outlets.of(actor));
      pages.addAll(behind(actor));
      boolean keeps = actor.equals(staffed.head());
      if (keeps) pages.removeAll(Set.of(SealedPage.PATH));
      else pages.addAll(Outlets.of(actor, in.id()));
      for (String page : pages) {
        MvcResult shown = browser.get(actor, page);
        nameless(actor, page, shown);
        assertFalse(html(shown).contains(in.number()), () -> actor.role() + page);
      }
      for (String asked : List.of(in.number(), who.name()))
        assertFalse(
            html(browser.get(actor, "/console/people?q=" + asked)).contains("/" + in.id()), asked);
    }
    for (Actor actor : List.of(charged, colleague, staffed.office())) {
      for (String path : List.of("/api/cases", "/api/deadlines", "/api/cases/" + in.id()))
        assertFalse(api(actor, path).contains(in.number()), path);
      String calendar = feeds.make(actor, Scope.UNIT, Locale.ENGLISH);
      String written = html(mvc.perform(get(calendar).servletPath(calendar)).andReturn());
      assertFalse(written.contains(in.number()), written);
    }
    assertFalse(handed(charged).contains(in.number()));
    for (String document : papers()) assertEquals(404, status(charged, document), document);
    assertEquals(404, status(charged, home()));
    for (String page : Outlets.of(staffed.prosecutor()))
      assertFalse(html(browser.get(staffed.prosecutor(), page)).contains(in.number()), page);

    assertTrue(html(browser.get(staffed.head(), SealedPage.PATH)).contains(in.number()));
    assertEquals(200, status(staffed.head(), home()));
    assertEquals(404, status(colleague, SealedPage.PATH));
    charge(colleague.post(), "sealing");
    assertTrue(html(browser.get(colleague, SealedPage.PATH, "zh-CN")).contains(in.number()));
    assertEquals(200, status(colleague, home()));
    assertEquals(200, status(staffed.prosecutor(), "/oversight/cases/" + in.id()));
    assertEquals(List.of(), comparison.of(in.id()));
    jdbc.sql("update casework.all_summaries set sealed = false where case_id = ?")
        .param(in.id().value())
        .update();
    assertEquals(
        List.of("casework.summaries/sealed"),
        comparison.of(in.id()).stream().map(Comparison.Difference::place).toList());
  }

  private void died() {
    District.recorded(
        casework.perform(
            PerformAct.opening(
                    in.id(),
                    "release",
                    "TerminatedByDeath",
                    Facts.NONE
                        .day("diedOn", received.act().effectiveOn())
                        .choice("deathKind", "NATURAL_DEATH")
                        .text("reportedBy", "family"),
                    charged)
                .withDocuments(List.of(paper("death-certificate")))));
  }

  private void seal() {
    Result.Recorded begun =
        District.recorded(
            casework.perform(
                PerformAct.opening(
                    in.id(),
                    "sealing",
                    "SealingBegun",
                    Facts.NONE.flag("minorAtOffence", true).count("penaltyMonths", 12),
                    charged)));
    District.recorded(
        casework.perform(
            PerformAct.in(
                    begun.instance(),
                    "RecordSealed",
                    Facts.NONE.flag("copiesCollected", true).flag("systemsSealed", true),
                    charged)
                .withDocuments(List.of(paper("sealing-decision")))));
  }

  private static Upload paper(String kind) {
    return new Upload(kind, kind + ".pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.UTF_8));
  }

  private void charge(PostId post, String procedure) {
    charges.set(
        post,
        charged.agency().id(),
        Set.of(procedure),
        LegalCalendar.legalDay(clock.instant()),
        staffed.head().account());
  }

  private List<String> papers() {
    return documents.ofCase(in.id()).stream()
        .map(document -> "/documents/" + document.id())
        .toList();
  }

  /** What the figures lead to. */
  private List<String> behind(Actor actor) throws Exception {
    var found = new ArrayList<String>();
    if (!actor.role().supervises()) return found;
    var behind = BEHIND.matcher(html(browser.get(actor, "/console/statistics")));
    for (int i = 0; i < 8 && behind.find(); i++) found.add(behind.group().replace("&amp;", "&"));
    assertFalse(found.isEmpty(), "figures lead to cases");
    return found;
  }

  /** How many people the figures count, cell by cell. */
  private List<String> counted(Actor actor) throws Exception {
    var cells = COUNTED.matcher(html(browser.get(actor, "/console/statistics")));
    return cells.results().map(cell -> cell.group(1)).toList();
  }

  private String handed(Actor actor) throws Exception {
    return html(
        browser.post(
            actor,
            "/console/handover/register/file",
            "kind",
            "CSV",
            "what",
            "all",
            "reason",
            "order"));
  }

  private void nameless(Actor actor, String page, MvcResult shown) {
    int status = shown.getResponse().getStatus();
    assertTrue(status < 500, () -> actor.role() + page + " " + status);
    String html = html(shown);
    for (String told : List.of(who.identityNumber(), who.phone()))
      assertFalse(html.contains(told), () -> actor.role() + page);
    // other invented people of the installation have names that begin like this one
    for (String name : List.of(who.name(), who.nameLatin()))
      assertFalse(
          Pattern.compile(Pattern.quote(name) + "(?![0-9])").matcher(html).find(),
          () -> actor.role() + page + html);
  }

  private String api(Actor actor, String path) throws Exception {
    String token = tokens.issue(actor.account(), actor.post(), Duration.ofHours(1));
    return html(
        mvc.perform(get(path).servletPath(path).header("Authorization", "Bearer " + token))
            .andReturn());
  }

  private String home() {
    return "/console/cases/" + in.id();
  }

  private int status(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse().getStatus();
  }

  private static String html(MvcResult result) {
    return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
  }
}
