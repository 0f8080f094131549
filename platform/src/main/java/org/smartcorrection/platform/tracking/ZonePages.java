package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where a person may, must not and has to be, on one page: each zone chosen, drawn, typed or
 * imported, with its legal basis, and with what is odd about it before it is set.
 */
@Controller
class ZonePages {
  private final AlarmAccess access;
  private final Areas areas;
  private final Countryside countryside;
  private final ChosenBoundary chosen;
  private final Instances instances;
  private final Casework casework;
  private final ProtectedGround protectedGround;
  private final ZoneWarnings warnings;
  private final ZoneViews views;
  private final KeptForms kept;

  ZonePages(
      AlarmAccess access,
      Areas areas,
      Countryside countryside,
      ChosenBoundary chosen,
      Instances instances,
      Casework casework,
      ProtectedGround protectedGround,
      ZoneWarnings warnings,
      ZoneViews views,
      KeptForms kept) {
    this.access = access;
    this.areas = areas;
    this.countryside = countryside;
    this.chosen = chosen;
    this.instances = instances;
    this.casework = casework;
    this.protectedGround = protectedGround;
    this.warnings = warnings;
    this.views = views;
    this.kept = kept;
  }

  @GetMapping("/console/cases/{id}/area")
  String page(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
    var opened = access.open(CaseId.of(id), request, "zones");
    Form asked = Form.of(request.getParameterMap());
    Form form =
        kept.take(request)
            .map(waiting -> ZoneForms.form(waiting.values()))
            .orElseGet(() -> ZoneForms.proposed(asked, zone(opened, asked), areas, countryside));
    return views.show(opened, form, ZoneViews.Trouble.NONE, model, locale);
  }

  /** The zone that is to be set anew, if there is one. */
  private @Nullable Running zone(AlarmAccess.Opened opened, Form form) {
    return form.value("instance").isEmpty() ? null : run(opened, form.value("instance"));
  }

  @PostMapping("/console/cases/{id}/area")
  String set(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale)
      throws IOException {
    var opened = access.open(CaseId.of(id), request, "zones");
    FormReader reader = Form.of(request.getParameterMap()).read("fact");
    Optional<ZoneKind> kind = reader.choiceIfAny("kind", ZoneKind.class);
    @Nullable Running anew = zone(opened, reader.form());
    var odd = new ArrayList<ZoneWarnings.Warning>();
    Facts facts =
        kind.isPresent()
            ? facts(opened, kind.get(), anew, request, reader, odd)
            : permitted(opened, request, reader, odd);
    if (reader.failed())
      return again(opened, reader.form(), ZoneViews.Trouble.NONE, response, model, locale);
    if (!ZoneViews.seen(reader.form(), odd)) {
      Form ready = reader.form().with(GroundInput.READY, facts.said("geometry"));
      return again(opened, ready, ZoneViews.Trouble.odd(odd), response, model, locale);
    }
    PerformAct command =
        kind.map(of -> set(opened, of, anew, facts)).orElseGet(() -> permit(opened, facts));
    return perform(opened, command, reader, response, model, locale);
  }

  private Facts permitted(
      AlarmAccess.Opened opened,
      HttpServletRequest request,
      FormReader reader,
      List<ZoneWarnings.Warning> odd)
      throws IOException {
    Facts facts = ZoneFacts.permitted(reader);
    if (reader.form().value("source").equals(ChosenBoundary.SOURCE))
      return chosen.read(reader).map(facts::with).orElse(facts);
    Optional<GroundInput> ground = GroundInput.read(request, reader, countryside, true);
    if (ground.isEmpty()) return facts;
    odd.addAll(warnings.datum(opened.in().person(), ground.get()));
    return facts.with(ground.get().facts());
  }

