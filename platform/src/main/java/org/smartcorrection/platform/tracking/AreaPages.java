package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.access.KeptForms;
import org.smartcorrection.platform.casework.Casework;
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
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/** Where a person may be: chosen, drawn or imported, each with its legal basis (CCL 27, M17). */
@Controller
class AreaPages {
  private static final BoundingBox COUNTRY = new BoundingBox(18, 73, 54, 135);

  private final AlarmAccess access;
  private final Areas areas;
  private final Countryside countryside;
  private final Instances instances;
  private final Casework casework;
  private final Law law;
  private final KeptForms kept;

  AreaPages(
      AlarmAccess access,
      Areas areas,
      Countryside countryside,
      Instances instances,
      Casework casework,
      Law law,
      KeptForms kept) {
    this.access = access;
    this.areas = areas;
    this.countryside = countryside;
    this.instances = instances;
    this.casework = casework;
    this.law = law;
    this.kept = kept;
  }

  /** Where a border comes from. */
  enum Source {
    LISTED,
    DRAWN,
    IMPORTED
  }

  @GetMapping("/console/cases/{id}/area")
  String page(@PathVariable String id, HttpServletRequest request, Model model, Locale locale) {
    var opened = access.open(CaseId.of(id), request, "case");
    Form form = kept.take(request).map(waiting -> form(waiting.values())).orElse(proposed());
    return show(opened, form, List.of(), model, locale);
  }

  private Form proposed() {
    Source source = countryside.places().isEmpty() ? Source.DRAWN : Source.LISTED;
    return Form.empty()
        .with("basis", LegalBasis.PLACE_OF_EXECUTION.name())
        .with("source", source.name())
        .with("datum", AreaDrawing.Datum.WGS_84.name());
  }

