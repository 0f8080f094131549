package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Known;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.SealedRecords;
import org.smartcorrection.platform.casework.Suggestions;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.Consequence;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one form of every official act, made from the act's definition. */
@Controller
class ActFormPage {
  private static final int LONGEST_REASON = 2000;

  private final CaseAccess access;
  private final SealedRecords sealed;
  private final PossibleActs possible;
  private final Casework casework;
  private final Instances instances;
  private final Agencies agencies;
  private final KeptForms kept;
  private final KnownRows known;
  private final Suggestions suggestions;
  private final CaseWhys whys;
  private final RecordingUploads recordings;
  private final Hosts hosts;
  private final CommitteeOptions committee;
  private final CommitteeSays says;
  private final Law law;
  private final Clock clock;

  ActFormPage(
      CaseAccess access,
      SealedRecords sealed,
      PossibleActs possible,
      Casework casework,
      Instances instances,
      Agencies agencies,
      KeptForms kept,
      KnownRows known,
      Suggestions suggestions,
      CaseWhys whys,
      RecordingUploads recordings,
      Hosts hosts,
      CommitteeOptions committee,
      CommitteeSays says,
      Law law,
      Clock clock) {
    this.access = access;
    this.sealed = sealed;
    this.possible = possible;
    this.casework = casework;
    this.instances = instances;
    this.agencies = agencies;
    this.kept = kept;
    this.known = known;
    this.suggestions = suggestions;
    this.whys = whys;
    this.recordings = recordings;
    this.hosts = hosts;
    this.committee = committee;
    this.says = says;
    this.law = law;
    this.clock = clock;
  }

  /** Everything that a request for this form is about. */
  private record Asked(
      OpenedCase opened, PossibleAct possible, @Nullable Running running, Act act, ActForm form) {}

  @GetMapping("/console/cases/{id}/acts/{procedure}/{type}")
  String form(
      @PathVariable String id,
      @PathVariable String procedure,
      @PathVariable String type,
      @RequestParam @Nullable String instance,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Asked asked = asked(id, procedure, type, instance, request);
    Form form =
        kept.take(request)
            .map(waiting -> Form.of(arrays(waiting.values())))
            .orElseGet(() -> asked.form().proposed(before(asked), known(asked)));
    // a link may have chosen already what is to be deliberated, and when
    for (String chosen : List.of("matter", "meeting"))
      if (request.getParameter(chosen) != null)
        form = form.with(chosen, request.getParameter(chosen));
    return show(model, asked, form, List.of(), List.of(), locale);
  }

  private List<Known> known(Asked asked) {
    return known.open(asked.opened(), asked.running(), asked.act());
  }

  /** What the run has stated so far; an unset plan takes the agency's own frequency (M13). */
  private Facts before(Asked asked) {
    int everyDays =
        law.rules(asked.opened().in().agency())
            .at(LegalCalendar.legalDay(clock.instant()))
            .rule("M13")
            .number("everyDays");
    Facts usual = Facts.NONE.count("everyDays", everyDays);
    return asked.running() == null ? usual : usual.with(asked.running().facts());
  }

