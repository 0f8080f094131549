package org.smartcorrection.platform.oversight;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.subjects.People;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The procuratorate's opinions: written, pursued and withdrawn here (CCL 62). */
@Controller
class OpinionsPage {
  private static final int PAGE = 50;
  static final int LONGEST = 8000;

  private final Questions questions;
  private final OpenMatters opinions;
  private final Area area;
  private final Casework casework;
  private final LawWords law;
  private final People people;
  private final Looks looks;
  private final KeptForms kept;

  OpinionsPage(
      Questions questions,
      OpenMatters opinions,
      Area area,
      Casework casework,
      LawWords law,
      People people,
      Looks looks,
      KeptForms kept) {
    this.questions = questions;
    this.opinions = opinions;
    this.area = area;
    this.casework = casework;
    this.law = law;
    this.people = people;
    this.looks = looks;
    this.kept = kept;
  }

  @GetMapping("/oversight/opinions")
  String list(@RequestParam Optional<String> before, Model model, Locale locale) {
    Actor actor = Present.actor();
    Slice<OpenMatters.Row> page =
        questions
            .custody(actor)
            .map(custody -> opinions.page(custody, before.orElse(null), PAGE, locale))
            .orElse(new Slice<>(List.of(), null));
    looked(actor, page.rows().stream().map(OpenMatters.Row::who).toList(), "list");
    model.addAttribute("page", page);
    return "oversight/opinions";
  }

  @GetMapping("/oversight/cases/{id}/opinion")
  String form(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
    Form form = kept.take(request).map(TypedBefore::typed).orElse(Form.empty());
    return form(area.open(Present.actor(), CaseId.of(id)), form, model, locale);
  }

  @PostMapping("/oversight/cases/{id}/opinion")
  String write(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Actor actor = Present.actor();
    Summary in = area.open(actor, CaseId.of(id));
    FormReader read = Form.of(request.getParameterMap()).read("oversight.opinion");
    Facts facts = Facts.NONE.text("opinion", read.text("opinion", LONGEST));
    if (!read.failed()) {
      Result result =
          casework.perform(
              PerformAct.opening(in.caseId(), Matters.OPINION, "OpinionWritten", facts, actor));
      if (result instanceof Result.Recorded done)
        return "redirect:/oversight/opinions/" + done.instance().id();
      law.refusal(result, locale)
          .ifPresent(why -> read.failing("opinion", "oversight.refused", why));
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return form(in, read.form(), model, locale);
  }

  @GetMapping("/oversight/opinions/{instance}")
  String opinion(
      @PathVariable UUID instance, HttpServletRequest request, Model model, Locale locale) {
    Form form = kept.take(request).map(TypedBefore::typed).orElse(Form.empty());
    return show(opened(instance, locale), form, model);
  }

  @PostMapping("/oversight/opinions/{instance}/pursue")
  String pursue(
      @PathVariable UUID instance,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    OpenMatters.Opened opened = opened(instance, locale);
    FormReader read = Form.of(request.getParameterMap()).read("oversight.opinion");
    Facts facts = Facts.NONE.text("opinion", read.text("opinion", LONGEST));
    return after(opened, "OpinionPursued", facts, read, response, model, locale);
  }

  @PostMapping("/oversight/opinions/{instance}/withdraw")
  String withdraw(
      @PathVariable UUID instance, HttpServletResponse response, Model model, Locale locale) {
    OpenMatters.Opened opened = opened(instance, locale);
    FormReader read = Form.empty().read("oversight.opinion");
    return after(opened, "OpinionWithdrawn", Facts.NONE, read, response, model, locale);
  }

  private String after(
      OpenMatters.Opened opened,
      String act,
      Facts facts,
      FormReader read,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    if (!read.failed()) {
      Result result =
          casework.perform(PerformAct.in(opened.running(), act, facts, Present.actor()));
      Optional<String> refusal = law.refusal(result, locale);
      if (refusal.isEmpty()) return "redirect:/oversight/opinions/" + opened.running().id();
      read.failing("opinion", "oversight.refused", refusal.get());
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(opened, read.form(), model);
  }

  private OpenMatters.Opened opened(UUID instance, Locale locale) {
    Actor actor = Present.actor();
    OpenMatters.Opened opened = opinions.open(Matters.OPINION, instance, locale);
    Summary in = area.open(actor, opened.matter().caseId());
    looked(actor, List.of(in.person()), "case");
    return opened;
  }

  private String form(Summary in, Form form, Model model, Locale locale) {
    looked(Present.actor(), List.of(in.person()), "case");
    model.addAttribute("in", in);
    model.addAttribute(
        "person", new Names(people.all(List.of(in.person())), locale).of(in.person()));
    model.addAttribute("form", form);
    return "oversight/opinion-new";
  }

  private void looked(Actor actor, List<PersonId> whom, String what) {
    looks.record(actor, ReadPurpose.PROCURATORIAL_SUPERVISION, what, whom);
  }

  private static String show(OpenMatters.Opened opened, Form form, Model model) {
    model.addAttribute("opened", opened);
    model.addAttribute("form", form);
    return "oversight/opinion";
  }
}
