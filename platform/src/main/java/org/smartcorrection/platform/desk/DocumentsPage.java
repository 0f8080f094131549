package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The documents of a case, for staff whose post covers it and for the person themselves. */
@Controller
class DocumentsPage {
  /** An upload may hold anything; it gets no rights on this site. */
  private static final String NOTHING_RUNS = "default-src 'none'; sandbox";

  private final Documents documents;
  private final Acts acts;
  private final Summaries summaries;
  private final Agencies agencies;
  private final Receipts receipts;
  private final Jurisdiction jurisdiction;
  private final Looks looks;

  DocumentsPage(
      Documents documents,
      Acts acts,
      Summaries summaries,
      Agencies agencies,
      Receipts receipts,
      Jurisdiction jurisdiction,
      Looks looks) {
    this.documents = documents;
    this.acts = acts;
    this.summaries = summaries;
    this.agencies = agencies;
    this.receipts = receipts;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
  }

  @GetMapping("/documents/{id}")
  Object document(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    Document document = documents.get(DocumentId.of(id));
    Act act = acts.get(document.act());
    check(document, act, request);
    byte[] content = documents.content(document).orElseThrow(NotFound::new);
    boolean ours = document.mediaType().startsWith("text/html");
    return ours ? paper(document, act, content, model, locale) : upload(document, content);
  }

  /** The document as it is kept, for comparing its SHA-256. */
  @GetMapping("/documents/{id}/file")
  ResponseEntity<byte[]> file(@PathVariable String id, HttpServletRequest request) {
    Document document = documents.get(DocumentId.of(id));
    check(document, acts.get(document.act()), request);
    return upload(document, documents.content(document).orElseThrow(NotFound::new));
  }

  private void check(Document document, Act act, HttpServletRequest request) {
    Actor actor = Present.actor();
    if (actor.person() != null) {
      if (!actor.person().equals(document.person())) throw new NotFound();
      return;
    }
    Summary summary = summaries.find(document.caseId()).orElseThrow(NotFound::new);
    boolean covered = jurisdiction.covers(actor, summary.agency(), summary.office());
    if (!covered || !Discretion.shows(act)) throw new NotFound();
    looks.record(actor, Sessions.purpose(request, actor), "document", List.of(document.person()));
  }

  private String paper(Document document, Act act, byte[] content, Model model, Locale locale) {
    Receipt receipt =
        Objects.requireNonNull(receipts.of(document.caseId(), List.of(act)).get(act.id()));
    String actual = Documents.sha256(content);
    model.addAttribute("document", document);
    model.addAttribute("act", act);
    model.addAttribute("agency", agencies.get(act.agency()).name(locale));
    model.addAttribute("day", LegalCalendar.legalDay(document.addedAt()));
    model.addAttribute("whole", actual.equals(document.sha256()));
    model.addAttribute("receipt", receipt);
    model.addAttribute("paper", Paper.of(new String(content, StandardCharsets.UTF_8)));
    model.addAttribute("drawing", QrDrawing.of(code(document, receipt)));
    return "desk/document";
  }

  /** What the code says: number, hash and place in the log, and nothing about the person. */
  static String code(Document document, Receipt receipt) {
    String place = receipt.index() < 0 ? "" : "\ncorrection " + receipt.index();
    return document.number() + "\nSHA-256 " + document.sha256() + place;
  }

  private static ResponseEntity<byte[]> upload(Document document, byte[] content) {
    MediaType type = MediaType.parseMediaType(document.mediaType());
    boolean shown = type.getType().equals("image") || type.equals(MediaType.APPLICATION_PDF);
    var disposition = shown ? ContentDisposition.inline() : ContentDisposition.attachment();
    String name = document.name() == null ? document.id().toString() : document.name();
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            disposition.filename(name, StandardCharsets.UTF_8).build().toString())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", NOTHING_RUNS)
        .cacheControl(org.springframework.http.CacheControl.noStore())
        .body(content);
  }
}
