package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.ChangeWords;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Definition;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Lets one run go over to the version of its procedure that is in force now: by the head, with a
 * reason, and after the difference was read (rule H6). Runs keep their version otherwise.
 */
@Controller
class RunVersionPage {
  private static final int LONGEST = 2000;

  private final CaseAccess access;
  private final Instances instances;
  private final Casework casework;
  private final ChangeWords words;
  private final Law law;
  private final Clock clock;

  RunVersionPage(
      CaseAccess access,
      Instances instances,
      Casework casework,
      ChangeWords words,
      Law law,
      Clock clock) {
    this.access = access;
    this.instances = instances;
    this.casework = casework;
    this.words = words;
    this.law = law;
    this.clock = clock;
  }

  static String path(Instances.Open run) {
    return "/console/cases/" + run.caseId() + "/runs/" + run.id() + "/version";
  }

  /** A run, the version that it follows, and the one in force. */
  private record Asked(OpenedCase opened, Running run, Definition from, Definition to) {}

  @GetMapping("/console/cases/{id}/runs/{run}/version")
  String form(
      @PathVariable String id,
      @PathVariable String run,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    return show(asked(id, run, request), Form.empty(), List.of(), model, locale);
  }

  @PostMapping("/console/cases/{id}/runs/{run}/version")
  String move(
      @PathVariable String id,
      @PathVariable String run,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Asked asked = asked(id, run, request);
    FormReader reader = Form.of(request.getParameterMap()).read("desk.version");
    String reason = reader.text("reason", LONGEST);
    if (reader.failed()) return again(asked, reader.form(), List.of(), response, model, locale);
    Facts facts = Facts.NONE.count(Act.TO_VERSION, asked.to().version()).text("reason", reason);
    PerformAct command =
        PerformAct.in(asked.run(), Act.VERSION_MOVED, facts, asked.opened().actor());
    return switch (casework.perform(command)) {
      case Result.Recorded recorded ->
          "redirect:" + asked.opened().home() + "?done=" + recorded.act().number() + "#acts";
      case Result.NeedsReason(var warnings) ->
          again(asked, reader.form(), warnings, response, model, locale);
      case Result.Refused(var reasons) ->
          again(asked, reader.form(), reasons, response, model, locale);
    };
  }

  private String again(
      Asked asked,
      Form form,
      List<Reason> refusals,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(asked, form, refusals, model, locale);
  }

  private Asked asked(String id, String run, HttpServletRequest request) {
    OpenedCase opened = access.open(CaseId.of(id), request, "case");
    Running running = instances.find(ActFormPage.uuid(run)).orElseThrow(NotFound::new);
    if (!running.caseId().equals(opened.in().id()) || running.closed()) throw new NotFound();
    Definition to =
        law.newest(
                opened.in().agency(), running.procedure(), LegalCalendar.legalDay(clock.instant()))
            .orElseThrow(NotFound::new);
    Definition from = law.definition(running.procedure(), running.instance().version());
    if (to.version() == from.version()) throw new NotFound();
    return new Asked(opened, running, from, to);
  }

  private String show(Asked asked, Form form, List<Reason> refusals, Model model, Locale locale) {
    model.addAttribute("form", form);
    model.addAttribute("case", asked.opened().in());
    model.addAttribute("who", Who.of(asked.opened().summary(), asked.opened().person(), locale));
    model.addAttribute("run", asked.run());
    model.addAttribute("from", asked.from().version());
    model.addAttribute("to", asked.to().version());
    model.addAttribute("changes", words.between(asked.from(), asked.to(), locale));
    model.addAttribute("refusals", LawSays.rendered(refusals, law, locale));
    return "desk/run-version";
  }
}
