package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.HandOver;
import org.smartcorrection.platform.casework.HandOvers;
import org.smartcorrection.platform.casework.Officer;
import org.smartcorrection.platform.casework.Spreading;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Hands a caseload over: whose, which cases, to whom; a preview; then one act per case in the
 * background, and the list of it as a paper.
 */
@Controller
class HandOverPages {
  static final String PATH = WorkloadPage.PATH + "/hand-over";
  private static final int LONGEST_REASON = 500;

  private final HandOverDraft draft;
  private final HandOvers handOvers;
  private final HandOverList list;
  private final Jurisdiction jurisdiction;

  HandOverPages(
      HandOverDraft draft, HandOvers handOvers, HandOverList list, Jurisdiction jurisdiction) {
    this.draft = draft;
    this.handOvers = handOvers;
    this.list = list;
    this.jurisdiction = jurisdiction;
  }

  @GetMapping(PATH)
  String choose(@RequestParam String from, Model model, HttpServletRequest request, Locale locale) {
    HandOverDraft.Asked asked = draft.of(AccountId.of(from), custody(), request);
    String[] all = asked.cases().stream().map(in -> in.caseId().toString()).toArray(String[]::new);
    Form form = Form.empty().with("cases", all).with("to", HandOverDraft.SPREAD);
    return draft.form(asked, form, model, locale);
  }

  @PostMapping(PATH)
  String preview(
      @RequestParam String from,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    HandOverDraft.Asked asked = draft.of(AccountId.of(from), custody(), request);
    FormReader read = Form.of(request.getParameterMap()).read("desk.handover.field");
    String to = read.text("to", 100);
    read.text("reason", LONGEST_REASON);
    List<Summary> chosen = asked.chosen(read.form());
    if (chosen.isEmpty()) read.failing("cases", "desk.handover.none-chosen");
    Map<CaseId, Officer> plan = to.isEmpty() ? Map.of() : draft.plan(asked, chosen, to);
    if (!read.failed() && plan.isEmpty()) read.failing("to", "desk.handover.nobody-able");
    if (read.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return draft.form(asked, read.form(), model, locale);
    }
    return draft.preview(asked, chosen, plan, read.form(), model, locale);
  }

  /** Orders what was previewed, and nothing else. */
  @PostMapping(PATH + "/order")
  String order(
      @RequestParam String from,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Actor by = Present.actor();
    HandOverDraft.Asked asked = draft.of(AccountId.of(from), custody(), request);
    FormReader read = Form.of(request.getParameterMap()).read("desk.handover.field");
    String reason = read.text("reason", LONGEST_REASON);
    Map<CaseId, Officer> plan = previewed(asked, read.form());
    if (read.failed() || plan.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Form form = read.form().failing("cases", "desk.handover.none-chosen");
      return draft.form(asked, form, model, locale);
    }
    UUID id = handOvers.order(asked.custody(), asked.former(), reason, plan, by);
    return "redirect:" + PATH + "/" + id;
  }

  @GetMapping(PATH + "/{id}")
  String shown(@PathVariable UUID id, Model model, HttpServletRequest request, Locale locale) {
    HandOver in = handOvers.get(id, custody());
    model.addAttribute("in", in);
    model.addAttribute("rows", list.rows(in, request, locale));
    model.addAttribute("former", list.former(in, locale));
    return "desk/hand-over";
  }

  /** How far it is, for a page that is open already. */
  @GetMapping(PATH + "/{id}/progress")
  String progress(@PathVariable UUID id, Model model, HttpServletResponse response) {
    HandOver in = handOvers.get(id, custody());
    // the page as a whole says how each case ended
    if (in.finishedAt() != null) response.setHeader("HX-Refresh", "true");
    model.addAttribute("in", in);
    return "desk/hand-over :: progress";
  }

  /** The hand-over list as a paper to sign (移交清单). */
  @GetMapping(PATH + "/{id}/list")
  String paper(@PathVariable UUID id, Model model, HttpServletRequest request) {
    HandOver in = handOvers.get(id, custody());
    model.addAttribute("in", in);
    model.addAttribute("paper", list.paper(in, request, Present.actor()));
    return "desk/hand-over-list";
  }

  private Map<CaseId, Officer> previewed(HandOverDraft.Asked asked, Form form) {
    var plan = new LinkedHashMap<CaseId, Officer>();
    for (Summary in : asked.cases()) {
      String said = form.value("to-" + in.caseId());
      Allocation.@Nullable Candidate to =
          asked.others().stream()
              .filter(one -> one.officer().toString().equals(said) && Spreading.able(one, in))
              .findFirst()
              .orElse(null);
      if (to != null) plan.put(in.caseId(), to.officer());
    }
    return plan;
  }

  private AgencyId custody() {
    return jurisdiction.custody(Present.actor());
  }
}