  @PostMapping("/console/cases/{id}/acts/{procedure}/{type}")
  String perform(
      @PathVariable String id,
      @PathVariable String procedure,
      @PathVariable String type,
      @RequestParam @Nullable String instance,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    Asked asked = asked(id, procedure, type, instance, request);
    FormReader reader = Form.of(request.getParameterMap()).read("fact");
    Facts facts = asked.form().read(reader);
    var at = reader.instantIfAny("occurredAt");
    String reason = reader.textIfAny("overrideReason", LONGEST_REASON);
    List<Upload> uploads =
        Uploads.read(
            request, asked.form().papers().stream().map(ActForm.Paper::kind).toList(), reader);
    List<UUID> talks = recordings.read(asked.opened(), reader);
    @Nullable UUID ground = ground(asked, reader);
    if (reader.failed() || !asked.possible().open()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(model, asked, reader.form(), List.of(), List.of(), locale);
    }
    PerformAct command = command(asked, facts).withDocuments(uploads).withRecordings(talks);
    if (at.isPresent()) command = command.occurring(at.get());
    if (ground != null) command = command.restingOn(ground);
    if (!reason.isEmpty()) command = command.overriding(reason);
    return switch (casework.perform(command)) {
      case Result.Recorded recorded ->
          "redirect:"
              + after(asked.opened(), recorded)
              + "?done="
              + recorded.act().number()
              + "#acts";
      case Result.NeedsReason(var warnings) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Form form = reader.form().failing("overrideReason", "desk.form.reason-needed");
        yield show(model, asked, form, warnings, List.of(), locale);
      }
      case Result.Refused(var reasons) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Form form = LawSays.beside(reader.form(), reasons, law, locale);
        yield show(model, asked, form, List.of(), reasons, locale);
      }
    };
  }

  /** Where the actor goes on: with the act the case may have become theirs. */
  private String after(OpenedCase opened, Result.Recorded recorded) {
    // whoever sealed the record has it no more, unless they keep the sealed ones
    if (recorded.act().type().equals("RecordSealed") && !sealed.keeps(opened.actor()))
      return "/console/people";
    boolean theirs =
        opened.answering() != null && recorded.in().agency().equals(opened.actor().agency().id());
    return theirs ? "/console/cases/" + opened.in().id() : opened.home();
  }

  private static PerformAct command(Asked asked, Facts facts) {
    return asked.running() == null
        ? PerformAct.opening(
            asked.opened().in().id(),
            asked.possible().procedure(),
            asked.act().type(),
            facts,
            asked.opened().actor())
        : PerformAct.in(asked.running(), asked.act().type(), facts, asked.opened().actor());
  }

  /** The alarm or other run that carries the act; it must be one of those that can. */
  private static @Nullable UUID ground(Asked asked, FormReader reader) {
    if (!asked.possible().needsGround()) return null;
    String chosen = reader.form().value("restsOn");
    return asked.possible().grounds().stream()
        .map(PossibleAct.Ground::instance)
        .filter(known -> known.toString().equals(chosen))
        .findFirst()
        .orElseGet(
            () -> {
              reader.failing("restsOn", "desk.form.ground-needed");
              return null;
            });
  }

  private Asked asked(
      String id,
      String procedure,
      String type,
      @Nullable String instance,
      HttpServletRequest request) {
    OpenedCase opened = access.openToAct(CaseId.of(id), request, "case");
    @Nullable UUID run = instance == null ? null : uuid(instance);
    PossibleAct act = possible.find(opened, procedure, type, run).orElseThrow(NotFound::new);
    @Nullable Running running = run == null ? null : instances.find(run).orElseThrow(NotFound::new);
    Act defined =
        law.definition(opened.in().agency(), procedure, running, clock.instant())
            .act(type)
            .orElseThrow(NotFound::new);
    return new Asked(opened, act, running, defined, new ActForm(procedure, defined));
  }

  private String show(
      Model model,
      Asked asked,
      Form form,
      List<Reason> warnings,
      List<Reason> refusals,
      Locale locale) {
    OpenedCase opened = asked.opened();
    model.addAttribute("form", form);
    model.addAttribute("case", opened.in());
    model.addAttribute("home", opened.home());
    model.addAttribute(
        "back", opened.answering() == null ? opened.home() + "/acts" : opened.home());
    model.addAttribute("who", Who.of(opened.summary(), opened.person(), locale));
    model.addAttribute("act", asked.possible());
    model.addAttribute(
        "basis", asked.act().rules().stream().map(rule -> Basis.of(rule, law, locale)).toList());
    model.addAttribute("fields", asked.form().fields(lists(opened, locale), known(asked)));
    model.addAttribute(
        "known",
        known.firm(opened, asked.running(), asked.act(), command(asked, Facts.NONE), locale));
    model.addAttribute("brings", asked.act().brings().stream().map(Consequence::act).toList());
    model.addAttribute("papers", asked.form().papers());
    model.addAttribute("recordings", recordings.rows(opened, form.values(RecordingUploads.FIELD)));
    model.addAttribute("largest", recordings.largest());
    model.addAttribute(
        "grounds",
        asked.possible().grounds().stream()
            .map(ground -> new Option(ground.instance().toString(), ground.label()))
            .toList());
    model.addAttribute("warnings", LawSays.rendered(warnings, law, locale));
    model.addAttribute("refusals", LawSays.rendered(refusals, law, locale));
    model.addAttribute(
        "asksReason", !warnings.isEmpty() || !form.value("overrideReason").isEmpty());
    model.addAttribute("grave", asked.act().refuses());
    model.addAttribute("approval", approval(asked, locale));
    model.addAttribute(
        "counsel", says.of(opened.in().id(), asked.act().type(), asked.running()).orElse(null));
    return "desk/act-form";
  }

  /** Why this approval is needed, where the length of a leave decides on it. */
  private List<Line> approval(Asked asked, Locale locale) {
    @Nullable Running run = asked.running();
    return run != null && run.procedure().equals("leave") && run.state().equals("APPLIED")
        ? whys.leave(asked.opened().in(), run, locale)
        : List.of();
  }

  private Map<String, List<Option>> lists(OpenedCase opened, Locale locale) {
    List<Option> offices =
        agencies.below(opened.in().agency()).stream()
            .map(office -> new Option(office.id().toString(), Text.literal(office.name(locale))))
            .toList();
    List<Option> regions =
        suggestions.of("regions").stream()
            .map(region -> new Option(region.value(), Text.literal(region.name(locale))))
            .toList();
    List<Option> agencies =
        hosts.possible(opened.in().agency()).stream()
            .map(agency -> new Option(agency.id().toString(), Text.literal(agency.name(locale))))
            .toList();
    var lists = new HashMap<>(committee.of(opened, locale));
    lists.putAll(Map.of("office", offices, "regions", regions, Hosts.FACT, agencies));
    return lists;
  }

  static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }

  private static Map<String, String[]> arrays(Map<String, List<String>> values) {
    var arrays = new HashMap<String, String[]>();
    values.forEach((name, given) -> arrays.put(name, given.toArray(String[]::new)));
    return arrays;
  }
}
