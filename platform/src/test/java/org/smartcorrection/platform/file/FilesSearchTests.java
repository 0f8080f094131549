package org.smartcorrection.platform.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.TrailLines;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Pdfs;
import org.smartcorrection.platform.documents.Reads;
import org.smartcorrection.platform.documents.Texts;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.my.Subjects;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Words through all files of an agency: found in what one may open, and nowhere else. */
@PlatformTest
class FilesSearchTests {
  private static final String PATH = "/console/search";

  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Subjects subjects;
  @Autowired Casework casework;
  @Autowired Cases cases;
  @Autowired FilesSearch search;
  @Autowired MarksKeeper keeper;
  @Autowired Documents documents;
  @Autowired Texts texts;
  @Autowired Reads reads;
  @Autowired Vault vault;
  @Autowired Looks looks;
  @Autowired TrailLines trail;
  @Autowired JdbcClient jdbc;

  private District.Staffed staffed;
  private Case in;

  @BeforeEach
  void aTalkAboutAnOrchardWithAFile() {
    staffed = district.staffed();
    in = district.received(staffed).in();
    District.recorded(casework.perform(talk(in, "了解其申请外出打理橘园的情况")));
    keeper.make(() -> true);
  }

  private PerformAct talk(Case of, String reason) {
    var upload =
        new Upload("attachment", "opinion.pdf", Pdfs.of(List.of("The orchardkeeper agrees", "")));
    return PerformAct.opening(
            of.id(),
            "visit",
            "VisitPlanned",
            Facts.NONE
                .choice("visitKind", "TALK")
                .day("plannedOn", LocalDate.of(2030, 1, 1))
                .text("reason", reason),
            staffed.officer())
        .withDocuments(List.of(upload));
  }

  private FilesSearch.Found find(Actor actor, String words) {
    return search.find(actor, WordSearch.of(words), null, Locale.SIMPLIFIED_CHINESE);
  }

  private List<CaseId> found(String words) {
    return find(staffed.officer(), words).files().stream().map(file -> file.in().caseId()).toList();
  }

