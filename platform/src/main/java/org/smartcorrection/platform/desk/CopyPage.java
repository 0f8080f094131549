package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Copies;
import org.smartcorrection.platform.casework.Copy;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** One copy on paper, and the official acts that say what became of it. */
@Controller
class CopyPage {
  private static final int LONGEST = 200;
  private static final int LONGEST_REASON = 2000;
  private static final String RECEIPT = "return-receipt";

  private final Copies copies;
  private final CopyRows rows;
  private final Casework casework;
  private final Instances instances;
  private final CaseAccess access;
  private final Law law;
  private final Clock clock;

  CopyPage(
      Copies copies,
      CopyRows rows,
      Casework casework,
      Instances instances,
      CaseAccess access,
      Law law,
      Clock clock) {
    this.copies = copies;
    this.rows = rows;
    this.casework = casework;
    this.instances = instances;
    this.access = access;
    this.law = law;
    this.clock = clock;
  }

  /** How a copy leaves, as the fact {@code sentBy} has it. */
  enum Way {
    BY_POST,
    IN_PERSON,
    BY_PACKET
  }

  @GetMapping(CopiesPage.PATH + "/{id}")
  String copy(@PathVariable UUID id, Model model, HttpServletRequest request, Locale locale) {
    Copy copy = open(id, request);
    CopyRow row = row(copy, locale);
    Form form = Form.empty().with("sentOn", today()).with("acknowledgedOn", today());
    if (row.organ() != null) form = form.with("organ", row.organ());
    return show(row, form, model);
  }

  @PostMapping(CopiesPage.PATH + "/{id}/sent")
  String sent(
      @PathVariable UUID id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Copy copy = open(id, request);
    FormReader reader = Form.of(request.getParameterMap()).read("fact");
    var facts =
        Facts.NONE
            .count("copyOf", copy.number())
            .choice("sentTo", copy.addressee())
            .text("organ", reader.text("organ", LONGEST));
    var way = reader.choice("sentBy", Way.class);
    if (way.isPresent()) facts = facts.choice("sentBy", way.get());
    var day = reader.date("sentOn");
    if (day.isPresent()) facts = facts.day("sentOn", day.get());
    String reference = reader.textIfAny("sentReference", LONGEST);
    if (!reference.isEmpty()) facts = facts.text("sentReference", reference);
    PerformAct act =
        PerformAct.opening(copy.caseId(), Copies.PROCEDURE, "CopySent", facts, Present.actor());
    return done(copy, "sentOn", act, reader, model, response, locale);
  }

  @PostMapping(CopiesPage.PATH + "/{id}/received")
  String received(
      @PathVariable UUID id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Copy copy = open(id, request);
    FormReader reader = Form.of(request.getParameterMap()).read("fact");
    List<Upload> proof = Uploads.read(request, List.of(RECEIPT), reader);
    var day = reader.date("acknowledgedOn");
    Facts facts = day.map(on -> Facts.NONE.day("acknowledgedOn", on)).orElse(Facts.NONE);
    PerformAct act = going(copy, "CopyReceived", facts).withDocuments(proof);
    return done(copy, "acknowledgedOn", act, reader, model, response, locale);
  }

  @PostMapping(CopiesPage.PATH + "/{id}/returned")
  String returned(
      @PathVariable UUID id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Copy copy = open(id, request);
    FormReader reader = Form.of(request.getParameterMap()).read("fact");
    Facts facts = Facts.NONE.text("reason", reader.text("reason", LONGEST_REASON));
    PerformAct act = going(copy, "CopyReturned", facts);
    return done(copy, "reason", act, reader, model, response, locale);
  }

  /** An act in the run by which the copy left. */
  private PerformAct going(Copy copy, String type, Facts facts) {
    Copy.@Nullable Sent sent = copy.sent();
    if (sent == null) throw new Refused("desk.copies.not-sent");
    return PerformAct.in(
        instances.find(sent.run()).orElseThrow(NotFound::new), type, facts, Present.actor());
  }

  /**
   * @param field at which it stands why the law refuses the act as a whole
   */
  private String done(
      Copy copy,
      String field,
      PerformAct act,
      FormReader reader,
      Model model,
      HttpServletResponse response,
      Locale locale) {
    if (!reader.failed()) {
      try {
        switch (casework.perform(act)) {
          case Result.Recorded _ -> {
            return "redirect:" + CopiesPage.PATH + "/" + copy.id();
          }
          case Result.NeedsReason(var warnings) -> refuse(field, warnings, reader, locale);
          case Result.Refused(var reasons) -> refuse(field, reasons, reader, locale);
        }
      } catch (Refused refused) {
        model.addAttribute("refused", Text.of(refused.key(), refused.arguments().toArray()));
      }
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(row(copies.get(copy.id()), locale), reader.form(), model);
  }

  private void refuse(String field, List<Reason> reasons, FormReader reader, Locale locale) {
    for (Reason reason : reasons)
      reader.failing(
          reason.key().equals("reason.document.missing") ? "document-" + RECEIPT : field,
          "desk.form.law-says",
          Text.literal(law.explanations().render(reason, locale).text()));
  }

  /** A copy in a case that the actor's post covers; the look is recorded. */
  private Copy open(UUID id, HttpServletRequest request) {
    Copy copy = copies.get(id);
    access.open(copy.caseId(), request, "case");
    return copy;
  }

  private CopyRow row(Copy copy, Locale locale) {
    return rows.of(List.of(copy), locale).getFirst();
  }

  private static String show(CopyRow row, Form form, Model model) {
    model.addAttribute("row", row);
    model.addAttribute("form", form);
    model.addAttribute("ways", Option.of(Way.class, "choice"));
    return "desk/copy";
  }

  private String today() {
    return LegalCalendar.legalDay(clock.instant()).toString();
  }
}
