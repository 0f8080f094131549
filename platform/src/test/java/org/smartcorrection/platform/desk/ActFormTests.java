package org.smartcorrection.platform.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.evidence.InStep;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;

@PlatformTest
class ActFormTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired InStep inStep;
  @Autowired Acts acts;
  @Autowired Summaries summaries;
  @Autowired Documents documents;
  @Autowired Clock clock;

  @Test
  void a_whole_reception_goes_through_the_one_form() throws Exception {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    String today = LegalCalendar.legalDay(clock.instant()).toString();
    CaseId id = referred.in().id();
    recorded(
        staffed.officer(), at(referred, "DocumentsChecked"), "complete", "true", "servedOn", today);
    recorded(
        staffed.officer(),
        at(referred, "Registered"),
        "reportedOn",
        today,
        "identityVerified",
        "true");
    String office = staffed.office().agency().id().toString();
    recorded(staffed.officer(), at(referred, "Entrusted"), "office", office);
    recorded(
        staffed.office(), at(referred, "GroupFormed"), "membersInGroup", "3", "womenInGroup", "1");
    recorded(staffed.officer(), at(referred, "Announced"));
    recorded(staffed.officer(), at(referred, "PlanOpened"), "everyDays", "7", "level", "STRICT");
    Summary summary = summaries.find(id).orElseThrow();
    assertEquals(Summary.Status.ACTIVE, summary.status());
    assertEquals(Summary.Level.STRICT, summary.level());
    assertEquals("MALE", act(id, "GroupFormed").facts().said("sex"));
  }

  @Test
  void the_form_does_not_ask_for_what_the_platform_knows() throws Exception {
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    String form = html(staffed.officer(), file(received) + "/acts/positioning/PositioningProposed");
    assertTrue(form.contains("name=\"months\""));
    assertFalse(form.contains("name=\"termEndsOn\""));
  }

  @Test
  void an_office_has_no_power_over_what_the_agency_reserves_and_reads_who_has_it()
      throws Exception {
    var staffed = district.staffed();
    Result.Recorded received = district.received(staffed);
    String adjust = at(received, "PlanAdjusted");
    assertEquals(200, browser.get(staffed.office(), adjust).getResponse().getStatus());
    Result.Recorded fresh = district.received(staffed);
    String list = html(staffed.office(), file(fresh) + "/acts");
    assertFalse(list.contains("/acts/positioning/PositioningProposed"), "not an act of the office");
    MvcResult tried =
        browser.post(staffed.office(), file(fresh) + "/acts/positioning/PositioningProposed");
    assertEquals(404, tried.getResponse().getStatus());
  }

  @Test
  void a_locked_act_stays_visible_and_says_why() throws Exception {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    String list = html(staffed.officer(), file(referred) + "/acts");
    assertTrue(list.contains("opens when the reception is complete"), list);
    MvcResult form = browser.get(staffed.officer(), at(referred, "Registered"));
    assertEquals(200, form.getResponse().getStatus());
    assertFalse(form.getResponse().getContentAsString().contains("name=\"reportedOn\""));
    MvcResult sent = browser.post(staffed.officer(), at(referred, "Registered"));
    assertEquals(422, sent.getResponse().getStatus());
    assertEquals(1, acts.history(referred.in().id()).size());
  }

  @Test
  void a_day_without_its_hour_and_an_endless_reason_are_said_and_stay() throws Exception {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    MvcResult answer =
        browser.post(
            staffed.officer(),
            at(referred, "DocumentsChecked"),
            "occurredAt",
            "2026-01-05",
            "overrideReason",
            "x".repeat(10_000));
    String page = answer.getResponse().getContentAsString(UTF_8);
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(page.contains("id=\"occurredAt-error\""), page);
    assertTrue(page.contains("value=\"2026-01-05\""), page);
  }

  @Test
  void a_mistake_keeps_everything_that_was_typed() throws Exception {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    MvcResult answer =
        browser.post(
            staffed.officer(),
            at(referred, "DocumentsChecked"),
            "complete",
            "false",
            "missing",
            "the judgement <copy>",
            "servedOn",
            "2026-02-30");
    String html = answer.getResponse().getContentAsString();
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(html.contains("the judgement &lt;copy&gt;"), html);
    assertTrue(html.contains("2026-02-30"), html);
    assertEquals(1, acts.history(referred.in().id()).size());
  }

  @Test
  void what_the_law_misses_stands_at_its_field() throws Exception {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    MvcResult answer =
        browser.post(staffed.officer(), at(referred, "DocumentsChecked"), "complete", "false");
    String html = answer.getResponse().getContentAsString();
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(html.contains("id=\"missing-error\""), html);
    assertTrue(html.contains("id=\"servedOn-error\""), html);
  }

  @Test
  void a_document_that_is_not_what_its_name_says_is_not_taken() throws Exception {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    String today = LegalCalendar.legalDay(clock.instant()).toString();
    var script =
        new MockMultipartFile(
            "document-attachment", "scan.pdf", "application/pdf", "<script>".getBytes(UTF_8));
    MvcResult answer =
        browser.send(
            staffed.officer(),
            at(referred, "DocumentsChecked"),
            new MockMultipartFile[] {script},
            "complete",
            "true",
            "servedOn",
            today);
    assertEquals(422, answer.getResponse().getStatus());
    assertTrue(answer.getResponse().getContentAsString().contains("not what its name says"));
    assertEquals(1, acts.history(referred.in().id()).size());
  }

  @Test
  void an_upload_is_given_out_without_any_rights_and_a_paper_with_its_code() throws Exception {
    var staffed = district.staffed();
    Result.Recorded referred = district.referred(staffed);
    String today = LegalCalendar.legalDay(clock.instant()).toString();
    var scan =
        new MockMultipartFile(
            "document-attachment", "扫描.pdf", "application/pdf", "%PDF-1.7 x".getBytes(UTF_8));
    MvcResult answer =
        browser.send(
            staffed.officer(),
            at(referred, "DocumentsChecked"),
            new MockMultipartFile[] {scan},
            "complete",
            "true",
            "servedOn",
            today);
    assertEquals(302, answer.getResponse().getStatus());
    inStep.now();
    for (var document : documents.ofCase(referred.in().id())) {
      var given = browser.get(staffed.officer(), "/documents/" + document.id()).getResponse();
      assertEquals(200, given.getStatus());
      if (document.kind().equals("attachment")) {
        String page = "/documents/" + document.id();
        assertTrue(given.getContentAsString(UTF_8).contains(page + "/frame"));
        String policy = String.valueOf(given.getHeader("Content-Security-Policy"));
        assertTrue(policy.endsWith("; frame-src 'self'"), policy);
        var file = browser.get(staffed.officer(), page + "/file").getResponse();
        assertEquals("default-src 'none'; sandbox", file.getHeader("Content-Security-Policy"));
        assertEquals("nosniff", file.getHeader("X-Content-Type-Options"));
        var frame = browser.get(staffed.officer(), page + "/frame").getResponse();
        assertEquals(
            "default-src 'none'; frame-ancestors 'self'",
            frame.getHeader("Content-Security-Policy"));
        assertEquals("nosniff", frame.getHeader("X-Content-Type-Options"));
        assertEquals("application/pdf", frame.getContentType());
      } else {
        var path = "/documents/" + document.id() + "/frame";
        assertEquals(404, browser.get(staffed.officer(), path).getResponse().getStatus());
        assertTrue(given.getContentAsString().contains("class=\"qr\""));
        assertTrue(given.getContentAsString().contains(document.sha256()));
      }
      var stranger = district.staffed().officer();
      int seen = browser.get(stranger, "/documents/" + document.id()).getResponse().getStatus();
      assertEquals(404, seen);
    }
    assertEquals(2, documents.ofCase(referred.in().id()).size());
  }

  private void recorded(Actor actor, String path, String... fields) throws Exception {
    MvcResult answer = browser.post(actor, path, fields);
    assertEquals(302, answer.getResponse().getStatus(), () -> path + errors(answer));
  }

  private static List<String> errors(MvcResult answer) {
    try {
      return answer
          .getResponse()
          .getContentAsString()
          .lines()
          .filter(l -> l.contains("error") || l.contains("note"))
          .toList();
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String html(Actor actor, String page) throws Exception {
    return browser.get(actor, page).getResponse().getContentAsString();
  }

  private Act act(CaseId id, String type) {
    return acts.history(id).stream()
        .filter(act -> act.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  private static String file(Result.Recorded recorded) {
    return "/console/cases/" + recorded.in().id();
  }

  private static String at(Result.Recorded recorded, String type) {
    return file(recorded) + "/acts/reception/" + type + "?instance=" + recorded.instance().id();
  }
}
