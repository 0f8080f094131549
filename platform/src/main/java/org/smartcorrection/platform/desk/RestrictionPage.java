package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The head of the bureau restricts a case to posts, changes that, and lifts it (rule H13). */
@Controller
class RestrictionPage {
  private final CaseAccess access;
  private final Restrictions restrictions;
  private final Allocation allocation;
  private final OfficerOptions officers;
  private final Instances instances;
  private final Casework casework;
  private final Law law;

  RestrictionPage(
      CaseAccess access,
      Restrictions restrictions,
      Allocation allocation,
      OfficerOptions officers,
      Instances instances,
      Casework casework,
      Law law) {
    this.access = access;
    this.restrictions = restrictions;
    this.allocation = allocation;
    this.officers = officers;
    this.instances = instances;
    this.casework = casework;
    this.law = law;
  }

  static String href(CaseId id) {
    return "/console/cases/" + id + "/restriction";
  }

  @GetMapping("/console/cases/{id}/restriction")
  String shown(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "case");
    return page(opened, Form.empty(), List.of(), model, locale);
  }

  @PostMapping("/console/cases/{id}/restriction")
  String decided(
      @PathVariable String id,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "case");
    FormReader read = Form.of(request.getParameterMap()).read("desk.restriction.field");
    String reason = read.text("reason", CaseForm.LONGEST);
    List<Reason> refused = List.of();
    if (!read.failed()) {
      Result result = casework.perform(act(opened, reason, request));
      Optional<String> done = CaseForm.done(result);
      if (done.isPresent()) return done.get();
      refused = CaseForm.against(result);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(opened, read.form(), refused, model, locale);
  }

  private PerformAct act(OpenedCase opened, String reason, HttpServletRequest request) {
    Facts facts = Facts.NONE.text("reason", reason);
    @Nullable Running run = running(opened);
    if (run != null && request.getParameter("lift") != null)
      return PerformAct.in(run, "RestrictionLifted", facts, opened.actor());
    String @Nullable [] asked = request.getParameterValues("posts");
    Set<String> chosen = asked == null ? Set.of() : Set.of(asked);
    String posts =
        options(opened, Locale.ENGLISH).stream()
            .map(Option::value)
            .filter(chosen::contains)
            .collect(Collectors.joining(" "));
    facts = facts.text("openTo", posts.isEmpty() ? Restrictions.NOBODY_ELSE : posts);
    return run == null
        ? PerformAct.opening(
            opened.in().id(), Restrictions.PROCEDURE, "RestrictionSet", facts, opened.actor())
        : PerformAct.in(run, "RestrictionChanged", facts, opened.actor());
  }

  private @Nullable Running running(OpenedCase opened) {
    return instances.ofCase(opened.in().id(), Restrictions.PROCEDURE).stream()
        .filter(run -> !run.closed())
        .findFirst()
        .orElse(null);
  }

  private List<Option> options(OpenedCase opened, Locale locale) {
    return allocation.staff(opened.in().agency()).stream()
        .map(one -> new Option(one.officer().post().toString(), officers.named(one, locale)))
        .toList();
  }

  private String page(
      OpenedCase opened, Form form, List<Reason> refused, Model model, Locale locale) {
    boolean restricted = opened.summary().restricted();
    CaseForm.show(opened, form, refused, law, model, locale);
    model.addAttribute("restricted", restricted);
    model.addAttribute("path", href(opened.in().id()));
    model.addAttribute("options", options(opened, locale));
    model.addAttribute(
        "openTo",
        restrictions.openTo(opened.in().id()).stream()
            .map(PostId::toString)
            .collect(Collectors.toSet()));
    model.addAttribute("basis", Basis.of("H13", law, locale));
    return "desk/restriction";
  }
}
