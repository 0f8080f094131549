package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.access.Disclosures;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Show;
import org.smartcorrection.procedure.Reason;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Complaining, to the agency or to the procuratorate, and reading what came of it. */
@Controller
class ComplaintPages {
  private static final int LONGEST = 4000;
  private static final int LONGEST_ID = 36;

  private final OwnCases own;
  private final Complaints complaints;
  private final Procuratorates procuratorates;
  private final Agencies agencies;
  private final KeptForms kept;
  private final Words words;
  private final LookViews lookViews;
  private final Disclosures disclosures;
  private final Show show;

  ComplaintPages(
      OwnCases own,
      Complaints complaints,
      Procuratorates procuratorates,
      Agencies agencies,
      KeptForms kept,
      Words words,
      LookViews lookViews,
      Disclosures disclosures,
      Show show) {
    this.own = own;
    this.complaints = complaints;
    this.procuratorates = procuratorates;
    this.agencies = agencies;
    this.kept = kept;
    this.words = words;
    this.lookViews = lookViews;
    this.disclosures = disclosures;
    this.show = show;
  }

  @GetMapping("/my/complaints")
  String all(Model model) {
    var actor = OwnCases.actor();
    model.addAttribute("complaints", complaints.of(OwnCases.person(), actor));
    model.addAttribute("reachable", procuratorates.of(actor.agency()).isPresent());
    return "my/complaints";
  }

  @GetMapping("/my/complaints/agency")
  String toAgency(HttpServletRequest request, Locale locale, Model model) {
    return page("agency", begun(request, locale), locale, model);
  }

  @PostMapping("/my/complaints/agency")
  Object agency(HttpServletRequest request, Locale locale, Model model) {
    Case in = own.current();
    FormReader read = Form.of(request.getParameterMap()).read("my.complaint");
    String look = read.textIfAny("look", LONGEST_ID);
    String said = read.text("words", LONGEST);
    if (read.failed()) return Unaccepted.view(page("agency", read.form(), locale, model), model);
    Result result = complaints.toAgency(in, OwnCases.actor(), said);
    disclose(result, look);
    return answer(result, "agency", read.form(), locale, model);
  }

  @GetMapping("/my/complaints/procuratorate")
  String toProcuratorate(HttpServletRequest request, Locale locale, Model model) {
    return page("procuratorate", begun(request, locale), locale, model);
  }

  @PostMapping("/my/complaints/procuratorate")
  Object procuratorate(HttpServletRequest request, Locale locale, Model model) {
    FormReader read = Form.of(request.getParameterMap()).read("my.complaint");
    String look = read.textIfAny("look", LONGEST_ID);
    String said = read.text("words", LONGEST);
    if (read.failed())
      return Unaccepted.view(page("procuratorate", read.form(), locale, model), model);
    Result result = complaints.toProcuratorate(OwnCases.actor(), said);
    disclose(result, look);
    return answer(result, "procuratorate", read.form(), locale, model);
  }

  @PostMapping("/my/complaints/{id}/take-back")
  String takeBack(@PathVariable UUID id) {
    // answered meanwhile: the page shows the answer
    Result _ = complaints.takeBack(own.own(id, "complaint"), OwnCases.actor());
    return "redirect:/my/complaints";
  }

  /** Typed before, or begun with the look at their data that the person complains of. */
  private Form begun(HttpServletRequest request, Locale locale) {
    Form typed = Typed.kept(kept, request);
    String look = Objects.requireNonNullElse(request.getParameter("look"), "");
    Optional<LookView> meant = lookViews.find(OwnCases.person(), look, locale);
    if (meant.isEmpty() || !typed.value("words").isEmpty()) return typed;
    return typed.with("look", look).with("words", show.say(meant.get().sentence()));
  }

  /** Whoever complains of a look is told the name (rule digest, "Who looked"). */
  private void disclose(Result result, String look) {
    if (!(result instanceof Result.Recorded)) return;
    lookViews
        .find(OwnCases.person(), look, Locale.ROOT)
        .ifPresent(meant -> disclosures.add(OwnCases.person(), UUID.fromString(meant.look().id())));
  }

  private Object answer(Result result, String to, Form typed, Locale locale, Model model) {
    return switch (result) {
      case Result.Recorded _ -> "redirect:/my/complaints";
      case Result.Refused(var reasons) -> again(reasons, to, typed, locale, model);
      case Result.NeedsReason(var reasons) -> again(reasons, to, typed, locale, model);
    };
  }

  private Object again(List<Reason> reasons, String to, Form typed, Locale locale, Model model) {
    Form failing = words.failing(typed, reasons, "words", locale);
    return Unaccepted.view(page(to, failing, locale, model), model);
  }

  private String page(String to, Form typed, Locale locale, Model model) {
    Agency agency = agencies.get(own.current().agency());
    Agency addressee =
        to.equals("agency") ? agency : procuratorates.of(agency).orElseThrow(NotFound::new);
    model.addAttribute("to", to);
    model.addAttribute("addressee", addressee.name(locale));
    model.addAttribute("form", typed);
    return "my/complaint-new";
  }
}
