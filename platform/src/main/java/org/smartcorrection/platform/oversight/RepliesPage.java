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
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The agency's side of an opinion: it owes a written reply, with reasons if not adopted (L44). */
@Controller
class RepliesPage {
  private static final int PAGE = 50;

  private final OpenMatters opinions;
  private final Area area;
  private final Jurisdiction jurisdiction;
  private final Casework casework;
  private final LawWords law;
  private final Looks looks;
  private final KeptForms kept;

  RepliesPage(
      OpenMatters opinions,
      Area area,
      Jurisdiction jurisdiction,
      Casework casework,
      LawWords law,
      Looks looks,
      KeptForms kept) {
    this.opinions = opinions;
    this.area = area;
    this.jurisdiction = jurisdiction;
    this.casework = casework;
    this.law = law;
    this.looks = looks;
    this.kept = kept;
  }

  /** What becomes of an opinion. */
  enum Adoption {
    ADOPTED,
    PARTLY_ADOPTED,
    NOT_ADOPTED
  }

  @GetMapping("/console/opinions")
  String list(
      @RequestParam Optional<String> before,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Actor actor = Present.actor();
    var page = opinions.page(jurisdiction.custody(actor), before.orElse(null), PAGE, locale);
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "list",
        page.rows().stream().map(OpenMatters.Row::who).toList());
    model.addAttribute("page", page);
    return "oversight/replies";
  }

  @GetMapping("/console/opinions/{instance}")
  String opinion(
      @PathVariable UUID instance, HttpServletRequest request, Model model, Locale locale) {
    Form form = kept.take(request).map(TypedBefore::typed).orElse(Form.empty());
    return show(opened(instance, request, locale), form, model);
  }

  @PostMapping("/console/opinions/{instance}")
  String reply(
      @PathVariable UUID instance,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    OpenMatters.Opened opened = opened(instance, request, locale);
    FormReader read = Form.of(request.getParameterMap()).read("oversight.reply");
    Optional<Adoption> adoption = read.choice("adopted", Adoption.class);
    Facts facts = Facts.NONE.text("reply", read.text("reply", OpinionsPage.LONGEST));
    boolean reasoned = adoption.isPresent() && adoption.get() != Adoption.ADOPTED;
    if (reasoned) facts = facts.text("reason", read.text("reason", OpinionsPage.LONGEST));
    if (adoption.isPresent()) facts = facts.choice("adopted", adoption.get());
    if (!read.failed()) {
      Result result =
          casework.perform(
              PerformAct.in(opened.running(), "OpinionReplied", facts, Present.actor()));
      Optional<String> refusal = law.refusal(result, locale);
      if (refusal.isEmpty()) return "redirect:/console/opinions/" + instance;
      read.failing("reply", "oversight.refused", refusal.get());
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(opened, read.form(), model);
  }

  private OpenMatters.Opened opened(UUID instance, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    OpenMatters.Opened opened = opinions.open(Matters.OPINION, instance, locale);
    area.open(actor, opened.matter().caseId());
    looks.record(actor, Sessions.purpose(request, actor), "case", List.of(opened.in().person()));
    return opened;
  }

  private static String show(OpenMatters.Opened opened, Form form, Model model) {
    model.addAttribute("opened", opened);
    model.addAttribute("form", form);
    model.addAttribute("adoptions", Option.of(Adoption.class, "choice"));
    return "oversight/reply";
  }
}
