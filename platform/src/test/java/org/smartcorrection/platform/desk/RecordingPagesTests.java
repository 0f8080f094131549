package org.smartcorrection.platform.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.proof.Manifest;
import org.smartcorrection.ledger.proof.PackageVerdict;
import org.smartcorrection.ledger.proof.PackageVerifier;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.ApiTokens;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Films;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.evidence.InStep;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.my.Subjects;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A talk with its recording: from the form to the player, the file and the archive. */
@PlatformTest
class RecordingPagesTests {
  private static final byte[] FILM = Films.mp4(Duration.ofSeconds(754));

  @Autowired District district;
  @Autowired Subjects subjects;
  @Autowired ApiTokens tokens;
  @Autowired MockMvc mvc;
  @Autowired Browser browser;
  @Autowired Acts acts;
  @Autowired Documents documents;
  @Autowired Receipts receipts;
  @Autowired InStep inStep;
  @Autowired Looks looks;
  @Autowired Clock clock;
  @TempDir Path folder;

  private String sent(Actor actor, Case in, byte[] content) throws Exception {
    String path = "/console/cases/" + in.id() + "/recordings";
    MockHttpServletResponse answer =
        browser.stream(actor, path, "%E8%B0%88%E8%AF%9D.mp4", content).getResponse();
    assertEquals(201, answer.getStatus());
    String row = answer.getContentAsString(UTF_8);
    assertTrue(row.contains("谈话.mp4 · 12:34 · 3 KB"), row);
    var id = Pattern.compile("value=\"([0-9a-f-]{36})\"").matcher(row);
    assertTrue(id.find(), row);
    return id.group(1);
  }

  private MockHttpServletResponse act(Actor actor, Case in, String... fields) throws Exception {
    return browser
        .post(actor, "/console/cases/" + in.id() + "/acts/visit/VisitPlanned", fields)
        .getResponse();
  }

  private MockHttpServletResponse planned(Actor actor, Case in, String recording, String kind)
      throws Exception {
    String today = LegalCalendar.legalDay(clock.instant()).plusDays(1).toString();
    return act(
        actor, in, "visitKind", kind, "plannedOn", today, "reason", "每月谈话", "recording", recording);
  }

