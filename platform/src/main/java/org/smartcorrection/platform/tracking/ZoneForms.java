package org.smartcorrection.platform.tracking;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.AdministrativeArea;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.CorridorArea;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.LegalBasis;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.procedure.act.Fact;

/** What the form of a zone proposes before anybody types: what usually is, or what is set now. */
final class ZoneForms {
  /** A border with more corners is not typed. */
  private static final int MOST_TYPED = 400;

  private ZoneForms() {}

  /** A form that waited while somebody signed in again. */
  static Form form(Map<String, List<String>> values) {
    var arrays = new HashMap<String, String[]>();
    values.forEach((name, given) -> arrays.put(name, given.toArray(String[]::new)));
    return Form.of(arrays);
  }

  /**
   * The form of a kind of zone.
   *
   * @param asked names the kind
   * @param anew the zone that is to be set anew; {@code null} for a new one
   */
  static Form proposed(Form asked, @Nullable Running anew, Areas areas, Countryside countryside) {
    Optional<ZoneKind> kind = anew == null ? kind(asked) : ZoneKind.of(anew.procedure());
    GroundInput.Source source =
        kind.isPresent() || countryside.places().isEmpty()
            ? GroundInput.Source.DRAWN
            : GroundInput.Source.LISTED;
    Form form =
        Form.empty()
            .with("kind", kind.map(ZoneKind::name).orElse(""))
            .with("basis", LegalBasis.PLACE_OF_EXECUTION.name())
            .with("source", source.name())
            .with("shape", AreaDrawing.Shape.POLYGON.name())
            .with("onHolidays", ZoneFacts.OnHolidays.HOLIDAYS_AS_USUAL.name())
            .with("graceMinutes", "15")
            .with("datum", Datum.WGS_84.name());
    if (anew != null) return as(form, anew, kind);
    String code = asked.value(ChosenBoundary.FIELD);
    return code.isEmpty()
        ? form
        : form.with(ChosenBoundary.FIELD, code)
            .with("source", ChosenBoundary.SOURCE)
            .with("name", asked.value("name"));
  }

  static Optional<ZoneKind> kind(Form form) {
    return form.read("fact").choiceIfAny("kind", ZoneKind.class);
  }

  private static Form as(Form form, Running anew, Optional<ZoneKind> kind) {
    Facts facts = anew.facts();
    Form known = form.with("instance", anew.id().toString());
    for (Map.Entry<String, Fact> fact : facts.values().entrySet())
      if (!fact.getKey().equals("geometry"))
        known = known.with(fact.getKey(), Facts.plain(fact.getValue()));
    known = WeekInput.show(known, facts.said(WeekInput.FIELD));
    // the place of a protected person is kept nowhere, so it is not there to be shown
    if (kind.isPresent() && kind.get() == ZoneKind.PROTECTED) return known;
    return GroundForm.read(facts.said("geometry")).map(new Typed(known)::ground).orElse(known);
  }

  private record Typed(Form form) {
    /** Corners to be moved on the map, or the border as it is where there are too many. */
    Form ground(Area area) {
      Form ready = form.with(GroundInput.READY, GroundForm.write(area));
      return switch (area) {
        case CircleArea(var centre, var radius) ->
            drawn(ready, AreaDrawing.Shape.CIRCLE, List.of(List.of(centre)), radius);
        case CorridorArea corridor ->
            drawn(
                ready,
                AreaDrawing.Shape.CORRIDOR,
                List.of(corridor.route()),
                corridor.halfWidthMetres());
        case PolygonArea polygons -> polygons(ready, polygons.polygons());
        case AdministrativeArea(_, var ground) -> polygons(ready, ground.polygons());
      };
    }

    private static Form polygons(Form ready, List<Polygon> polygons) {
      List<List<Wgs84Point>> rings =
          polygons.stream()
              .<List<Wgs84Point>>mapMulti(
                  (polygon, more) -> {
                    more.accept(polygon.outline());
                    polygon.holes().forEach(more);
                  })
              .map(Typed::open)
              .toList();
      boolean typed = rings.stream().mapToInt(List::size).sum() <= MOST_TYPED;
      return typed ? drawn(ready, AreaDrawing.Shape.POLYGON, rings, 0) : ready;
    }

    /** A ring without its first corner again at the end. */
    private static List<Wgs84Point> open(List<Wgs84Point> ring) {
      boolean closed = ring.size() > 1 && ring.getFirst().equals(ring.getLast());
      return closed ? ring.subList(0, ring.size() - 1) : ring;
    }

    private static Form drawn(
        Form form, AreaDrawing.Shape shape, List<List<Wgs84Point>> rings, double metres) {
      String corners =
          rings.stream()
              .map(ring -> ring.stream().map(Typed::line).collect(Collectors.joining("\n")))
              .collect(Collectors.joining("\n\n"));
      return form.with("source", GroundInput.Source.DRAWN.name())
          .with("datum", Datum.WGS_84.name())
          .with("shape", shape.name())
          .with("metres", Long.toString(Math.round(metres)))
          .with("corners", corners);
    }

    private static String line(Wgs84Point corner) {
      return String.format(Locale.ROOT, "%.6f, %.6f", corner.longitude(), corner.latitude());
    }
  }
}
