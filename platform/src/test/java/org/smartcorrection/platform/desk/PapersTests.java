package org.smartcorrection.platform.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Papers;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.evidence.InStep;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Readers;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockHttpServletResponse;

/** From the act to its paper, to the ledger, to the code on the paper, to the verdict. */
@PlatformTest
class PapersTests {
  @Autowired District district;
  @Autowired Documents documents;
  @Autowired Receipts receipts;
  @Autowired InStep inStep;
  @Autowired Browser browser;
  @Autowired Law law;
  @Autowired MessageSource messages;
  @Autowired Looks looks;

  private List<Document> papers(Case in) {
    return documents.ofCase(in.id()).stream().filter(Document::written).toList();
  }

  private byte[] get(Actor actor, Document document, String form) throws Exception {
    MockHttpServletResponse answer =
        browser.get(actor, "/documents/" + document.id() + form).getResponse();
    assertEquals(200, answer.getStatus(), form);
    return answer.getContentAsByteArray();
  }

  @Test
  void every_form_of_a_paper_says_what_the_original_says() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    inStep.now();
    for (Document document : papers(in)) {
      byte[] original = get(staffed.officer(), document, "/file");
      assertEquals(document.sha256(), Documents.sha256(original));
      String source = Readers.letters(String.join("", Paper.parse(original).lines()));
      byte[] pdf = get(staffed.officer(), document, "/pdf");
      byte[] ofd = get(staffed.officer(), document, "/ofd");
      String page = new String(get(staffed.officer(), document, ""), StandardCharsets.UTF_8);
      assertTrue(Readers.letters(Readers.pdf(pdf)).startsWith(source), document.kind());
      assertTrue(Readers.letters(Readers.ofd(ofd)).startsWith(source), document.kind());
      for (String line : Paper.parse(original).lines())
        assertTrue(page.contains(line.lines().findFirst().orElse("")), document.kind());
      assertArrayEquals(pdf, get(staffed.officer(), document, "/pdf"), "the same bytes again");
      assertArrayEquals(ofd, get(staffed.officer(), document, "/ofd"), "the same bytes again");
    }
  }

  @Test
  void the_code_on_a_printed_paper_proves_the_paper() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    Document document = papers(in).getFirst();
    inStep.now();
    String code = Readers.code(get(staffed.officer(), document, "/pdf"));
    assertTrue(code.startsWith("http"), "an address that a phone opens");
    Policy policy = Policy.parse(receipts.policy().getBytes(StandardCharsets.UTF_8));
    var valid =
        assertInstanceOf(
            Verdict.Valid.class, Verifier.verify(code.getBytes(StandardCharsets.UTF_8), policy));
    byte[] original = get(staffed.officer(), document, "/file");
    assertEquals(new String(original, StandardCharsets.UTF_8), valid.document());
    int digit = code.length() - 700;
    char other = code.charAt(digit) == '5' ? '6' : '5';
    String forged = code.substring(0, digit) + other + code.substring(digit + 1);
    assertInstanceOf(
        Verdict.Invalid.class, Verifier.verify(forged.getBytes(StandardCharsets.UTF_8), policy));
  }

  @Test
  void what_waits_for_the_ledger_says_pending_and_has_the_seal() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    Document document = papers(in).getFirst();
    String page = new String(get(staffed.officer(), document, ""), StandardCharsets.UTF_8);
    assertTrue(page.contains("pending") || page.contains("class=\"qr\""), "proven or pending");
    assertTrue(page.contains("印章签名"));
    assertTrue(page.contains("a4-stamp"));
  }

  @Test
  void papers_are_for_whoever_may_see_the_case_and_each_look_is_recorded() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    Document document = papers(in).getFirst();
    Actor stranger = district.staffed().officer();
    for (String form : List.of("", "/pdf", "/ofd", "/reading", "/file")) {
      String path = "/documents/" + document.id() + form;
      assertEquals(404, browser.get(stranger, path).getResponse().getStatus(), form);
    }
    int before = looks.at(in.person(), null, 50).rows().size();
    get(staffed.head(), document, "/pdf");
    assertEquals(before + 1, looks.at(in.person(), null, 50).rows().size());
  }

  @Test
  void a_reader_of_english_gets_a_reading_version_without_seal_and_proof() throws Exception {
    var staffed = district.staffed();
    Document document = papers(district.received(staffed).in()).getFirst();
    String page = new String(get(staffed.officer(), document, "/reading"), StandardCharsets.UTF_8);
    assertFalse(page.contains("a4-stamp"));
    assertFalse(page.contains("class=\"qr\""));
  }

  @Test
  void every_kind_that_the_platform_writes_has_its_words_in_both_languages() {
    var missing = new TreeSet<String>();
    int kinds = 0;
    for (String kind : kinds()) {
      kinds++;
      for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE))
        if ("".equals(messages.getMessage("paper.text." + kind, null, "", locale)))
          missing.add(kind + " " + locale);
    }
    assertEquals(new TreeSet<String>(), missing);
    assertTrue(kinds > 30, "all procedures were looked at: " + kinds);
  }

  private Set<String> kinds() {
    var kinds = new TreeSet<String>();
    for (Definition definition : law.definitions()) {
      for (Act act : definition.acts()) {
        act.documents().stream().filter(Papers::writes).forEach(kinds::add);
        act.effects().forEach(effect -> effect.issue().ifPresent(kinds::add));
      }
    }
    return kinds;
  }
}
