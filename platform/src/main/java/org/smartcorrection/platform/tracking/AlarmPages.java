package org.smartcorrection.platform.tracking;

import static org.smartcorrection.platform.organisation.Role.AGENCY_OFFICER;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.notify.AttemptRows;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.roster.OnDuty;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page on which an alarm is answered step by step. */
@Controller
class AlarmPages {
  private static final String NOTHING_FAILED = "";

  private final AlarmAccess access;
  private final AlarmList list;
  private final AlarmViews views;
  private final EscalationSteps steps;
  private final AttemptRows attempts;
  private final Contacts contacts;
  private final OnDuty onDuty;
  private final Grounds grounds;
  private final Instances instances;
  private final Acts acts;
  private final Documents documents;
  private final Casework casework;
  private final Law law;
  private final KeptForms kept;
  private final Clock clock;

  AlarmPages(
      AlarmAccess access,
      AlarmList list,
      AlarmViews views,
      EscalationSteps steps,
      AttemptRows attempts,
      Contacts contacts,
      OnDuty onDuty,
      Grounds grounds,
      Instances instances,
      Acts acts,
      Documents documents,
      Casework casework,
      Law law,
      KeptForms kept,
      Clock clock) {
    this.access = access;
    this.list = list;
    this.views = views;
    this.steps = steps;
    this.attempts = attempts;
    this.contacts = contacts;
    this.onDuty = onDuty;
    this.grounds = grounds;
    this.instances = instances;
    this.acts = acts;
    this.documents = documents;
    this.casework = casework;
    this.law = law;
    this.kept = kept;
    this.clock = clock;
  }

  @GetMapping("/console/alarms/{id}")
  String alarm(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
    Alarm alarm = access.alarm(id);
    var opened = access.open(alarm, request);
    return show(alarm, opened, NOTHING_FAILED, Form.empty(), List.of(), request, model, locale);
  }

  /** A session that ended in the middle of a step comes back here with what was typed. */
  @GetMapping("/console/alarms/{id}/acts/{type}")
  String again(
      @PathVariable String id,
      @PathVariable String type,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Alarm alarm = access.alarm(id);
    var opened = access.open(alarm, request);
    Form form = kept.take(request).map(waiting -> form(waiting.values())).orElse(Form.empty());
    return show(alarm, opened, type, form, List.of(), request, model, locale);
  }

  @PostMapping("/console/alarms/{id}/acts/{type}")
  String act(
      @PathVariable String id,
      @PathVariable String type,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Alarm alarm = access.alarm(id);
    var opened = access.open(alarm, request);
    FormReader reader = Form.of(request.getParameterMap()).read("fact");
    String chosen = type.equals("finding") ? reader.form().value("finding") : type;
    if (chosen.isEmpty()) reader.failing("finding", "tracking.step.finding.missing");
    Result result = null;
    if (!reader.failed()) {
      PerformAct command = command(alarm, opened, chosen, reader);
      String reason = reader.textIfAny("overrideReason", 2000);
      if (!reason.isEmpty()) command = command.overriding(reason);
      if (!reader.failed()) result = casework.perform(command);
    }
    return switch (result) {
      case Result.Recorded _ -> "redirect:/console/alarms/" + alarm.id() + "#steps";
      case Result.NeedsReason(var warnings) -> {
        Form form = reader.form().failing("overrideReason", "tracking.step.reason-needed");
        yield failed(alarm, opened, type, form, warnings, request, response, model, locale);
      }
      case Result.Refused(var reasons) ->
          failed(
              alarm,
              opened,
              type,
              beside(reader.form(), reasons, locale),
              reasons,
              request,
              response,
              model,
              locale);
      case null ->
          failed(alarm, opened, type, reader.form(), List.of(), request, response, model, locale);
    };
  }

  private PerformAct command(
      Alarm alarm, AlarmAccess.Opened opened, String type, FormReader reader) {
    Running running = running(alarm);
    Definition definition = definition(running);
    if (definition.act(type).isPresent())
      return PerformAct.in(running, type, facts(definition, type, reader), opened.actor());
    Running measure = measure(alarm);
    Definition measures = law.definition(alarm.agency(), "measure", measure, clock.instant());
    if (measures.act(type).isEmpty()) throw new NotFound();
    Facts facts = facts(measures, type, reader);
    return measure == null
        ? PerformAct.opening(alarm.caseId(), "measure", type, facts, opened.actor())
            .restingOn(running.id())
        : PerformAct.in(measure, type, facts, opened.actor());
  }

  private static Facts facts(Definition definition, String type, FormReader reader) {
    return StepForm.read(definition.id(), definition.act(type).orElseThrow(), reader);
  }