  @Test
  void it_goes_with_its_act_into_the_ledger_the_file_and_the_archive() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    Actor officer = staffed.officer();
    String waiting = sent(officer, in, FILM);
    MockHttpServletResponse again = planned(officer, in, waiting, "");
    assertEquals(422, again.getStatus());
    String form = again.getContentAsString(UTF_8);
    assertTrue(form.contains("value=\"" + waiting + "\""), "a refused form keeps it");
    assertTrue(form.contains("谈话.mp4 · 12:34"), form);
    assertEquals(302, planned(officer, in, waiting, "TALK").getStatus());
    assertEquals(422, planned(officer, in, waiting, "TALK").getStatus(), "it is taken once");
    inStep.now();
    Document document =
        documents.ofAct(acts.history(in.id()).getLast().id()).stream()
            .filter(Document::recorded)
            .findFirst()
            .orElseThrow();
    assertEquals(Documents.sha256(FILM), document.sha256());
    String file =
        browser
            .get(officer, "/console/cases/" + in.id() + "/file")
            .getResponse()
            .getContentAsString(UTF_8);
    assertTrue(file.contains("audio or video, 0:12:34"), file);
    byte[] archive =
        browser
            .post(officer, "/console/cases/" + in.id() + "/file/package")
            .getResponse()
            .getContentAsByteArray();
    Policy policy = Policy.parse(receipts.policy().getBytes(UTF_8));
    var valid =
        assertInstanceOf(
            PackageVerdict.Valid.class,
            PackageVerifier.verify(Files.write(folder.resolve("file.zip"), archive), policy));
    Manifest.Item item =
        valid.manifest().items().stream()
            .filter(one -> one.document().equals("recording"))
            .findFirst()
            .orElseThrow();
    assertTrue(item.path().endsWith(".mp4") && item.bytes() == FILM.length, item.path());
    assertTrue(valid.manifest().incomplete().isEmpty(), "proven as every original");
  }

  @Test
  void a_recorders_system_adds_it_by_a_further_act_and_the_person_is_told() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    String waiting = sent(staffed.officer(), in, FILM);
    assertEquals(302, planned(staffed.officer(), in, waiting, "TALK").getStatus());
    Act talk = acts.history(in.id()).getLast();
    String path = "/api/cases/" + in.id() + "/acts/" + talk.number() + "/recordings";
    MockHttpServletResponse kept = api(staffed.officer(), path, FILM);
    assertEquals(201, kept.getStatus(), kept.getContentAsString(UTF_8));
    Act further = acts.history(in.id()).getLast();
    assertEquals(talk.id(), further.corrects());
    assertEquals(talk.facts(), further.facts());
    Document document = documents.ofAct(further.id()).getFirst();
    assertTrue(document.recorded());
    assertEquals("谈话.mp4", document.name());
    assertTrue(kept.getContentAsString(UTF_8).contains(document.sha256()));
    inStep.now();
    assertEquals(201, api(staffed.office(), path, FILM).getStatus(), "and another");
    assertEquals(422, api(staffed.officer(), path, "%PDF-1.4".getBytes(UTF_8)).getStatus());
    assertEquals(404, api(staffed.officer(), path.replace("acts/", "acts/9"), FILM).getStatus());
    assertEquals(404, api(district.staffed().officer(), path, FILM).getStatus());
    assertEquals(403, api(staffed.court(), path, FILM).getStatus());

    Actor person = subjects.actor(in.person());
    String own = browser.get(person, "/my/data").getResponse().getContentAsString(UTF_8);
    assertTrue(own.contains("Recordings of talks with you") && own.contains("12 min 34 s"), own);
    assertTrue(own.contains("ask " + staffed.officer().agency().nameEn()), own);
    assertEquals(200, browser.get(person, "/documents/" + document.id()).getResponse().getStatus());
  }

  private MockHttpServletResponse api(Actor actor, String path, byte[] content) throws Exception {
    String token = tokens.issue(actor.account(), actor.post(), Duration.ofDays(1));
    return mvc.perform(
            MockMvcRequestBuilders.post(path)
                .servletPath(path)
                .contentType("application/octet-stream")
                .header("Authorization", "Bearer " + token)
                .header("X-File-Name", "%E8%B0%88%E8%AF%9D.mp4")
                .content(content))
        .andReturn()
        .getResponse();
  }

  @Test
  void long_lists_of_one_case_are_whole_and_fold() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    Act first = acts.history(in.id()).getFirst();
    byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(UTF_8);
    for (int i = 0; i < 16; i++)
      documents.keep(
          in.id(),
          in.person(),
          in.purpose(),
          first.id(),
          new Upload("attachment", i + ".pdf", pdf));
    int all = documents.ofCase(in.id()).size();
    Map<Actor, String> pages =
        Map.of(
            staffed.officer(), "/console/cases/" + in.id(),
            staffed.prosecutor(), "/oversight/cases/" + in.id(),
            subjects.actor(in.person()), "/my/data");
    for (Map.Entry<Actor, String> page : pages.entrySet()) {
      String html =
          browser.get(page.getKey(), page.getValue()).getResponse().getContentAsString(UTF_8);
      assertTrue(html.contains((all - 12) + " older documents"), page.getValue());
      for (Document document : documents.ofCase(in.id()))
        assertTrue(html.contains("/documents/" + document.id()), page.getValue());
    }
  }

  @Test
  void it_plays_in_parts_for_those_who_may_see_it() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    Actor officer = staffed.officer();
    assertEquals(302, planned(officer, in, sent(officer, in, FILM), "TALK").getStatus());
    Document document =
        documents.ofAct(acts.history(in.id()).getLast().id()).stream()
            .filter(Document::recorded)
            .findFirst()
            .orElseThrow();
    String page = "/documents/" + document.id();
    String html = browser.get(staffed.prosecutor(), page).getResponse().getContentAsString(UTF_8);
    assertTrue(html.contains("<video") && html.contains("12:34"), html);
    Looks.Look look = looks.at(in.person(), null, 1).rows().getFirst();
    assertEquals("document", look.what());
    assertEquals(staffed.prosecutor().account(), look.account());
    var part = browser.part(officer, page + "/media", "bytes=100-199").getResponse();
    assertEquals(206, part.getStatus());
    assertEquals("bytes 100-199/" + FILM.length, part.getHeader("Content-Range"));
    assertArrayEquals(Arrays.copyOfRange(FILM, 100, 200), part.getContentAsByteArray());
    var end = browser.part(officer, page + "/media", "bytes=-10").getResponse();
    assertArrayEquals(
        Arrays.copyOfRange(FILM, FILM.length - 10, FILM.length), end.getContentAsByteArray());
    var beyond = browser.part(officer, page + "/media", "bytes=999999-").getResponse();
    assertEquals(416, beyond.getStatus());
    var whole = browser.get(officer, page + "/media").getResponse();
    assertArrayEquals(FILM, whole.getContentAsByteArray());
    assertEquals("video/mp4", whole.getContentType());
    assertEquals("default-src 'none'; sandbox", whole.getHeader("Content-Security-Policy"));
    assertEquals("nosniff", whole.getHeader("X-Content-Type-Options"));
    Actor stranger = district.staffed().officer();
    for (String path : List.of(page, page + "/media"))
      assertEquals(404, browser.get(stranger, path).getResponse().getStatus());
    assertEquals(404, browser.get(officer, page + "/file").getResponse().getStatus());
  }

  @Test
  void what_is_none_is_refused_in_words_and_a_stranger_can_send_nothing() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    String path = "/console/cases/" + in.id() + "/recordings";
    var none =
        browser.stream(staffed.officer(), path, "film.mp4", "<script>".getBytes(UTF_8))
            .getResponse();
    assertEquals(422, none.getStatus());
    assertTrue(none.getContentAsString(UTF_8).contains("no recording that is taken"));
    var stranger = browser.stream(district.staffed().officer(), path, "film.mp4", FILM);
    assertEquals(404, stranger.getResponse().getStatus());
  }

  @Test
  void no_part_is_larger_than_what_is_sent_at_once() {
    long size = 100L << 20;
    assertEquals(new ByteRange.Part(0, ByteRange.MOST - 1), ByteRange.of("bytes=0-", size));
    assertEquals(new ByteRange.Part(size - 1, size - 1), ByteRange.of("bytes=-1", size));
    assertEquals(new ByteRange.Part(5, 5), ByteRange.of("bytes=5-5", size));
    assertEquals(new ByteRange.Beyond(), ByteRange.of("bytes=" + size + "-", size));
    assertEquals(new ByteRange.Beyond(), ByteRange.of("bytes=-0", size));
    for (String other :
        Arrays.asList(null, "", "bytes=", "bytes=-", "bytes=9-3", "bytes=0-1,5-6", "lines=1-2"))
      assertEquals(new ByteRange.Whole(), ByteRange.of(other, size), String.valueOf(other));
  }
}
