package org.smartcorrection.platform.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.smartcorrection.ledger.proof.Manifest;
import org.smartcorrection.ledger.proof.PackageVerdict;
import org.smartcorrection.ledger.proof.PackageVerifier;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.desk.Browser;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.evidence.InStep;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** From the case to the archive, and to the agency that checks it without this program. */
@PlatformTest
class PackageTests {
  @Autowired District district;
  @Autowired Browser browser;
  @Autowired Casework casework;
  @Autowired Receipts receipts;
  @Autowired InStep inStep;
  @Autowired Looks looks;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  private byte[] archive(Actor actor, Case in) throws Exception {
    MockHttpServletResponse answer =
        browser.post(actor, "/console/cases/" + in.id() + "/file/package").getResponse();
    assertEquals(200, answer.getStatus());
    assertEquals("no-store", answer.getHeader("Cache-Control"));
    return answer.getContentAsByteArray();
  }

  private PackageVerdict check(byte[] archive) throws Exception {
    Policy policy = Policy.parse(receipts.policy().getBytes(StandardCharsets.UTF_8));
    return PackageVerifier.verify(Files.write(folder.resolve("file.zip"), archive), policy);
  }

  /** The same archive with one byte of one file changed. */
  private static byte[] changed(byte[] archive, String path) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
        var copy = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] content = in.readAllBytes();
        if (entry.getName().equals(path)) content[content.length / 2] ^= 1;
        copy.putNextEntry(new ZipEntry(entry.getName()));
        copy.write(content);
      }
    }
    return out.toByteArray();
  }

  private Case somebody(District.Staffed staffed) throws Exception {
    Case in = district.received(staffed).in();
    // an upload with a name that would lead out of a folder
    var hostile =
        new Upload(
            "attachment",
            "../../etc/passwd.pdf",
            "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
    District.recorded(
        casework.perform(
            PerformAct.opening(
                    in.id(),
                    "visit",
                    "VisitPlanned",
                    Facts.NONE
                        .choice("visitKind", "TALK")
                        .day("plannedOn", LocalDate.of(2030, 1, 1))
                        .text("reason", "每月谈话"),
                    staffed.officer())
                .withDocuments(List.of(hostile))));
    inStep.now();
    return in;
  }

  @Test
  void an_archive_is_valid_and_names_the_one_file_that_was_changed() throws Exception {
    var staffed = district.staffed();
    byte[] archive = archive(staffed.officer(), somebody(staffed));
    var valid = assertInstanceOf(PackageVerdict.Valid.class, check(archive), "untouched");
    Manifest manifest = valid.manifest();
    long originals =
        manifest.items().stream().filter(one -> one.kind().equals(Manifest.ORIGINAL)).count();
    assertEquals(originals, valid.proven(), "each original stands in the proof of its act");
    assertTrue(originals > 4 && manifest.incomplete().isEmpty());
    long latest = valid.whole().stream().mapToLong(whole -> whole.proof().latest()).sum();
    assertEquals(valid.proofs(), latest, "all acts of the case in both logs, and their proofs");
    assertEquals(2, valid.whole().size());
    assertTrue(valid.whole().stream().allMatch(whole -> whole.absent().isEmpty()));
    for (String kind : List.of(Manifest.ORIGINAL, "print", "record", Manifest.PROOF, "contents")) {
      String path =
          manifest.items().stream()
              .filter(one -> one.kind().equals(kind))
              .findFirst()
              .orElseThrow()
              .path();
      assertEquals(
          new PackageVerdict.Invalid(
              List.of(new PackageVerdict.Finding(PackageVerdict.Reason.CHANGED, path))),
          check(changed(archive, path)));
    }
    assertTrue(
        manifest.items().stream().noneMatch(one -> one.path().contains("passwd")),
        "what somebody called an upload is no path");
  }

  @Test
  void the_same_file_gives_the_same_bytes_at_the_same_time() throws Exception {
    var staffed = district.staffed();
    Case in = somebody(staffed);
    var first = assertInstanceOf(PackageVerdict.Valid.class, check(archive(staffed.head(), in)));
    var again = assertInstanceOf(PackageVerdict.Valid.class, check(archive(staffed.head(), in)));
    // tables of contents say of when they are
    assertEquals(
        first.manifest().items().stream().filter(one -> !one.kind().equals("contents")).toList(),
        again.manifest().items().stream().filter(one -> !one.kind().equals("contents")).toList());
  }

  @Test
  void making_it_is_recorded_and_only_for_the_agency_that_has_the_case() throws Exception {
    var staffed = district.staffed();
    Case in = somebody(staffed);
    archive(staffed.officer(), in);
    Looks.Look look = looks.at(in.person(), null, 1).rows().getFirst();
    assertEquals("file-package", look.what());
    assertEquals(staffed.officer().account(), look.account());
    String path = "/console/cases/" + in.id() + "/file/package";
    assertEquals(404, browser.post(district.staffed().officer(), path).getResponse().getStatus());
    for (Actor actor : List.of(staffed.office(), staffed.prosecutor(), staffed.court()))
      assertEquals(403, browser.post(actor, path).getResponse().getStatus());
  }

  @Test
  void a_document_that_cannot_be_read_hides_no_other_and_is_named() throws Exception {
    var staffed = district.staffed();
    Case in = somebody(staffed);
    int changed =
        jdbc.sql(
                """
                update documents.documents set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1)
                where case_id = ? and kind = 'plan'
                """)
            .param(in.id().value())
            .update();
    assertEquals(1, changed);
    String page = "/console/cases/" + in.id() + "/file";
    assertEquals(200, browser.get(staffed.officer(), page).getResponse().getStatus());
    var valid = assertInstanceOf(PackageVerdict.Valid.class, check(archive(staffed.officer(), in)));
    assertEquals(
        List.of("a document cannot be read"), List.copyOf(valid.manifest().incomplete().values()));
    assertTrue(valid.manifest().items().stream().noneMatch(one -> one.document().equals("plan")));
  }
}
