package org.smartcorrection.platform.my;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Disclosures;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

@PlatformTest
class MyPagesTests {
  static final MockMultipartFile PROOF =
      new MockMultipartFile(
          "proof", "letter.pdf", "application/pdf", "%PDF-1.7 x".getBytes(StandardCharsets.UTF_8));

  @Autowired District district;
  @Autowired Subjects subjects;
  @Autowired Browser browser;
  @Autowired Phone phone;
  @Autowired Instances instances;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Looks looks;
  @Autowired Disclosures disclosures;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  District.Staffed staffed;
  Case in;
  Actor person;
  LocalDate today;

  @BeforeEach
  void somebodyInTheMiddleOfTheirTerm() {
    staffed = district.staffed();
    in = district.received(staffed).in();
    person = subjects.actor(in.person());
    today = LegalCalendar.legalDay(clock.instant());
  }

  @Test
  void every_page_of_the_person_is_written_in_both_languages() throws Exception {
    looks.record(staffed.officer(), ReadPurpose.APPLICATION, "case", List.of(in.person()));
    String leave = "/my/leave/" + apply(today.plusDays(5), 3).id();
    for (String page :
        List.of(
            "/my",
            "/my/today",
            "/my/help",
            "/my/offline",
            "/my/check-in",
            "/my/leave",
            "/my/leave/new",
            leave,
            "/my/complaints",
            "/my/complaints/agency",
            "/my/complaints/procuratorate",
            "/my/data",
            "/my/data/acts",
            "/kiosk"))
      for (String language : List.of("en", "zh-CN")) {
        MvcResult answer = browser.get(person, page, language);
        String html = answer.getResponse().getContentAsString();
        assertEquals(200, answer.getResponse().getStatus(), page);
        assertFalse(html.contains("??"), page);
        assertFalse(html.contains("th:"), page);
      }
  }

  @Test
  void the_first_page_greets_by_family_name_and_says_what_is_due() throws Exception {
    String html = page("/my");
    assertTrue(html.contains("Mr Shi"), html);
    assertTrue(html.contains("Check in by"), html);
    assertTrue(html.contains("Your place is not sent."), html);
    String chinese = browser.get(person, "/my", "zh-CN").getResponse().getContentAsString();
    assertTrue(chinese.contains("试先生"), chinese);
  }

  @Test
  void a_plain_form_checks_in_and_the_answer_names_act_and_receipt() throws Exception {
    String to = redirect(browser.post(person, "/my/check-in", "changes", "a new job"));
    assertTrue(to.startsWith("/my/check-in/"), to);
    assertTrue(page(to).contains("Act number"));
    Act report = latest("checkin", "Reported");
    assertEquals("a new job", report.facts().said("changes"));
    assertEquals("PHONE_PAGE", report.facts().said("way"));
  }

  @Test
  void what_a_phone_kept_counts_with_its_own_time_and_once() throws Exception {
    Instant pressed = clock.instant().minusSeconds(3600).truncatedTo(ChronoUnit.MILLIS);
    Instant opened = latest("checkin", "ReportDue").recordedAt();
    String id = UUID.randomUUID().toString();
    MvcResult first = queued(id, person, pressed);
    assertEquals(200, first.getResponse().getStatus());
    assertTrue(json(first).contains("\"countedAt\":\"" + pressed + "\""), json(first));
    assertEquals(json(first), json(queued(id, person, pressed)));
    assertTrue(pressed.isBefore(opened), "kept from before the report was opened");
    assertEquals(pressed, latest("checkin", "Reported").occurredAt());
  }

  @Test
  void a_press_of_somebody_else_on_the_same_phone_stays_there() throws Exception {
    Actor other = subjects.actor(district.received(staffed).in().person());
    MvcResult answer =
        send(UUID.randomUUID().toString(), other.account().toString(), clock.instant().toString());
    assertEquals(409, answer.getResponse().getStatus());
  }

  @Test
  void a_phone_that_sends_nonsense_is_told_so() throws Exception {
    String who = person.account().toString();
    assertEquals(400, send("x", who, clock.instant().toString()).getResponse().getStatus());
    assertEquals(
        400, send(UUID.randomUUID().toString(), who, "yesterday").getResponse().getStatus());
  }

  @Test
  void a_phone_whose_session_ended_is_told_to_sign_in_and_keeps_what_it_has() throws Exception {
    MvcResult answer = phone.sendsSignedOut("/my/check-in/queued", "{}");
    assertEquals(401, answer.getResponse().getStatus());
  }

  @Test
  void seven_days_go_to_the_office_eight_to_the_agency_31_one_level_up() throws Exception {
    assertTrue(tier(7).contains("your office"), tier(7));
    assertTrue(tier(8).contains("the district agency"), tier(8));
    assertTrue(tier(31).contains("one level up"), tier(31));
  }

