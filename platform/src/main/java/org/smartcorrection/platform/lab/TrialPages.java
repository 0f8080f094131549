package org.smartcorrection.platform.lab;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.lab.Compared.Fate;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The replay lab: the head of the bureau proposes other figures of the rules of supervision, sees
 * what they would have asked of past tracks, and then publishes them or does not.
 */
@Controller
class TrialPages {
  private static final int PAGE = 20;
  private static final String PATH = "/console/lab";

  private final Trials trials;
  private final Asking asking;
  private final TrialForm forms;
  private final Findings findings;
  private final PublishTried publishing;
  private final AgencyActs agencyActs;
  private final Jurisdiction jurisdiction;
  private final Agencies agencies;
  private final Looks looks;
  private final KeptForms kept;

  TrialPages(
      Trials trials,
      Asking asking,
      TrialForm forms,
      Findings findings,
      PublishTried publishing,
      AgencyActs agencyActs,
      Jurisdiction jurisdiction,
      Agencies agencies,
      Looks looks,
      KeptForms kept) {
    this.trials = trials;
    this.asking = asking;
    this.forms = forms;
    this.findings = findings;
    this.publishing = publishing;
    this.agencyActs = agencyActs;
    this.jurisdiction = jurisdiction;
    this.agencies = agencies;
    this.looks = looks;
    this.kept = kept;
  }

  /** An alarm behind a number, and what was found of it. */
  record Row(UUID alarm, @Nullable Found found) {}

  @GetMapping(PATH)
  String all(
      @RequestParam @Nullable String before,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Form form = forms.fresh(forms.fields(agency()));
    for (var typed :
        kept.take(request).stream()
            .flatMap(waiting -> waiting.values().entrySet().stream())
            .toList()) form = form.with(typed.getKey(), typed.getValue().toArray(String[]::new));
    return show(form, id(before), request, model, locale);
  }

  @PostMapping(PATH)
  String ask(HttpServletRequest request, HttpServletResponse response, Model model, Locale locale) {
    Actor actor = Present.actor();
    AgencyId agency = agency();
    FormReader reader = Form.of(request.getParameterMap()).read("lab.field");
    Optional<TrialForm.Typed> typed = forms.read(reader, forms.fields(agency));
    if (typed.isPresent() && trials.isOpen(agency))
      reader.failing("reason", "lab.trial.one-at-a-time");
    if (reader.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(reader.form(), null, request, model, locale);
    }
    Trial trial = asking.ask(agency, typed.orElseThrow(), Sessions.purpose(request, actor), actor);
    return "redirect:" + PATH + "/" + trial.id();
  }

  @GetMapping(PATH + "/{id}")
  String trial(@PathVariable String id, Model model, Locale locale) {
    return show(mine(id), forms.toPublish(), model, locale);
  }

  @GetMapping(PATH + "/{id}/progress")
  String progress(@PathVariable String id, Model model, Locale locale) {
    show(mine(id), forms.toPublish(), model, locale);
    return "lab/trial :: progress";
  }

  @PostMapping(PATH + "/{id}/cancel")
  String cancel(@PathVariable String id) {
    Trial trial = mine(id);
    trials.end(trial.id(), Trial.State.CANCELLED);
    return "redirect:" + PATH + "/" + trial.id();
  }

  @PostMapping(PATH + "/{id}/publish")
  String publish(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Trial trial = mine(id);
    if (trial.state() != Trial.State.DONE) throw new NotFound();
    FormReader reader = Form.of(request.getParameterMap()).read("lab.field");
    var from = reader.date("from");
    String reason = reader.text("why", 1000);
    if (!reader.failed()) {
      List<Reason> against = publishing.publish(trial, from.orElseThrow(), reason, Present.actor());
      for (Reason one : against)
        reader.failing("from", "lab.publish.refused", Text.literal(publishing.words(one, locale)));
    }
    if (!reader.failed()) return "redirect:/console/numbers#acts";
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(trial, reader.form(), model, locale);
  }

  @GetMapping(PATH + "/{id}/cases")
  String cases(
      @PathVariable String id,
      @RequestParam String kind,
      @RequestParam String fate,
      @RequestParam @Nullable String before,
      HttpServletRequest request,
      Model model) {
    Trial trial = mine(id);
    Kind of = constant(Kind.values(), kind);
    Fate with = constant(Fate.values(), fate);
    @Nullable UUID from = id(before);
    Slice<UUID> page =
        trials.alarms(trial.id(), of, with, from == null ? null : from.toString(), PAGE);
    Map<UUID, Found> found = findings.of(page.rows());
    Actor actor = Present.actor();
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "list",
        found.values().stream().map(Found::person).distinct().toList());
    String address = PATH + "/" + trial.id() + "/cases?kind=" + of + "&fate=" + with;
    model.addAttribute("trial", trial);
    model.addAttribute("kind", of);
    model.addAttribute("fate", with);
    model.addAttribute(
        "rows", page.rows().stream().map(alarm -> new Row(alarm, found.get(alarm))).toList());
    model.addAttribute("first", before == null ? null : address);
    model.addAttribute("next", page.next() == null ? null : address + "&before=" + page.next());
    return "lab/trial-cases";
  }

  private String show(
      Form form, @Nullable UUID before, HttpServletRequest request, Model model, Locale locale) {
    AgencyId agency = agency();
    Slice<Trial> page = trials.of(agency, before == null ? null : before.toString(), PAGE);
    model.addAttribute("agency", agencies.get(agency).name(locale));
    model.addAttribute("fields", forms.fields(agency));
    model.addAttribute("form", form);
    model.addAttribute("most", TrialForm.MOST_DAYS);
    model.addAttribute("purpose", Sessions.purpose(request, Present.actor()).key());
    model.addAttribute("trials", page.rows());
    model.addAttribute("first", before == null ? null : PATH);
    model.addAttribute("next", page.next() == null ? null : PATH + "?before=" + page.next());
    return "lab/lab";
  }

  private String show(Trial trial, Form form, Model model, Locale locale) {
    model.addAttribute("agency", agencies.get(trial.agency()).name(locale));
    model.addAttribute("trial", trial);
    model.addAttribute(
        "report", TrialReport.of(trials.tallies(trial.id()), trials.found(trial.id())));
    model.addAttribute("form", form);
    return "lab/trial";
  }

  /** The agency whose head asks; a deputy or somebody else has nothing to try here. */
  private AgencyId agency() {
    Actor actor = Present.actor();
    AgencyId agency = jurisdiction.custody(actor);
    if (!agencyActs.unable(agency, actor).isEmpty()) throw new NotFound();
    return agency;
  }

  private Trial mine(String id) {
    @Nullable UUID named = id(id);
    if (named == null) throw new NotFound();
    AgencyId agency = agency();
    return trials
        .find(named)
        .filter(trial -> trial.agency().equals(agency))
        .orElseThrow(NotFound::new);
  }

  private static @Nullable UUID id(@Nullable String text) {
    if (text == null || text.isEmpty()) return null;
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }

  private static <E extends Enum<E>> E constant(E[] all, String name) {
    return Arrays.stream(all)
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