  private String failed(
      Alarm alarm,
      AlarmAccess.Opened opened,
      String type,
      Form form,
      List<Reason> reasons,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(alarm, opened, type, form, reasons, request, model, locale);
  }

  private String show(
      Alarm alarm,
      AlarmAccess.Opened opened,
      String failed,
      Form form,
      List<Reason> reasons,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    var explanations = law.explanations();
    AlarmView view = views.of(alarm, locale);
    access.shows(opened, view, request);
    model.addAttribute("alarm", alarm);
    model.addAttribute(
        "row", AlarmRow.of(alarm, opened.person(), null, List.of(), locale, alarm.id().toString()));
    model.addAttribute("person", opened.person());
    model.addAttribute("name", opened.person().name(locale));
    model.addAttribute("ground", grounds.of(alarm.person()).orElse(null));
    model.addAttribute("case", opened.in());
    model.addAttribute("view", view);
    model.addAttribute("mends", opened.actor().role() == AGENCY_OFFICER);
    model.addAttribute("triage", triage(alarm, opened.actor()));
    List<Act> history = alarm.instance() == null ? List.of() : acts.ofInstance(alarm.instance());
    model.addAttribute("history", history);
    model.addAttribute(
        "contacts", contacts.of(alarm, history, opened.person(), clock.instant(), locale));
    list.show(request, AlarmFilter.NONE, null, alarm.id().toString(), model, locale);
    model.addAttribute("duty", onDuty.now(alarm.agency(), locale));
    model.addAttribute("told", attempts.of(steps.of(alarm.id()), "tracking.stage.", locale));
    model.addAttribute("failed", failed);
    model.addAttribute("form", form);
    model.addAttribute("untouched", Form.empty());
    model.addAttribute(
        "reasons", reasons.stream().map(reason -> explanations.render(reason, locale)).toList());
    return "tracking/alarm";
  }

  private Triage triage(Alarm alarm, Actor actor) {
    if (alarm.suspended()) return new Triage(alarm.state(), Map.of(), null, false);
    Running running = running(alarm);
    Role role = Role.valueOf(actor.role().name());
    Map<String, StepForm> forms =
        new HashMap<>(Triage.forms(definition(running), running.state(), role));
    Running measure = measure(alarm);
    Definition measures = law.definition(alarm.agency(), "measure", measure, clock.instant());
    boolean adverse =
        running.state().equals("FOUND_NO_GOOD_REASON")
            || running.state().equals("CLOSED_NO_GOOD_REASON");
    if (adverse)
      forms.putAll(
          Triage.forms(measures, measure == null ? measures.initial() : measure.state(), role));
    return new Triage(
        running.state(),
        forms,
        measure == null ? null : shown(measure),
        role == Role.AGENCY_OFFICER || role == Role.JUDICIAL_OFFICE);
  }

  private Triage.Measure shown(Running measure) {
    return new Triage.Measure(
        measure.id(),
        measure.state(),
        acts.ofInstance(measure.id()).stream()
            .flatMap(act -> documents.ofAct(act.id()).stream())
            .toList());
  }

  private Running running(Alarm alarm) {
    if (alarm.instance() == null) throw new NotFound();
    return instances.find(alarm.instance()).orElseThrow(NotFound::new);
  }

  private Definition definition(Running running) {
    return law.definition(running.procedure(), running.instance().version());
  }

  /** The admonition that rests on this alarm: the latest one that was not dropped. */
  private @Nullable Running measure(Alarm alarm) {
    return instances.ofCase(alarm.caseId(), "measure").stream()
        .filter(measure -> !measure.state().equals("DROPPED"))
        .filter(
            measure ->
                acts.ofInstance(measure.id()).stream()
                    .map(Act::restsOn)
                    .anyMatch(ground -> ground != null && ground.equals(alarm.instance())))
        .findFirst()
        .orElse(null);
  }

  /** The form with the law's words beside the fields that they concern. */
  private Form beside(Form form, List<Reason> reasons, Locale locale) {
    var explanations = law.explanations();
    Form marked = form;
    for (Reason reason : reasons)
      if (reason.key().equals("reason.fact.missing")
          && reason.args().getFirst() instanceof Arg.Named(var key))
        marked =
            marked.failing(
                key.substring("fact.".length()),
                "tracking.step.law-says",
                Text.literal(explanations.render(reason, locale).text()));
    return marked;
  }

  private static Form form(Map<String, List<String>> values) {
    var arrays = new HashMap<String, String[]>();
    values.forEach((name, given) -> arrays.put(name, given.toArray(String[]::new)));
    return Form.of(arrays);
  }
}
