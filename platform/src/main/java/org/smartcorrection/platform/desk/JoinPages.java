package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.access.Matrix;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PersonJoining;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Alike;
import org.smartcorrection.platform.subjects.IdentityNumber;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Two records side by side (rule H12): officers compare, the head of the bureau says that they are
 * one human, and, when that was wrong, that they are two.
 */
@Controller
class JoinPages {
  private final CaseAccess access;
  private final PersonJoining joining;
  private final Matrix matrix;
  private final Law law;

  JoinPages(CaseAccess access, PersonJoining joining, Matrix matrix, Law law) {
    this.access = access;
    this.joining = joining;
    this.matrix = matrix;
    this.law = law;
  }

  static String href(CaseId one, CaseId other) {
    return "/console/cases/" + one + "/duplicates/" + other;
  }

  static String separate(CaseId id, UUID run) {
    return "/console/cases/" + id + "/links/" + run + "/separate";
  }

  /** The two cases; both looks are recorded. */
  private record Two(OpenedCase one, OpenedCase other) {
    String path() {
      return href(one.in().id(), other.in().id());
    }

    boolean bothValid() {
      return IdentityNumber.of(one.person().identityNumber()).isPresent()
          && IdentityNumber.of(other.person().identityNumber()).isPresent();
    }
  }

  @GetMapping("/console/cases/{id}/duplicates/{other}")
  String compared(
      @PathVariable String id,
      @PathVariable String other,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    return show(two(id, other, request), Form.empty(), List.of(), model, locale);
  }

  @PostMapping("/console/cases/{id}/duplicates/{other}")
  String join(
      @PathVariable String id,
      @PathVariable String other,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Two two = two(id, other, request);
    FormReader read = Form.of(request.getParameterMap()).read("desk.join.field");
    String reason = read.text("reason", CaseForm.LONGEST);
    String wrong = two.bothValid() ? read.text(PersonJoining.WRONG, 20) : "";
    List<Reason> refused = List.of();
    Form form = read.form();
    if (!read.failed()) {
      CaseId one = two.one().in().id();
      Result result = joining.join(one, two.other().in().id(), wrong, reason, two.one().actor());
      Optional<String> done = CaseForm.done(result);
      if (done.isPresent()) return done.get();
      refused = CaseForm.against(result);
      form = LawSays.beside(form, refused, law, locale);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(two, form, refused, model, locale);
  }

  @GetMapping("/console/cases/{id}/links/{run}/separate")
  String asked(
      @PathVariable String id,
      @PathVariable String run,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "identity");
    return ask(opened, ActFormPage.uuid(run), Form.empty(), List.of(), model, locale);
  }

  @PostMapping("/console/cases/{id}/links/{run}/separate")
  String separated(
      @PathVariable String id,
      @PathVariable String run,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "identity");
    FormReader read = Form.of(request.getParameterMap()).read("desk.join.field");
    String reason = read.text("reason", CaseForm.LONGEST);
    List<Reason> refused = List.of();
    if (!read.failed()) {
      CaseId in = opened.in().id();
      Result result = joining.separate(in, ActFormPage.uuid(run), reason, opened.actor());
      Optional<String> done = CaseForm.done(result);
      if (done.isPresent()) return done.get();
      refused = CaseForm.against(result);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return ask(opened, ActFormPage.uuid(run), read.form(), refused, model, locale);
  }

  private Two two(String id, String other, HttpServletRequest request) {
    return new Two(
        access.open(CaseId.of(id), request, "identity"),
        access.open(CaseId.of(other), request, "identity"));
  }

  private String show(Two two, Form form, List<Reason> refused, Model model, Locale locale) {
    common(two.one(), form, refused, model, locale);
    OpenedCase other = two.other();
    model.addAttribute("otherCase", other.in());
    model.addAttribute("other", Who.of(other.summary(), other.person(), locale));
    model.addAttribute("here", two.one().person());
    model.addAttribute("there", other.person());
    model.addAttribute("because", Alike.between(two.one().person(), other.person()));
    model.addAttribute("path", two.path());
    model.addAttribute("bothValid", two.bothValid());
    model.addAttribute(
        "decides",
        matrix.line("POST", two.path()).filter(line -> line.allows(two.one().actor())).isPresent());
    model.addAttribute(
        "numbers",
        List.of(number(PersonJoining.HERE, two.one()), number(PersonJoining.THERE, other)));
    return "desk/join";
  }

  private static Option number(String value, OpenedCase whose) {
    return new Option(
        value,
        Text.of(
            "desk.join.number",
            Text.literal(whose.person().identityNumber()),
            Text.literal(whose.in().number())));
  }

  private String ask(
      OpenedCase opened, UUID run, Form form, List<Reason> refused, Model model, Locale locale) {
    common(opened, form, refused, model, locale);
    model.addAttribute("otherNumber", joining.other(opened.in().id(), run).number());
    model.addAttribute("path", separate(opened.in().id(), run));
    return "desk/separate";
  }

  private void common(
      OpenedCase opened, Form form, List<Reason> refused, Model model, Locale locale) {
    CaseForm.show(opened, form, refused, law, model, locale);
    model.addAttribute("back", "/console/cases/" + opened.in().id() + "/person");
    model.addAttribute("basis", Basis.of("H12", law, locale));
  }
}
