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
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
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

/**
 * What people under correction entrusted to this procuratorate (CCL 34). It is a case in its own
 * custody: no page of anybody else shows it, or that there is one.
 */
@Controller
class ComplaintsPage {
  private static final int PAGE = 50;

  private final OpenMatters matters;
  private final Casework casework;
  private final LawWords law;
  private final Looks looks;
  private final KeptForms kept;

  ComplaintsPage(
      OpenMatters matters, Casework casework, LawWords law, Looks looks, KeptForms kept) {
    this.matters = matters;
    this.casework = casework;
    this.law = law;
    this.looks = looks;
    this.kept = kept;
  }

  /** What becomes of a complaint. */
  enum Outcome {
    UPHELD,
    PARTLY_UPHELD,
    NOT_UPHELD
  }

  @GetMapping("/oversight/complaints")
  String list(@RequestParam Optional<String> before, Model model, Locale locale) {
    Actor actor = Present.actor();
    var page =
        matters.page(Matters.COMPLAINT, actor.agency().id(), before.orElse(null), PAGE, locale);
    looks.record(
        actor,
        ReadPurpose.PROCURATORIAL_SUPERVISION,
        "list",
        page.rows().stream().map(OpenMatters.Row::who).toList());
    model.addAttribute("page", page);
    return "oversight/complaints";
  }

  @GetMapping("/oversight/complaints/{instance}")
  String complaint(
      @PathVariable UUID instance, HttpServletRequest request, Model model, Locale locale) {
    Form form = kept.take(request).map(TypedBefore::typed).orElse(Form.empty());
    return show(opened(instance, locale), form, model);
  }

  @PostMapping("/oversight/complaints/{instance}")
  String answer(
      @PathVariable UUID instance,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    OpenMatters.Opened opened = opened(instance, locale);
    FormReader read = Form.of(request.getParameterMap()).read("oversight.answer");
    Optional<Outcome> outcome = read.choice("upheld", Outcome.class);
    Facts facts = Facts.NONE.text("reason", read.text("reason", OpinionsPage.LONGEST));
    if (!read.failed() && outcome.isPresent()) {
      Result result =
          casework.perform(
              PerformAct.in(
                  opened.running(),
                  "OutcomeToldByProcuratorate",
                  facts.choice("upheld", outcome.get()),
                  Present.actor()));
      Optional<String> refusal = law.refusal(result, locale);
      if (refusal.isEmpty()) return "redirect:/oversight/complaints/" + instance;
      read.failing("reason", "oversight.refused", refusal.get());
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(opened, read.form(), model);
  }

  private OpenMatters.Opened opened(UUID instance, Locale locale) {
    Actor actor = Present.actor();
    OpenMatters.Opened opened = matters.open(Matters.COMPLAINT, instance, locale);
    if (!opened.matter().custody().equals(actor.agency().id())) throw new NotFound();
    looks.record(
        actor, ReadPurpose.PROCURATORIAL_SUPERVISION, "case", List.of(opened.in().person()));
    return opened;
  }

  private static String show(OpenMatters.Opened opened, Form form, Model model) {
    model.addAttribute("opened", opened);
    model.addAttribute("form", form);
    model.addAttribute("outcomes", Option.of(Outcome.class, "choice"));
    return "oversight/complaint";
  }
}
