package org.smartcorrection.platform.file;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.desk.Basis;
import org.smartcorrection.platform.desk.OpenedCase;
import org.smartcorrection.platform.evidence.CaseProofs;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.paper.Print;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The file of a case: what is missing on top, then both volumes with their tables of contents. */
@Controller
class FilePage {
  static final String PATH = "/console/cases/{id}/file";

  private final FileAccess access;
  private final CaseFiles files;
  private final ContentsRows rows;
  private final ContentsPaper papers;
  private final Gaps gaps;
  private final CaseProofs proofs;
  private final Law law;

  FilePage(
      FileAccess access,
      CaseFiles files,
      ContentsRows rows,
      ContentsPaper papers,
      Gaps gaps,
      CaseProofs proofs,
      Law law) {
    this.access = access;
    this.files = files;
    this.rows = rows;
    this.papers = papers;
    this.gaps = gaps;
    this.proofs = proofs;
    this.law = law;
  }

  /** A volume as the page shows it. */
  record Shown(
      String id, Basis basis, int items, boolean uncounted, List<ContentsRows.Section> sections) {}

  @GetMapping(PATH)
  String file(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    OpenedCase opened = access.open(id, request, "case");
    List<Filed> everything = files.everything(opened.in(), opened.actor());
    model.addAttribute("case", opened.in());
    model.addAttribute("name", opened.person().name(locale));
    model.addAttribute("prosecutor", opened.actor().role() == Role.PROSECUTOR);
    model.addAttribute("archives", mayArchive(opened.actor().role()));
    List<Gaps.Row> found = gaps.of(opened.in(), everything, opened.actor(), locale);
    model.addAttribute("gaps", found.stream().filter(row -> row.gap().kind().open()).toList());
    model.addAttribute("late", found.stream().filter(row -> !row.gap().kind().open()).toList());
    model.addAttribute(
        "volumes",
        files.volumes(everything).stream().map(volume -> shown(volume, locale)).toList());
    model.addAttribute("logs", proofs.logs(opened.in()));
    return "file/file";
  }

  /** The agency that has the case hands its file over. */
  private static boolean mayArchive(Role role) {
    return role == Role.AGENCY_OFFICER || role == Role.BUREAU_HEAD;
  }

  private Shown shown(Volume volume, Locale locale) {
    List<ContentsRows.Section> sections = rows.of(volume, verifier(), locale);
    boolean uncounted =
        sections.stream()
            .flatMap(section -> section.rows().stream())
            .anyMatch(ContentsRow::uncounted);
    return new Shown(
        volume.id(),
        Basis.of(volume.rule(), law, locale),
        volume.rows().size(),
        uncounted,
        sections);
  }

  @GetMapping(PATH + "/{volume}/pdf")
  ResponseEntity<byte[]> pdf(
      @PathVariable String id, @PathVariable String volume, HttpServletRequest request) {
    OpenedCase opened = access.open(id, request, "case");
    byte[] pdf = print(opened, volume).pdf();
    return answer(opened, volume, MediaType.APPLICATION_PDF, ".pdf", pdf);
  }

  @GetMapping(PATH + "/{volume}/ofd")
  ResponseEntity<byte[]> ofd(
      @PathVariable String id, @PathVariable String volume, HttpServletRequest request) {
    OpenedCase opened = access.open(id, request, "case");
    byte[] ofd = print(opened, volume).ofd();
    return answer(opened, volume, MediaType.parseMediaType("application/ofd"), ".ofd", ofd);
  }

  private Print print(OpenedCase opened, String volume) {
    return files.volumes(files.everything(opened.in(), opened.actor())).stream()
        .filter(one -> one.id().equals(volume))
        .map(one -> papers.of(one, opened, verifier()))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** The address that stands in the codes on printed papers. */
  static String verifier() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().path("/open/verify").toUriString();
  }

  private static ResponseEntity<byte[]> answer(
      OpenedCase opened, String volume, MediaType type, String ending, byte[] content) {
    boolean shown = type.equals(MediaType.APPLICATION_PDF);
    var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
    String name = opened.in().number() + "-" + volume + ending;
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(name, StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'")
        .cacheControl(CacheControl.noStore())
        .body(content);
  }
}
