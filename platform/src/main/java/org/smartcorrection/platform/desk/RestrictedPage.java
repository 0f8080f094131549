package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
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
 * What somebody sees of a case that is closed to them (rule H13, or CCL 54): its number and who
 * decides. Who has to act at once opens it by a reason, which is an act that head and procuratorate
 * hear of.
 */
@Controller
class RestrictedPage {
  private static final int LONGEST = 2000;

  private final Summaries summaries;
  private final Restrictions restrictions;
  private final Jurisdiction jurisdiction;
  private final Agencies agencies;
  private final Instances instances;
  private final Casework casework;
  private final Matrix matrix;
  private final Law law;

  RestrictedPage(
      Summaries summaries,
      Restrictions restrictions,
      Jurisdiction jurisdiction,
      Agencies agencies,
      Instances instances,
      Casework casework,
      Matrix matrix,
      Law law) {
    this.summaries = summaries;
    this.restrictions = restrictions;
    this.jurisdiction = jurisdiction;
    this.agencies = agencies;
    this.instances = instances;
    this.casework = casework;
    this.matrix = matrix;
    this.law = law;
  }

  static String href(CaseId id) {
    return "/console/cases/" + id + "/restricted";
  }

  @GetMapping("/console/cases/{id}/restricted")
  String closed(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String to,
      Model model,
      Locale locale) {
    Summary in = covered(id);
    if (!restrictions.closed(Present.actor(), in)) return "redirect:" + target(in, to);
    return show(in, to, Form.empty(), model, locale);
  }

  @PostMapping("/console/cases/{id}/restricted")
  String opened(
      @PathVariable String id,
      @RequestParam(defaultValue = "") String to,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Summary in = covered(id);
    Actor actor = Present.actor();
    if (!restrictions.closed(actor, in)) return "redirect:" + target(in, to);
    FormReader read = Form.of(request.getParameterMap()).read("desk.restricted.field");
    String reason = read.text("reason", LONGEST);
    Form form = read.form();
    if (!read.failed()) {
      Result result = casework.perform(opening(in, Facts.NONE.text("reason", reason), actor));
      if (result instanceof Result.Recorded) return "redirect:" + target(in, to);
      form = form.failing("reason", "desk.restricted.refused");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(in, to, form, model, locale);
  }

  /** In the run of a restriction, or as a run of its own where the case is a minor's. */
  private PerformAct opening(Summary in, Facts facts, Actor actor) {
    if (!in.restricted())
      return PerformAct.opening(
          in.caseId(), Restrictions.PROCEDURE, Restrictions.MINOR_OPENED, facts, actor);
    Running run =
        instances.ofCase(in.caseId(), Restrictions.PROCEDURE).stream()
            .filter(found -> !found.closed())
            .findFirst()
            .orElseThrow(NotFound::new);
    return PerformAct.in(run, Restrictions.OPENED, facts, actor);
  }

  private Summary covered(String id) {
    Summary in = summaries.find(CaseId.of(id)).orElseThrow(NotFound::new);
    if (!jurisdiction.covers(Present.actor(), in.agency(), in.office())) throw new NotFound();
    return in;
  }

  /** Back to where the case was met; never out of the console. */
  private static String target(Summary in, String to) {
    String home = "/console/cases/" + in.caseId();
    boolean ours = to.matches("/console/[A-Za-z0-9/_-]*") && !to.startsWith(href(in.caseId()));
    return ours ? to : home;
  }

  private String show(Summary in, String to, Form form, Model model, Locale locale) {
    AgencyId above = agencies.get(in.agency()).parent();
    model.addAttribute("number", in.number());
    model.addAttribute("kind", in.restricted() ? "restricted" : "minor");
    model.addAttribute("form", form);
    model.addAttribute("to", to);
    model.addAttribute("path", href(in.caseId()));
    model.addAttribute("decides", agencies.get(above == null ? in.agency() : above).name(locale));
    model.addAttribute("hours", law.rules().rule("H13").number("openHours"));
    model.addAttribute("basis", Basis.of(in.restricted() ? "H13" : "L39", law, locale));
    model.addAttribute(
        "mayOpen",
        matrix
            .line("POST", href(in.caseId()))
            .filter(line -> line.allows(Present.actor()))
            .isPresent());
    return "desk/restricted";
  }
}
