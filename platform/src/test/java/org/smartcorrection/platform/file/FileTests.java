package org.smartcorrection.platform.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.evidence.InStep;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.paper.Readers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** The file of a case, as officers and prosecutors open it. */
@PlatformTest
class FileTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired CaseFiles files;
  @Autowired InStep inStep;
  @Autowired Looks looks;
  @Autowired JdbcClient jdbc;

  private MockHttpServletResponse get(Actor actor, String path) throws Exception {
    return browser.get(actor, path).getResponse();
  }

  private static String path(Case in) {
    return "/console/cases/" + in.id() + "/file";
  }

  private String html(Actor actor, String path) throws Exception {
    MockHttpServletResponse answer = get(actor, path);
    assertEquals(200, answer.getStatus());
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  @Test
  void every_document_of_a_case_lies_in_one_volume_once() {
    Case in = district.received(district.staffed()).in();
    List<Filed> everything = files.unshown(in);
    List<Document> documents =
        everything.stream().flatMap(filed -> filed.documents().stream()).toList();
    List<Volume> volumes = files.volumes(everything);
    assertEquals(List.of("execution", "working"), volumes.stream().map(Volume::id).toList());
    List<Document> filed =
        volumes.stream()
            .flatMap(volume -> volume.rows().stream())
            .flatMap(row -> Stream.ofNullable(row.document()))
            .toList();
    assertEquals(documents.size(), filed.size());
    assertTrue(filed.containsAll(documents));
    for (Volume volume : volumes)
      for (int i = 0; i < volume.rows().size(); i++)
        assertEquals(i + 1, volume.rows().get(i).serial());
  }

  @Test
  void the_page_is_for_whoever_may_read_the_documents_and_the_look_is_recorded() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    inStep.now();
    for (Actor actor :
        List.of(staffed.officer(), staffed.office(), staffed.head(), staffed.prosecutor())) {
      int before = looks.at(in.person(), null, 50).rows().size();
      String page = html(actor, path(in));
      assertTrue(page.contains("Execution file") && page.contains("Receipt of documents"));
      assertTrue(page.contains("Nothing is missing"), missing(page));
      assertEquals(before + 1, looks.at(in.person(), null, 50).rows().size());
    }
    var elsewhere = district.staffed();
    for (Actor stranger : List.of(elsewhere.officer(), elsewhere.prosecutor()))
      for (String form : List.of("", "/execution/pdf", "/working/ofd"))
        assertEquals(404, get(stranger, path(in) + form).getStatus());
    assertEquals(404, get(staffed.officer(), path(in) + "/nothing/pdf").getStatus());
  }

  @Test
  void the_table_of_contents_is_printed_with_every_line() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    inStep.now();
    byte[] pdf = get(staffed.prosecutor(), path(in) + "/execution/pdf").getContentAsByteArray();
    byte[] ofd = get(staffed.officer(), path(in) + "/execution/ofd").getContentAsByteArray();
    for (String text : List.of(Readers.pdf(pdf), Readers.ofd(ofd))) {
      String letters = Readers.letters(text);
      assertTrue(letters.contains("执行档案卷内目录"), letters);
      assertTrue(letters.contains("接收与委托材料") && letters.contains("责任者"));
      for (Volume volume : files.volumes(files.unshown(in)))
        if (volume.id().equals("execution"))
          for (Volume.Row row : volume.rows())
            if (row.document() != null && row.document().number() != null)
              assertTrue(letters.contains(row.document().number()), row.document().number());
    }
  }

  @Test
  void a_document_that_vanished_is_missed() throws Exception {
    var staffed = district.staffed();
    Case in = district.received(staffed).in();
    inStep.now();
    jdbc.sql(
            "delete from documents.seals where document in"
                + " (select id from documents.documents where case_id = ? and kind = 'plan')")
        .param(in.id().value())
        .update();
    String page = html(staffed.officer(), path(in));
    assertTrue(page.contains("Seal not signed"));
    assertFalse(page.contains("Nothing is missing"));
  }

  /** What a page says is missing, for the message of a test that fails. */
  private static String missing(String page) {
    int at = page.indexOf("What is missing");
    return page.substring(at, Math.min(page.length(), at + 1500)).replaceAll("<[^>]*>", " ");
  }
}
