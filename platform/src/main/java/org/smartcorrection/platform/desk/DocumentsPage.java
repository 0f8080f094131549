package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.smartcorrection.platform.access.Doors;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Papers;
import org.smartcorrection.platform.desk.DocumentAccess.Opened;
import org.smartcorrection.platform.desk.DocumentAccess.Seen;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Recordings;
import org.smartcorrection.platform.documents.Texts;
import org.smartcorrection.platform.kernel.NotFound;
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

/** The documents of a case, for staff whose post covers it and for the person themselves. */
@Controller
class DocumentsPage {
  /** An upload may hold anything; it gets no rights on this site. */
  static final String NOTHING_RUNS = "default-src 'none'; sandbox";

  /** What the platform drew itself; browsers show no PDF inside a sandbox. */
  private static final String NOTHING_LOADS = "default-src 'none'";

  private static final String OWN_FRAME = NOTHING_LOADS + "; frame-ancestors 'self'";
  private static final String POLICY = "Content-Security-Policy";

  private final DocumentAccess access;
  private final Cases cases;
  private final Papers papers;
  private final Prints prints;
  private final Recordings recordings;
  private final Texts texts;

  DocumentsPage(
      DocumentAccess access,
      Cases cases,
      Papers papers,
      Prints prints,
      Recordings recordings,
      Texts texts) {
    this.texts = texts;
    this.access = access;
    this.cases = cases;
    this.papers = papers;
    this.prints = prints;
    this.recordings = recordings;
  }

  @GetMapping("/documents/{id}")
  String document(
      @PathVariable String id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Seen seen = access.see(id, request);
    if (seen.document().recorded()) return recording(seen, model);
    Opened opened = access.open(seen);
    if (!opened.document().written()) return upload(opened, model, response);
    boolean whole = Prints.whole(opened.document(), opened.content());
    model.addAttribute("document", opened.document());
    model.addAttribute("whole", whole);
    model.addAttribute("foreign", !locale.getLanguage().equals("zh"));
    if (whole) show(print(opened), model);
    return "desk/document";
  }

  /** A talk to listen to or to look at. */
  private String recording(Seen seen, Model model) {
    Document document = seen.document();
    model.addAttribute("document", document);
    model.addAttribute("act", seen.act());
    model.addAttribute("there", recordings.there(document));
    model.addAttribute(
        "length", document.length() == null ? null : RecordingRow.clock(document.length()));
    return "desk/recording";
  }

  /** What others made: a picture and a PDF are shown in the page, whatever else is taken along. */
  private String upload(Opened opened, Model model, HttpServletResponse response) {
    Document document = opened.document();
    boolean pdf = document.mediaType().equals(MediaType.APPLICATION_PDF_VALUE);
    if (pdf) response.setHeader(POLICY, Doors.CONTENT_SECURITY_POLICY + "; frame-src 'self'");
    model.addAttribute("document", document);
    model.addAttribute("act", opened.act());
    model.addAttribute("whole", Prints.whole(document, opened.content()));
    model.addAttribute("image", document.mediaType().startsWith("image/"));
    model.addAttribute("pdf", pdf);
    model.addAttribute("reading", texts.of(document).orElse(null));
    return "desk/upload";
  }

  /**
   * A PDF that somebody handed in, for the frame of its own page and for no other site. It has no
   * sandbox, since browsers show no PDF in one; it may load nothing, and is never taken for HTML.
   */
  @GetMapping("/documents/{id}/frame")
  ResponseEntity<byte[]> frame(@PathVariable String id, HttpServletRequest request) {
    Opened opened = access.open(id, request);
    Document document = opened.document();
    boolean pdf = document.mediaType().equals(MediaType.APPLICATION_PDF_VALUE);
    if (!pdf || !Prints.whole(document, opened.content())) throw new NotFound();
    return answer(document, MediaType.APPLICATION_PDF, "", OWN_FRAME, opened.content());
  }

  /** What a paper says in the reader's language: for reading only, without seal or proof. */
  @GetMapping("/documents/{id}/reading")
  String reading(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    Opened opened = access.written(id, request);
    Case in = cases.get(opened.act().caseId());
    model.addAttribute("document", opened.document());
    model.addAttribute("paper", papers.reading(opened.document(), in, opened.act(), locale));
    return "desk/document-reading";
  }

  @GetMapping("/documents/{id}/pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String id, HttpServletRequest request) {
    Opened opened = access.written(id, request);
    return answer(
        opened.document(), MediaType.APPLICATION_PDF, ".pdf", NOTHING_LOADS, print(opened).pdf());
  }

  @GetMapping("/documents/{id}/ofd")
  ResponseEntity<byte[]> ofd(@PathVariable String id, HttpServletRequest request) {
    Opened opened = access.written(id, request);
    return answer(
        opened.document(),
        MediaType.parseMediaType("application/ofd"),
        ".ofd",
        NOTHING_LOADS,
        print(opened).ofd());
  }

  /** The document as it is kept, for comparing its SHA-256. */
  @GetMapping("/documents/{id}/file")
  ResponseEntity<byte[]> original(@PathVariable String id, HttpServletRequest request) {
    Opened opened = access.open(id, request);
    return file(opened.document(), opened.content());
  }

  private Print print(Opened opened) {
    String verifier =
        ServletUriComponentsBuilder.fromCurrentContextPath().path("/open/verify").toUriString();
    return prints.of(opened.document(), opened.act(), opened.content(), verifier);
  }

  private static void show(Print print, Model model) {
    model.addAttribute("paper", print.paper());
    model.addAttribute("check", print.stamp().code());
    model.addAttribute("lines", print.stamp().lines());
    model.addAttribute("code", print.codeDrawing().orElse(null));
    model.addAttribute("seal", print.sealDrawing().orElse(null));
  }

  private static ResponseEntity<byte[]> file(Document document, byte[] content) {
    var type = MediaType.parseMediaType(document.mediaType());
    return answer(document, type, "", NOTHING_RUNS, content);
  }

  /** A file that belongs to a document; its name is the document's, with another ending. */
  private static ResponseEntity<byte[]> answer(
      Document document, MediaType type, String ending, String policy, byte[] content) {
    boolean shown = type.getType().equals("image") || type.equals(MediaType.APPLICATION_PDF);
    var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
    String kept = document.name() == null ? document.id().toString() : document.name();
    String name = ending.isEmpty() ? kept : kept.replaceFirst("\\.json$", "") + ending;
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(name, StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header(POLICY, policy)
        .cacheControl(CacheControl.noStore())
        .body(content);
  }
}