  private String page(Actor actor, String... fields) throws Exception {
    var answer = browser.post(actor, PATH, fields).getResponse();
    assertEquals(200, answer.getStatus());
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void facts_papers_and_uploads_are_found_by_their_words() {
    assertEquals(List.of(in.id()), found("橘园"));
    assertEquals(List.of(in.id()), found("外出申请"), "in another order");
    assertEquals(List.of(in.id()), found("矫正方案"));
    assertEquals(List.of(in.id()), found("园"));
    assertEquals(List.of(), found("苹果园"));
    assertEquals(List.of(), found("orchardkeeper"), "nobody has read the upload yet");
    reads.now();
    assertEquals(1, find(staffed.officer(), "橘园").behind(), "read, and not marked yet");
    keeper.make(() -> true);
    assertEquals(List.of(in.id()), found("ORCHARDKEEPER"));
    assertEquals(0, find(staffed.officer(), "橘园").behind());
    Document upload =
        documents.ofCase(in.id()).stream()
            .filter(document -> document.kind().equals("attachment"))
            .findFirst()
            .orElseThrow();
    assertEquals(2, texts.of(upload).orElseThrow().pages());
    byte[] sealed =
        jdbc.sql("select sealed from documents.texts where document = ?")
            .param(upload.id().value())
            .query((row, _) -> row.getBytes(1))
            .single();
    assertFalse(new String(sealed, StandardCharsets.ISO_8859_1).contains("orchard"));
  }

  @Test
  void the_page_shows_where_records_the_look_and_escapes_what_stands_there() throws Exception {
    District.recorded(casework.perform(talk(in, "<b>柿子</b>的事")));
    keeper.make(() -> true);
    for (Actor actor : List.of(staffed.officer(), staffed.office(), staffed.head())) {
      int before = looks.at(in.person(), null, 50).rows().size();
      String html = page(actor, "words", "柿子");
      assertTrue(html.contains("&lt;b&gt;<mark>柿子</mark>&lt;/b&gt;"), html);
      assertTrue(html.contains(in.number()));
      assertEquals("search", looks.at(in.person(), null, 50).rows().getFirst().what());
      assertEquals(before + 1, looks.at(in.person(), null, 50).rows().size());
    }
    assertEquals("files-searched", trail.page(null, 1).rows().getFirst().event());
    assertTrue(page(staffed.officer(), "words", "柿饼").contains("No file that you cover"));
    assertTrue(page(staffed.officer(), "words", " ").contains("1 cases can be found"));
    assertEquals(200, browser.get(staffed.officer(), PATH, "zh-CN").getResponse().getStatus());
  }

  @Test
  void a_destroyed_key_takes_a_person_out_at_once_and_their_marks_for_good() {
    assertEquals(List.of(in.id()), found("橘园"));
    vault.destroy(in.person(), Purpose.CASEWORK);
    for (String words : List.of("橘园", "方案", "园")) assertEquals(List.of(), found(words));
    assertEquals(1, find(staffed.officer(), "橘园").searched());
    // what comes later is noted, and marks nothing any more
    jdbc.sql("update file.marks set added = added + 1 where case_id = ?")
        .param(in.id().value())
        .update();
    keeper.make(() -> true);
    assertTrue(
        jdbc.sql("select sealed is null from file.marks where case_id = ?")
            .param(in.id().value())
            .query(Boolean.class)
            .single());
  }

  @Test
  void nobody_finds_what_they_may_not_open() throws Exception {
    Actor stranger = district.beside(staffed).officer();
    assertEquals(List.of(), find(stranger, "橘园").files());
    assertEquals(403, browser.get(staffed.prosecutor(), PATH).getResponse().getStatus());
    assertEquals(403, browser.get(staffed.court(), PATH).getResponse().getStatus());
    Actor colleague = district.actor(staffed.officer().agency(), Role.AGENCY_OFFICER);
    assertEquals(1, find(colleague, "橘园").files().size());
    assertEquals(
        302,
        browser
            .post(
                staffed.head(),
                "/console/cases/" + in.id() + "/restriction",
                "posts",
                staffed.officer().post().toString(),
                "reason",
                "a relative of an officer")
            .getResponse()
            .getStatus());
    keeper.make(() -> true);
    assertEquals(1, find(staffed.officer(), "橘园").files().size());
    FilesSearch.Found closed = find(colleague, "橘园");
    assertEquals(List.of(), closed.files());
    assertEquals(1, closed.closed());
  }

  @Test
  void L29_what_is_entrusted_to_the_procuratorate_is_never_marked() throws Exception {
    browser.post(subjects.actor(in.person()), "/my/complaints/procuratorate", "words", "枇杷园的事不公正");
    Case complaint = cases.of(in.person(), staffed.prosecutor().agency().id()).getFirst();
    keeper.make(() -> true);
    assertTrue(
        jdbc.sql("select sealed is null from file.marks where case_id = ?")
            .param(complaint.id().value())
            .query(Boolean.class)
            .single());
    for (Actor actor : List.of(staffed.officer(), staffed.head(), staffed.city()))
      assertEquals(List.of(), find(actor, "枇杷").files());
  }

  @Test
  void a_page_holds_ten_files_and_the_next_goes_on_behind_them() throws Exception {
    for (int i = 0; i < 11; i++) district.referred(staffed);
    keeper.make(() -> true);
    FilesSearch.Found first = find(staffed.officer(), "盗窃罪");
    assertEquals(10, first.files().size());
    FilesSearch.Found second =
        search.find(
            staffed.officer(), WordSearch.of("盗窃罪"), first.next(), Locale.SIMPLIFIED_CHINESE);
    assertEquals(2, second.files().size());
    assertEquals(in.id(), second.files().getLast().in().caseId());
    assertNull(second.next());
    String page = page(staffed.officer(), "words", "盗窃罪");
    assertTrue(page.contains("value=\"" + first.next() + "\"") && page.contains("Look on"));
  }
}