  private Facts facts(
      AlarmAccess.Opened opened,
      ZoneKind kind,
      @Nullable Running anew,
      HttpServletRequest request,
      FormReader reader,
      List<ZoneWarnings.Warning> odd)
      throws IOException {
    Facts facts = ZoneFacts.of(kind, reader);
    if (kind == ZoneKind.PROTECTED) {
      var before =
          Optional.ofNullable(anew)
              .flatMap(run -> GroundForm.read(run.facts().said(kind.ground())));
      facts = facts.with(protectedGround.read(reader, facts, before));
    } else {
      Optional<GroundInput> ground = GroundInput.read(request, reader, countryside, false);
      if (ground.isPresent()) {
        odd.addAll(warnings.datum(opened.in().person(), ground.get()));
        facts = facts.with(ground.get().facts());
      }
    }
    if (reader.failed()) return facts;
    UUID instance = anew == null ? new UUID(0, 0) : anew.id();
    odd.addAll(warnings.of(opened.in().person(), kind, instance, facts));
    return facts;
  }

  private static PerformAct set(
      AlarmAccess.Opened opened, ZoneKind kind, @Nullable Running anew, Facts facts) {
    return anew == null
        ? PerformAct.opening(opened.in().id(), kind.procedure(), kind.sets(), facts, opened.actor())
        : PerformAct.in(anew, kind.sets(), facts, opened.actor());
  }

  /** The place of execution is one and is set anew; every other permission stands by itself. */
  private PerformAct permit(AlarmAccess.Opened opened, Facts facts) {
    boolean place = facts.said("basis").equals(LegalBasis.PLACE_OF_EXECUTION.name());
    Optional<Running> before =
        instances.ofCase(opened.in().id(), "area").stream()
            .filter(area -> place && area.state().equals("SET"))
            .filter(area -> area.facts().said("basis").equals(facts.said("basis")))
            .findFirst();
    return before
        .map(area -> PerformAct.in(area, "AreaSet", facts, opened.actor()))
        .orElseGet(
            () -> PerformAct.opening(opened.in().id(), "area", "AreaSet", facts, opened.actor()));
  }

  @PostMapping("/console/cases/{id}/area/end")
  String end(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    var opened = access.open(CaseId.of(id), request, "zones");
    FormReader reader = Form.of(request.getParameterMap()).read("fact");
    String reason = reader.text("reason", 2000);
    Running zone = run(opened, reader.form().value("instance"));
    if (reader.failed())
      return again(opened, reader.form(), ZoneViews.Trouble.NONE, response, model, locale);
    Optional<ZoneKind> kind = ZoneKind.of(zone.procedure());
    PerformAct command =
        PerformAct.in(
            zone,
            kind.map(ZoneKind::ends).orElse("AreaEnded"),
            Facts.NONE.text(kind.map(ZoneKind::because).orElse("reason"), reason),
            opened.actor());
    return perform(opened, command, reader, response, model, locale);
  }

  private String perform(
      AlarmAccess.Opened opened,
      PerformAct command,
      FormReader reader,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    String override = reader.textIfAny("overrideReason", 2000);
    PerformAct complete = override.isEmpty() ? command : command.overriding(override);
    return switch (casework.perform(complete)) {
      case Result.Recorded _ -> "redirect:/console/cases/" + opened.in().id() + "/area";
      case Result.NeedsReason(var reasons) -> {
        Form form = reader.form().failing("overrideReason", "tracking.step.reason-needed");
        yield refused(opened, command, form, reasons, response, model, locale);
      }
      case Result.Refused(var reasons) ->
          refused(opened, command, reader.form(), reasons, response, model, locale);
    };
  }

  private String refused(
      AlarmAccess.Opened opened,
      PerformAct command,
      Form form,
      List<Reason> reasons,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    Form ready = form.with(GroundInput.READY, command.facts().said("geometry"));
    return again(opened, ready, ZoneViews.Trouble.law(reasons), response, model, locale);
  }

  private String again(
      AlarmAccess.Opened opened,
      Form form,
      ZoneViews.Trouble trouble,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return views.show(opened, form, trouble, model, locale);
  }

  private Running run(AlarmAccess.Opened opened, String instance) {
    return Stream.concat(Stream.of("area"), ZoneKind.procedures().stream())
        .flatMap(procedure -> instances.ofCase(opened.in().id(), procedure).stream())
        .filter(run -> run.id().toString().equals(instance))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