  @Test
  void a_leave_that_ends_before_it_begins_comes_back_with_everything_typed() throws Exception {
    MvcResult answer =
        browser.send(
            person,
            "/my/leave/new",
            new MockMultipartFile[] {PROOF},
            "destination",
            "Baishi",
            "firstDay",
            today.plusDays(9).toString(),
            "lastDay",
            today.plusDays(4).toString(),
            "cause",
            "WORK");
    String html = answer.getResponse().getContentAsString();
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(html.contains("before it begins"), html);
    assertTrue(html.contains("value=\"Baishi\""), html);
    assertTrue(html.contains("value=\"" + today.plusDays(4) + "\""), html);
  }

  @Test
  void a_leave_at_short_notice_needs_words_that_say_what_makes_it_urgent() throws Exception {
    MvcResult answer = send(today.plusDays(1), 2, "");
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(answer.getResponse().getContentAsString().contains("3 days ahead"));
    assertTrue(redirect(send(today.plusDays(1), 2, "my mother fell")).startsWith("/my/leave/"));
    assertEquals("my mother fell", latest("leave", "LeaveApplied").overrideReason());
  }

  @Test
  void a_leave_without_proof_is_not_sent() throws Exception {
    MvcResult answer =
        browser.send(
            person,
            "/my/leave/new",
            new MockMultipartFile[0],
            "destination",
            "Baishi",
            "firstDay",
            today.plusDays(9).toString(),
            "lastDay",
            today.plusDays(9).toString(),
            "cause",
            "WORK");
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(instances.ofCase(in.id(), "leave").isEmpty());
  }

  @Test
  void a_refusal_shows_its_reason_and_how_to_complain() throws Exception {
    Running leave = apply(today.plusDays(5), 8);
    district.perform(
        leave,
        "LeaveRefused",
        Facts.NONE.text("reason", "the proof is of 2019"),
        staffed.officer());
    String html = page("/my/leave/" + leave.id());
    assertTrue(html.contains("the proof is of 2019"), html);
    assertTrue(html.contains("/my/complaints/procuratorate"), html);
    assertTrue(html.contains("href=\"/law/articles/CCL/27\""), html);
    assertTrue(page("/my/data/acts").contains("href=\"/law/articles/CCL/27\""));
    String text = page("/law/articles/CCL/27");
    assertTrue(text.contains("社区矫正对象离开所居住的市、县或者迁居"), text);
    assertTrue(text.contains("class=\"mymain\""), "in the frame of the person's own pages");
  }

  @Test
  void an_application_can_be_taken_back() throws Exception {
    Running leave = apply(today.plusDays(5), 2);
    redirect(browser.post(person, "/my/leave/" + leave.id() + "/take-back"));
    assertEquals("TAKEN_BACK", instances.find(leave.id()).orElseThrow().state());
  }

  @Test
  void whoever_is_back_says_so() throws Exception {
    Running leave = apply(today.plusDays(5), 2);
    district.perform(leave, "LeaveGranted", Facts.NONE, staffed.office());
    String path = "/my/leave/" + leave.id();
    MvcResult future = browser.post(person, path + "/back", "returnedOn", "2099-01-01");
    assertEquals(422, future.getResponse().getStatus());
    assertEquals(path, redirect(browser.post(person, path + "/back", "returnedOn", "" + today)));
    assertEquals("RETURNED", instances.find(leave.id()).orElseThrow().state());
  }

  @Test
  void nobody_reaches_what_is_another_persons() throws Exception {
    Running leave = apply(today.plusDays(5), 2);
    Act report = latest("checkin", "ReportDue");
    Actor other = subjects.actor(district.received(staffed).in().person());
    for (String path :
        List.of("/my/leave/" + leave.id(), "/my/check-in/" + report.id(), "/slips/" + report.id()))
      assertEquals(404, browser.get(other, path).getResponse().getStatus(), path);
    assertEquals(
        404,
        browser.post(other, "/my/leave/" + leave.id() + "/take-back").getResponse().getStatus());
    assertEquals(403, browser.get(staffed.officer(), "/my").getResponse().getStatus());
  }

  @Test
  void the_person_reads_who_looked_by_agency_and_post_and_never_by_name() throws Exception {
    looks.record(staffed.officer(), ReadPurpose.APPLICATION, "case", List.of(in.person()));
    String html = page("/my/data");
    assertTrue(html.contains(staffed.officer().agency().nameEn()), html);
    assertTrue(html.contains("Test post"), html);
    assertTrue(html.contains("an application"), html);
    assertFalse(html.contains("Tester"), html);
  }

  @Test
  void whoever_complains_of_a_look_is_told_the_name_and_of_that_look_alone() throws Exception {
    looks.record(staffed.officer(), ReadPurpose.APPLICATION, "case", List.of(in.person()));
    looks.record(staffed.office(), ReadPurpose.APPLICATION, "document", List.of(in.person()));
    String look = looks.at(in.person(), null, 2).rows().getLast().id();
    String form = page("/my/complaints/agency?look=" + look);
    assertTrue(form.contains("looked at my data"), form);
    assertFalse(page("/my/data").contains("Tester"));

    browser.post(person, "/my/complaints/agency", "look", look, "words", "Why?");

    String html = page("/my/data");
    assertEquals(2, html.split("Tester", -1).length, html);
    assertFalse(html.contains("look=" + look), "once is enough");
  }

