package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.AgencyActs;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Ground where every device of an agency is known to fall silent. Officers see it; the head of the
 * bureau approves it and ends it.
 */
@Controller
class HouseDeadZonePages {
  static final String PATH = "/console/dead-zones";

  private final HouseDeadZones zones;
  private final AgencyActs agencyActs;
  private final Jurisdiction jurisdiction;
  private final Countryside countryside;

  HouseDeadZonePages(
      HouseDeadZones zones,
      AgencyActs agencyActs,
      Jurisdiction jurisdiction,
      Countryside countryside) {
    this.zones = zones;
    this.agencyActs = agencyActs;
    this.jurisdiction = jurisdiction;
    this.countryside = countryside;
  }

  @GetMapping(PATH)
  String page(Model model, Locale locale) {
    Form form =
        Form.empty()
            .with("source", GroundInput.Source.DRAWN.name())
            .with("shape", AreaDrawing.Shape.POLYGON.name())
            .with("datum", Datum.WGS_84.name());
    return show(form, model, locale);
  }

  @PostMapping(PATH)
  String approve(
      HttpServletRequest request, HttpServletResponse response, Model model, Locale locale)
      throws IOException {
    Actor head = head();
    FormReader reader = Form.of(request.getParameterMap()).read("fact");
    String name = reader.text("name", 120);
    OptionalLong minutes = reader.wholeNumber("longestMinutes", 1, 720);
    Optional<GroundInput> ground = GroundInput.read(request, reader, countryside, false);
    if (reader.failed() || ground.isEmpty() || minutes.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      Form form =
          ground
              .map(read -> reader.form().with(GroundInput.READY, GroundForm.write(read.area())))
              .orElse(reader.form());
      return show(form, model, locale);
    }
    zones.approve(
        jurisdiction.custody(head),
        name,
        ground.get().area(),
        Duration.ofMinutes(minutes.getAsLong()),
        ground.get().licence(),
        head);
    return "redirect:" + PATH;
  }

  @PostMapping(PATH + "/end")
  String end(HttpServletRequest request) {
    Actor head = head();
    AgencyId agency = jurisdiction.custody(head);
    UUID zone =
        zones.of(agency).stream()
            .map(HouseDeadZones.House::id)
            .filter(id -> id.toString().equals(request.getParameter("zone")))
            .findFirst()
            .orElseThrow(NotFound::new);
    zones.end(agency, zone, head);
    return "redirect:" + PATH;
  }

  private Actor head() {
    Actor actor = Present.actor();
    if (!agencyActs.unable(jurisdiction.custody(actor), actor).isEmpty())
      throw new Refused("tracking.house.head");
    return actor;
  }

  private String show(Form form, Model model, Locale locale) {
    Actor actor = Present.actor();
    List<HouseDeadZones.House> known = zones.of(jurisdiction.custody(actor));
    model.addAttribute("zones", known);
    model.addAttribute("map", map(known, locale));
    model.addAttribute("form", form);
    model.addAttribute("sources", ZoneViews.sources(false));
    model.addAttribute("shapes", Option.of(AreaDrawing.Shape.class, "tracking.zone.shape"));
    model.addAttribute("data", Option.of(Datum.class, "choice"));
    model.addAttribute("mayAct", actor.headsBureau());
    return "tracking/house";
  }

  private MapDrawing map(List<HouseDeadZones.House> known, Locale locale) {
    var corners = new ArrayList<Wgs84Point>();
    for (HouseDeadZones.House zone : known)
      corners.addAll(MapDrawing.corners(zone.area().bounds()));
    for (Countryside.Feature place : countryside.places())
      place.polygons().forEach(polygon -> corners.addAll(polygon.outline()));
    if (corners.isEmpty()) corners.addAll(MapDrawing.corners(ZoneViews.COUNTRY));
    var map = MapDrawing.around(corners, 2_000).countryside(countryside, locale);
    known.forEach(zone -> map.area(ZoneKind.SILENT.css(), GroundForm.outlines(zone.area())));
    return map.drawn();
  }
}
