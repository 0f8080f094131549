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
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Known;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.SealedRecords;
import org.smartcorrection.platform.committee.Tally;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Act;
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
  private final KeptForms kept;
  private final KnownRows known;
  private final RecordingUploads recordings;
  private final ActFormView view;
  private final Law law;
  private final Clock clock;

  ActFormPage(
      CaseAccess access,
      SealedRecords sealed,
      PossibleActs possible,
      Casework casework,
      Instances instances,
      KeptForms kept,
      KnownRows known,
      RecordingUploads recordings,
      ActFormView view,
      Law law,
      Clock clock) {
    this.access = access;
    this.sealed = sealed;
    this.possible = possible;
    this.casework = casework;
    this.instances = instances;
    this.kept = kept;
    this.known = known;
    this.recordings = recordings;
    this.view = view;
    this.law = law;
    this.clock = clock;
  }

  @GetMapping("/console/cases/{id}/acts/{procedure}/{type}")
  String form(
      @PathVariable String id,
      @PathVariable String procedure,
      @PathVariable String type,
      @RequestParam @Nullable String instance,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    AskedAct asked = asked(id, procedure, type, instance, request);
    Form form =
        kept.take(request)
            .map(waiting -> Form.of(arrays(waiting.values())))
            .orElseGet(() -> asked.form().proposed(before(asked), known(asked)));
    // a link may have chosen already what is to be deliberated, and when
    for (String chosen : List.of("matter", "meeting"))
      if (request.getParameter(chosen) != null)
        form = form.with(chosen, request.getParameter(chosen));
    return view.show(model, asked, form, List.of(), List.of(), locale);
  }

  private List<Known> known(AskedAct asked) {
    return known.open(asked.opened(), asked.running(), asked.act());
  }

  /** What the run has stated so far; an unset plan takes the agency's own frequency (M13). */
  private Facts before(AskedAct asked) {
    int everyDays =
        law.rules(asked.opened().in().agency())
            .at(LegalCalendar.legalDay(clock.instant()))
            .rule("M13")
            .number("everyDays");
    Facts usual = Facts.NONE.count("everyDays", everyDays);
    @Nullable Running run = asked.running();
    // a form for a vote must not be filled with the vote before it
    return run == null || run.procedure().equals(Tally.PROCEDURE) ? usual : usual.with(run.facts());
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
    AskedAct asked = asked(id, procedure, type, instance, request);
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
      return view.show(model, asked, reader.form(), List.of(), List.of(), locale);
    }
    PerformAct command = asked.command(facts).withDocuments(uploads).withRecordings(talks);
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
        yield view.show(model, asked, form, warnings, List.of(), locale);
      }
      case Result.Refused(var reasons) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        Form form = LawSays.beside(reader.form(), reasons, law, locale);
        yield view.show(model, asked, form, List.of(), reasons, locale);
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

  /** The alarm or other run that carries the act; it must be one of those that can. */
  private static @Nullable UUID ground(AskedAct asked, FormReader reader) {
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

  private AskedAct asked(
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
    return new AskedAct(opened, act, running, defined, new ActForm(procedure, defined));
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