  @PostMapping("/console/cases/{id}/area")
  String set(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale)
      throws IOException {
    var opened = access.open(CaseId.of(id), request, "case");
    FormReader reader = Form.of(request.getParameterMap()).read("fact");
    String name = reader.text("name", 120);
    Optional<LegalBasis> basis = reader.choice("basis", LegalBasis.class);
    Optional<Source> source = reader.choice("source", Source.class);
    Optional<AreaDrawing.Datum> datum = reader.choice("datum", AreaDrawing.Datum.class);
    if (basis.isPresent() && source.isPresent() && datum.isPresent()) {
      String geometry = geometry(source.get(), datum.get(), request, reader);
      Facts facts =
          dates(basis.get(), reader)
              .text("name", name)
              .text("geometry", geometry)
              .choice("basis", basis.get())
              .choice("source", source.get())
              // what is drawn or listed here is the platform's own
              .choice(
                  "datum",
                  source.get() == Source.IMPORTED ? datum.get() : AreaDrawing.Datum.WGS_84);
      if (!reader.failed())
        return perform(opened, set(opened, facts), reader, response, model, locale);
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(opened, reader.form(), List.of(), model, locale);
  }

  @PostMapping("/console/cases/{id}/area/end")
  String end(
      @PathVariable String id,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    var opened = access.open(CaseId.of(id), request, "case");
    FormReader reader = Form.of(request.getParameterMap()).read("fact");
    String reason = reader.text("reason", 2000);
    Running area = area(opened, reader.form().value("instance"));
    if (reader.failed()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return show(opened, reader.form(), List.of(), model, locale);
    }
    PerformAct command =
        PerformAct.in(area, "AreaEnded", Facts.NONE.text("reason", reason), opened.actor());
    return perform(opened, command, reader, response, model, locale);
  }

  private String perform(
      AlarmAccess.Opened opened,
      PerformAct command,
      FormReader reader,
      HttpServletResponse response,
      Model model,
      Locale locale) {
    List<Reason> reasons =
        switch (casework.perform(command)) {
          case Result.Recorded _ -> List.of();
          case Result.NeedsReason(var warnings) -> warnings;
          case Result.Refused(var refusals) -> refusals;
        };
    if (reasons.isEmpty()) return "redirect:/console/cases/" + opened.in().id() + "/area";
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return show(opened, reader.form(), reasons, model, locale);
  }

  /** The place of execution is one and is set anew; every other permission stands by itself. */
  private PerformAct set(AlarmAccess.Opened opened, Facts facts) {
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

  private static Facts dates(LegalBasis basis, FormReader reader) {
    if (!basis.temporary()) return Facts.NONE;
    var from = reader.date("permittedFrom");
    var until = reader.date("permittedUntil");
    if (from.isEmpty() || until.isEmpty()) return Facts.NONE;
    if (until.get().isBefore(from.get()))
      reader.failing("permittedUntil", "tracking.area.until-before-from");
    return Facts.NONE.day("permittedFrom", from.get()).day("permittedUntil", until.get());
  }

  /** The border as it is recorded; empty when something is wrong with it, which the form says. */
  private String geometry(
      Source source, AreaDrawing.Datum datum, HttpServletRequest request, FormReader reader)
      throws IOException {
    String field =
        switch (source) {
          case LISTED -> "listed";
          case DRAWN -> "corners";
          case IMPORTED -> "file";
        };
    AreaDrawing drawing =
        switch (source) {
          case LISTED ->
              countryside
                  .place(reader.form().value("listed"))
                  .map(place -> AreaDrawing.checked(place.polygons()))
                  .orElse(AreaDrawing.Wrong.of("tracking.area.not-listed"));
          case DRAWN -> AreaDrawing.ofCorners(reader.form().value("corners"));
          case IMPORTED ->
              file(request)
                  .map(text -> AreaDrawing.ofGeoJson(text, datum))
                  .orElse(AreaDrawing.Wrong.of("tracking.area.no-file"));
        };
    return switch (drawing) {
      case AreaDrawing.Drawn(var polygons) -> GeoJson.write(polygons);
      case AreaDrawing.Wrong(var key, var arguments) -> {
        reader.failing(field, key, arguments.toArray());
        yield "";
      }
    };
  }

  private static Optional<String> file(HttpServletRequest request) throws IOException {
    var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
    MultipartFile file = multipart == null ? null : multipart.getFile("file");
    return file == null || file.isEmpty()
        ? Optional.empty()
        : Optional.of(new String(file.getBytes(), StandardCharsets.UTF_8));
  }

  private Running area(AlarmAccess.Opened opened, String instance) {
    return instances.ofCase(opened.in().id(), "area").stream()
        .filter(area -> area.id().toString().equals(instance))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private String show(
      AlarmAccess.Opened opened, Form form, List<Reason> reasons, Model model, Locale locale) {
    var explanations = law.explanations();
    List<Zone> zones = areas.zones(opened.in().person());
    model.addAttribute("case", opened.in());
    model.addAttribute("name", opened.person().name(locale));
    model.addAttribute("zones", zones);
    model.addAttribute("map", map(zones, locale));
    model.addAttribute("form", form);
    model.addAttribute(
        "reasons", reasons.stream().map(reason -> explanations.render(reason, locale)).toList());
    model.addAttribute("bases", Option.of(LegalBasis.class, "choice"));
    model.addAttribute("sources", sources());
    model.addAttribute("data", Option.of(AreaDrawing.Datum.class, "choice"));
    model.addAttribute(
        "places",
        countryside.places().stream()
            .map(place -> new Option(place.id(), Text.literal(place.name(locale))))
            .toList());
    model.addAttribute("mayAct", opened.actor().role().supervises());
    return "tracking/area";
  }

  private List<Option> sources() {
    return Option.of(Source.class, "choice").stream()
        .filter(option -> !option.value().equals("LISTED") || !countryside.places().isEmpty())
        .toList();
  }

  private MapDrawing map(List<Zone> zones, Locale locale) {
    var corners = new ArrayList<Wgs84Point>();
    for (Zone zone : zones)
      if (!zone.polygons().isEmpty())
        corners.addAll(MapDrawing.corners(PolygonArea.of(zone.polygons()).bounds()));
    if (corners.isEmpty())
      for (Countryside.Feature place : countryside.places())
        corners.addAll(MapDrawing.corners(PolygonArea.of(place.polygons()).bounds()));
    if (corners.isEmpty()) corners.addAll(MapDrawing.corners(COUNTRY));
    var map = MapDrawing.around(corners, 2_000);
    zones.forEach(zone -> map.area("area", zone.polygons()));
    return map.countryside(countryside.features(), locale).drawn();
  }

  private static Form form(Map<String, List<String>> values) {
    var arrays = new HashMap<String, String[]>();
    values.forEach((name, given) -> arrays.put(name, given.toArray(String[]::new)));
    return Form.of(arrays);
  }
}
