package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Officer;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Workloads;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Who is responsible for a case (rule H10): the platform proposes somebody by area and workload and
 * shows the figures; an officer or the head confirms, or chooses another with a reason.
 */
@Controller
class ResponsiblePage {
  static final String PROCEDURE = "responsibility";

  private final CaseAccess access;
  private final Allocation allocation;
  private final Workloads workloads;
  private final OfficerOptions officers;
  private final Casework casework;
  private final Law law;

  ResponsiblePage(
      CaseAccess access,
      Allocation allocation,
      Workloads workloads,
      OfficerOptions officers,
      Casework casework,
      Law law) {
    this.access = access;
    this.allocation = allocation;
    this.workloads = workloads;
    this.officers = officers;
    this.casework = casework;
    this.law = law;
  }

  static String href(CaseId id) {
    return "/console/cases/" + id + "/responsible";
  }

  @GetMapping("/console/cases/{id}/responsible")
  String shown(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "case");
    Allocation.Proposal proposal = allocation.of(opened.summary());
    Allocation.@Nullable Candidate first = proposal.proposed();
    Form form = Form.empty();
    if (first != null && opened.summary().officer() == null)
      form = form.with("officer", first.officer().toString());
    return page(opened, proposal, form, List.of(), model, locale);
  }

  @PostMapping("/console/cases/{id}/responsible")
  String named(
      @PathVariable String id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "case");
    FormReader read = Form.of(request.getParameterMap()).read("desk.officer.field");
    String officer = read.text("officer", 100);
    @Nullable Officer now = opened.summary().officer();
    if (now != null && officer.equals(now.toString())) read.failing("officer", "desk.officer.same");
    String reason =
        now == null
            ? read.textIfAny("reason", CaseForm.LONGEST)
            : read.text("reason", CaseForm.LONGEST);
    List<Reason> refused = List.of();
    Form form = read.form();
    if (!read.failed()) {
      Facts facts = Facts.NONE.text("officer", officer);
      if (!reason.isEmpty()) facts = facts.text("reason", reason);
      String type = now == null ? "OfficerAssigned" : "CaseHandedOver";
      Result result =
          casework.perform(
              PerformAct.opening(opened.in().id(), PROCEDURE, type, facts, opened.actor()));
      Optional<String> done = CaseForm.done(result);
      if (done.isPresent()) return done.get();
      refused = CaseForm.against(result);
      boolean unreasoned =
          refused.stream().anyMatch(against -> against.key().equals("reason.fact.missing"));
      if (unreasoned) form = form.failing("reason", "desk.officer.reason-needed");
      form = LawSays.beside(form, refused, law, locale);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(opened, allocation.of(opened.summary()), form, refused, model, locale);
  }

  private String page(
      OpenedCase opened,
      Allocation.Proposal proposal,
      Form form,
      List<Reason> refused,
      Model model,
      Locale locale) {
    @Nullable Officer now = opened.summary().officer();
    List<WorkloadRow> rows =
        WorkloadRow.of(proposal.candidates(), proposal.proposed(), officers, locale);
    CaseForm.show(opened, form, refused, law, model, locale);
    model.addAttribute("basis", List.of(Basis.of("H10", law, locale)));
    model.addAttribute("now", now == null ? null : officers.named(now, locale));
    model.addAttribute("proposal", proposal);
    model.addAttribute("rows", rows);
    model.addAttribute("points", workloads.points(opened.summary()));
    model.addAttribute("horizon", workloads.horizon(opened.in().agency()));
    model.addAttribute(
        "options",
        rows.stream()
            .map(
                row ->
                    new Option(
                        row.value(),
                        row.proposed() ? Text.of("desk.officer.proposed", row.name()) : row.name()))
            .toList());
    return "desk/responsible";
  }
}
