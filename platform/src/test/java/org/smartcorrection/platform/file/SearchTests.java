package org.smartcorrection.platform.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** Words in one case, numbers in one agency, and nothing once a key is gone. */
@PlatformTest
class SearchTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired CaseSearch search;
  @Autowired Documents documents;
  @Autowired Vault vault;
  @Autowired Looks looks;

  private @Nullable Actor reader;

  private Case somebody(District.Staffed staffed) {
    reader = staffed.officer();
    Case in = district.received(staffed).in();
    var upload =
        new Upload(
            "attachment", "村委会意见.pdf", "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    District.recorded(
        casework.perform(
            PerformAct.opening(
                    in.id(),
                    "visit",
                    "VisitPlanned",
                    Facts.NONE
                        .choice("visitKind", "TALK")
                        .day("plannedOn", LocalDate.of(2030, 1, 1))
                        .text("reason", "了解其在农贸市场务工的情况"),
                    staffed.officer())
                .withDocuments(List.of(upload))));
    return in;
  }

  private CaseSearch.Found find(Case in, String words) {
    return search.find(
        in, WordSearch.of(words), Objects.requireNonNull(reader), Locale.SIMPLIFIED_CHINESE);
  }

  private static String kind(CaseSearch.Hit hit) {
    return Objects.requireNonNull(hit.document()).kind();
  }

  private String html(MockHttpServletResponse answer) throws Exception {
    assertEquals(200, answer.getStatus());
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void papers_facts_and_names_of_uploads_are_found_with_their_place() {
    Case in = somebody(district.staffed());
    CaseSearch.Hit fact = find(in, "市场务工").hits().getFirst();
    assertNull(fact.document());
    assertTrue(fact.lines().getFirst().pieces().stream().anyMatch(Snippet.Piece::found));
    assertEquals("plan", kind(find(in, "矫正方案").hits().getFirst()));
    CaseSearch.Found named = find(in, "村委会意见");
    assertEquals("attachment", kind(named.hits().getFirst()));
    assertEquals(1, named.unread());
    assertTrue(named.searched() > 8);
  }

  @Test
  void a_destroyed_key_leaves_nothing_to_find() {
    Case in = somebody(district.staffed());
    assertFalse(find(in, "农贸市场").hits().isEmpty());
    assertFalse(find(in, "方案").hits().isEmpty());
    vault.destroy(in.person(), Purpose.CASEWORK);
    for (String words : List.of("农贸市场", "方案", "村委会意见", "盗窃罪", "的"))
      assertEquals(new CaseSearch.Found(List.of(), 0, 0), find(in, words), words);
  }

  @Test
  void the_page_marks_what_it_found_and_keeps_the_words_out_of_the_address() throws Exception {
    var staffed = district.staffed();
    Case in = somebody(staffed);
    String path = "/console/cases/" + in.id() + "/file/search";
    for (Actor actor : List.of(staffed.officer(), staffed.prosecutor())) {
      int before = looks.at(in.person(), null, 50).rows().size();
      String page = html(browser.post(actor, path, "words", "农贸市场").getResponse());
      assertTrue(page.contains("<mark>农贸市场</mark>"));
      assertTrue(page.contains("method=\"post\""));
      assertEquals(before + 1, looks.at(in.person(), null, 50).rows().size());
    }
    String none = html(browser.post(staffed.officer(), path, "words", "<script>x").getResponse());
    assertTrue(none.contains("Nothing in this file") && !none.contains("<script>x"));
    assertEquals(
        404,
        browser.post(district.staffed().officer(), path, "words", "方案").getResponse().getStatus());
  }

  @Test
  void the_register_finds_numbers_and_kinds_of_ones_own_cases_only() throws Exception {
    var staffed = district.staffed();
    Case in = somebody(staffed);
    somebody(district.staffed());
    Document plan =
        documents.ofCase(in.id()).stream()
            .filter(document -> document.kind().equals("plan"))
            .findFirst()
            .orElseThrow();
    String number = String.valueOf(plan.number());
    for (Actor actor : List.of(staffed.officer(), staffed.office(), staffed.head())) {
      String all = html(browser.get(actor, "/console/register").getResponse());
      assertTrue(all.contains(number), actor.role().name());
      for (String words : List.of(number, "矫正方案", "correction plan")) {
        String page = html(browser.post(actor, "/console/register", "words", words).getResponse());
        assertTrue(page.contains(number), words);
        assertFalse(page.contains("Receipt of documents"), words);
      }
    }
    Actor stranger = district.staffed().officer();
    String page = html(browser.post(stranger, "/console/register", "words", number).getResponse());
    assertTrue(page.contains("No document has such a number"));
  }
}
