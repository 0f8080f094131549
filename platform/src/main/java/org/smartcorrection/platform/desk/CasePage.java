package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.committee.Secrecy;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.evidence.CaseProofs;
import org.smartcorrection.platform.evidence.Mismatches;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.shell.Folded;
import org.smartcorrection.platform.subjects.Photographs;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One case: its term, what the law asks next, and every official act with its receipt. */
@Controller
class CasePage {
  private static final int DUES = 8;
  private static final int DOCUMENTS = 12;

  private final CaseAccess access;
  private final Acts acts;
  private final Secrecy secrecy;
  private final Deadlines deadlines;
  private final DueRows dueRows;
  private final Timeline timeline;
  private final Responsible responsible;
  private final LookRows lookRows;
  private final Documents documents;
  private final Mismatches mismatches;
  private final CaseProofs proofs;
  private final Photographs photographs;
  private final Duplicates duplicates;
  private final Matrix matrix;
  private final CaseWhys whys;
  private final Law law;
  private final Clock clock;

  CasePage(
      CaseAccess access,
      Acts acts,
      Secrecy secrecy,
      Deadlines deadlines,
      DueRows dueRows,
      Timeline timeline,
      Responsible responsible,
      LookRows lookRows,
      Documents documents,
      Mismatches mismatches,
      CaseProofs proofs,
      Photographs photographs,
      Duplicates duplicates,
      Matrix matrix,
      CaseWhys whys,
      Law law,
      Clock clock) {
    this.secrecy = secrecy;
    this.access = access;
    this.acts = acts;
    this.deadlines = deadlines;
    this.dueRows = dueRows;
    this.timeline = timeline;
    this.responsible = responsible;
    this.lookRows = lookRows;
    this.documents = documents;
    this.mismatches = mismatches;
    this.proofs = proofs;
    this.photographs = photographs;
    this.duplicates = duplicates;
    this.matrix = matrix;
    this.whys = whys;
    this.law = law;
    this.clock = clock;
  }

  @GetMapping("/console/cases/{id}")
  String opened(
      @PathVariable String id,
      @RequestParam(defaultValue = "0") int done,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "case");
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    List<DueRow> dues = dueRows.ofOne(deadlines.ofCase(opened.in().id()), locale);
    List<Act> history =
        secrecy.shown(
            acts.history(opened.in().id()).stream().filter(Discretion::shows).toList(),
            opened.actor());
    model.addAttribute("dues", Folded.of(dues, DUES));
    model.addAttribute("who", Who.of(opened.summary(), opened.person(), locale));
    model.addAttribute("age", Period.between(opened.person().born(), today).getYears());
    model.addAttribute("levelKind", PersonRow.levelKind(opened.summary().level()));
    model.addAttribute("levelWhy", whys.level(history, locale));
    model.addAttribute("leaves", whys.leaves(opened.in(), locale));
    model.addAttribute(
        "term", TermView.of(opened.summary(), history, dues, today, law, locale).orElse(null));
    model.addAttribute(
        "responsible", responsible.of(opened.in(), opened.summary(), history, locale));
    model.addAttribute("looks", lookRows.at(opened.in().person(), opened.actor(), locale));
    model.addAttribute("count", history.size());
    model.addAttribute(
        "documents",
        Folded.of(DocumentRow.of(documents.ofCase(opened.in().id()), history), DOCUMENTS));
    model.addAttribute("tools", CaseTool.of(opened.in().id(), opened.actor(), matrix));
    model.addAttribute("photograph", photograph(opened));
    model.addAttribute("unassigned", unassigned(opened));
    model.addAttribute("others", duplicates.others(opened.in().person()));
    model.addAttribute("mayLook", may("/console/cases/" + id + "/person", opened));
    model.addAttribute("done", done);
    common(model, opened, Integer.MAX_VALUE, locale);
    return "desk/case";
  }

  /** The timeline alone: for a page that is open already, and for going back in time. */
  @GetMapping("/console/cases/{id}/timeline")
  String timeline(
      @PathVariable String id,
      @RequestParam(defaultValue = "2147483647") int before,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "case");
    common(model, opened, before, locale);
    boolean fragment = request.getHeader("HX-Request") != null;
    model.addAttribute("who", Who.of(opened.summary(), opened.person(), locale));
    return fragment ? "desk/case :: timeline" : "desk/acts-of-case";
  }

  /** What the law asks next, for a page that is open already. */
  @GetMapping("/console/cases/{id}/deadlines")
  String deadlines(
      @PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "case");
    model.addAttribute("case", opened.in());
    List<DueRow> dues = dueRows.ofOne(deadlines.ofCase(opened.in().id()), locale);
    model.addAttribute("dues", Folded.of(dues, DUES));
    return "desk/case :: deadlines";
  }

  /** Whether nobody is responsible for a case that is received, and the reader may say who is. */
  private boolean unassigned(OpenedCase opened) {
    boolean open =
        switch (opened.summary().status()) {
          case IN_RECEPTION, ACTIVE -> true;
          case ASSESSMENT, REFERRED, UNVERIFIED, ENDED -> false;
        };
    return open
        && opened.summary().officer() == null
        && may(ResponsiblePage.href(opened.in().id()), opened);
  }

  private boolean may(String path, OpenedCase opened) {
    return matrix.line("GET", path).filter(line -> line.allows(opened.actor())).isPresent();
  }

  /** The address of the person's photograph, for those who may see it. */
  private @Nullable String photograph(OpenedCase opened) {
    String path = "/console/cases/" + opened.in().id() + "/photograph";
    return may(path, opened) && photographs.has(opened.in().person()) ? path : null;
  }

  private void common(Model model, OpenedCase opened, int before, Locale locale) {
    CaseId id = opened.in().id();
    Timeline.Piece piece = timeline.of(id, before, locale);
    model.addAttribute("case", opened.in());
    model.addAttribute("summary", opened.summary());
    model.addAttribute("person", opened.person());
    model.addAttribute("acts", piece.rows());
    model.addAttribute("older", piece.next());
    model.addAttribute("mismatches", mismatches.ofCase(id));
    model.addAttribute("logs", proofs.logs(opened.in()));
  }
}