  @Test
  void a_complaint_of_a_look_leaves_no_name_of_look_or_person_in_the_database() throws Exception {
    looks.record(staffed.officer(), ReadPurpose.APPLICATION, "case", List.of(in.person()));
    String look = looks.at(in.person(), null, 1).rows().getFirst().id();

    browser.post(person, "/my/complaints/procuratorate", "look", look, "words", "Why?");

    assertTrue(page("/my/data").contains("Tester"), "told, all the same");
    String kept =
        jdbc.sql("select d::text from access.disclosures d").query(String.class).list().toString();
    assertFalse(kept.contains(look.replace("-", "")), kept);
    assertFalse(kept.contains(look), kept);
    assertFalse(kept.contains(in.person().toString()), kept);
  }

  @Test
  void nobody_is_told_a_name_of_a_look_at_somebody_else() throws Exception {
    Case other = district.received(staffed).in();
    looks.record(staffed.officer(), ReadPurpose.APPLICATION, "case", List.of(other.person()));
    List<Looks.Look> seen = looks.at(other.person(), null, 1).rows();

    browser.post(person, "/my/complaints/agency", "look", seen.getFirst().id(), "words", "Why?");

    assertEquals(Set.of(), disclosures.among(other.person(), seen));
  }

  @Test
  void the_copy_to_take_along_holds_identity_acts_and_looks() throws Exception {
    looks.record(staffed.officer(), ReadPurpose.APPLICATION, "case", List.of(in.person()));
    String copy = page("/my/data/copy");
    for (String part : List.of("identityNumber", "PlanOpened", "whoLooked", "APPLICATION"))
      assertTrue(copy.contains(part), part);
  }

  @Test
  void a_ground_in_force_says_what_it_is_until_when_and_how_to_object() throws Exception {
    assertFalse(page("/my").contains("A device tells where you are"));
    positioned();
    String html = page("/my");
    assertTrue(html.contains("A device tells where you are"), html);
    assertTrue(html.contains("Left without approval or good reason"), html);
    assertTrue(html.contains("It ends by itself then"), html);
  }

  private void positioned() {
    var proposed =
        casework.perform(
            PerformAct.opening(
                in.id(),
                "positioning",
                "PositioningProposed",
                Facts.NONE
                    .choice("ground", "LEFT_WITHOUT_APPROVAL")
                    .text("statement", "seen elsewhere")
                    .count("months", 1),
                staffed.officer()));
    Running at = District.recorded(proposed).instance();
    at =
        district.perform(
            at,
            "PositioningApproved",
            Facts.NONE.count("months", 1).text("reason", "needed"),
            staffed.head());
    district.perform(
        at,
        "SubjectInformed",
        Facts.NONE
            .flag("termTold", true)
            .flag("rulesTold", true)
            .flag("consequencesTold", true)
            .choice("deviceKind", "DEDICATED"),
        staffed.officer());
  }

  private Running apply(LocalDate first, int days) throws Exception {
    String to = redirect(send(first, days, ""));
    UUID id = UUID.fromString(to.substring("/my/leave/".length()));
    return instances.find(id).orElseThrow();
  }

  private MvcResult send(LocalDate first, int days, String urgent) throws Exception {
    return browser.send(
        person,
        "/my/leave/new",
        new MockMultipartFile[] {PROOF},
        "destination",
        "Baishi",
        "firstDay",
        first.toString(),
        "lastDay",
        first.plusDays(days - 1L).toString(),
        "cause",
        "WORK",
        "urgent",
        urgent);
  }

  private String tier(int days) throws Exception {
    LocalDate first = today.plusDays(5);
    return page("/my/leave/tier?firstDay=" + first + "&lastDay=" + first.plusDays(days - 1L));
  }

  private MvcResult queued(String id, Actor who, Instant pressed) throws Exception {
    return send(id, who.account().toString(), pressed.toString());
  }

  private MvcResult send(String id, String who, String pressedAt) throws Exception {
    String body =
        "{\"id\":\"%s\",\"who\":\"%s\",\"pressedAt\":\"%s\"}".formatted(id, who, pressedAt);
    return phone.sends(person, "/my/check-in/queued", body);
  }

  private static String json(MvcResult answer) throws Exception {
    return answer.getResponse().getContentAsString();
  }

  private String page(String path) throws Exception {
    MvcResult answer = browser.get(person, path);
    assertEquals(200, answer.getResponse().getStatus(), path);
    return answer.getResponse().getContentAsString();
  }

  private static String redirect(MvcResult answer) throws Exception {
    String to = answer.getResponse().getRedirectedUrl();
    assertTrue(to != null, answer.getResponse().getContentAsString());
    return String.valueOf(to);
  }

  private Act latest(String procedure, String type) {
    return acts.history(in.id()).reversed().stream()
        .filter(act -> act.procedure().equals(procedure) && act.type().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
