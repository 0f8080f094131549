package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.casework.Papers;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
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
  private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

  /** What the platform drew itself; browsers show no PDF inside a sandbox. */
  private static final String NOTHING_LOADS = "default-src 'none'";

  private final Documents documents;
  private final Acts acts;
  private final Cases cases;
  private final Papers papers;
  private final Prints prints;
  private final Summaries summaries;
  private final Jurisdiction jurisdiction;
  private final Hosts hosts;
  private final Looks looks;

  DocumentsPage(
      Documents documents,
      Acts acts,
      Cases cases,
      Papers papers,
      Prints prints,
      Summaries summaries,
      Jurisdiction jurisdiction,
      Hosts hosts,
      Looks looks) {
    this.documents = documents;
    this.acts = acts;
    this.cases = cases;
    this.papers = papers;
    this.prints = prints;
    this.summaries = summaries;
    this.jurisdiction = jurisdiction;
    this.hosts = hosts;
    this.looks = looks;
  }

  @GetMapping("/documents/{id}")
  Object document(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    Opened opened = open(id, request);
    if (!opened.document().written()) return file(opened.document(), opened.content());
    boolean whole = Prints.whole(opened.document(), opened.content());
    model.addAttribute("document", opened.document());
    model.addAttribute("whole", whole);
    model.addAttribute("foreign", !locale.getLanguage().equals("zh"));
    if (whole) show(print(opened), model);
    return "desk/document";
  }

  /** What a paper says in the reader's language: for reading only, without seal or proof. */
  @GetMapping("/documents/{id}/reading")
  String reading(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    Opened opened = written(id, request);
    Case in = cases.get(opened.act().caseId());
    model.addAttribute("document", opened.document());
    model.addAttribute("paper", papers.reading(opened.document(), in, opened.act(), locale));
    return "desk/document-reading";
  }

  @GetMapping("/documents/{id}/pdf")
  ResponseEntity<byte[]> pdf(@PathVariable String id, HttpServletRequest request) {
    Opened opened = written(id, request);
    return answer(opened.document(), MediaType.APPLICATION_PDF, ".pdf", print(opened).pdf());
  }

  @GetMapping("/documents/{id}/ofd")
  ResponseEntity<byte[]> ofd(@PathVariable String id, HttpServletRequest request) {
    Opened opened = written(id, request);
    return answer(
        opened.document(),
        MediaType.parseMediaType("application/ofd"),
        ".ofd",
        print(opened).ofd());
  }

  /** The document as it is kept, for comparing its SHA-256. */
  @GetMapping("/documents/{id}/file")
  ResponseEntity<byte[]> original(@PathVariable String id, HttpServletRequest request) {
    Opened opened = open(id, request);
    return file(opened.document(), opened.content());
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
  private record Opened(Document document, Act act, byte[] content) {}

  private Opened open(String id, HttpServletRequest request) {
    Document document = documents.get(DocumentId.of(id));
    Act act = acts.get(document.act());
    check(document, act, request);
    return new Opened(document, act, documents.content(document).orElseThrow(NotFound::new));
  }

  /** A paper of the platform's; nothing is made of one that was changed. */
  private Opened written(String id, HttpServletRequest request) {
    Opened opened = open(id, request);
    if (!opened.document().written()) throw new NotFound();
    if (!Prints.whole(opened.document(), opened.content()))
      throw new Refused("desk.document.changed");
    return opened;
  }

  private void check(Document document, Act act, HttpServletRequest request) {
    Actor actor = Present.actor();
    if (actor.person() != null) {
      if (!actor.person().equals(document.person())) throw new NotFound();
      return;
    }
    Summary summary = summaries.find(document.caseId()).orElseThrow(NotFound::new);
    boolean covered =
        jurisdiction.covers(actor, summary.agency(), summary.office())
            || hosts
                .answering(actor, document.caseId())
                .filter(run -> run.id().equals(act.instance()))
                .isPresent();
    if (!covered || !Discretion.shows(act)) throw new NotFound();
    looks.record(actor, Sessions.purpose(request, actor), "document", List.of(document.person()));
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
    return answer(document, MediaType.parseMediaType(document.mediaType()), "", content);
  }

  /** A file that belongs to a document; its name is the document's, with another ending. */
  private static ResponseEntity<byte[]> answer(
      Document document, MediaType type, String ending, byte[] content) {
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
        .header("Content-Security-Policy", ending.isEmpty() ? NOTHING_RUNS : NOTHING_LOADS)
        .cacheControl(CacheControl.noStore())
        .body(content);
  }
}
