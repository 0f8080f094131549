package org.smartcorrection.platform.tracking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Outward;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.shell.Text;
import tools.jackson.databind.JsonNode;

/**
 * Reads borders out of one file: many features of GeoJSON, each with code and name among its
 * properties; or one border of any format, whose code and name are typed.
 */
final class BoundaryFile {
  /** A zone with more corners is a burden for each act that sets it. */
  static final int MOST_CORNERS = 5_000;

  private static final int MOST_PROBLEMS = 20;
  private static final int LONGEST_NAME = 120;

  private final Said said;
  private final List<Boundaries.Read> read = new ArrayList<>();
  private final List<Text> problems = new ArrayList<>();
  private final Set<String> codes = new HashSet<>();

  /** What the form says of all borders of a file. */
  record Said(LocalDate validFrom, Datum datum, String origin, String licence) {}

  /**
   * What became of a file: nothing of it is kept while anything is wrong.
   *
   * @param problems the first of them
   */
  record Outcome(List<Boundaries.Read> read, List<Text> problems) {}

  private BoundaryFile(Said said) {
    this.said = said;
  }

  /** The one border of a file. */
  static Outcome one(byte[] file, String code, String name, Said said) {
    var reading = new BoundaryFile(said);
    reading.add(1, code, name, AreaDrawing.ofFile(file, said.datum()));
    return reading.outcome();
  }

  /** Each feature of a collection. */
  static Outcome many(byte[] file, String codeField, String nameField, Said said) {
    var reading = new BoundaryFile(said);
    features(file)
        .ifPresentOrElse(
            features -> reading.addAll(features, codeField, nameField),
            () -> reading.problem(Text.of("tracking.boundary.no-collection")));
    return reading.outcome();
  }

  private static Optional<JsonNode> features(byte[] file) {
    try {
      JsonNode features = Json.read(file, JsonNode.class).path("features");
      return Optional.of(features).filter(list -> list.isArray() && !list.isEmpty());
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }

  private void addAll(JsonNode features, String codeField, String nameField) {
    int number = 0;
    for (JsonNode feature : features) {
      number++;
      JsonNode properties = feature.path("properties");
      AreaDrawing drawing =
          switch (GeoJson.read(feature.toString(), said.datum()::wgs84)) {
            case GeoJson.Reading.Polygons(var polygons) -> AreaDrawing.checked(polygons);
            case GeoJson.Reading.Unreadable(var fault) ->
                AreaDrawing.Wrong.of("tracking.area.file." + fault.name());
          };
      add(
          number,
          properties.path(codeField).asString("").strip(),
          properties.path(nameField).asString("").strip(),
          drawing);
    }
  }

  private void add(int number, String code, String name, AreaDrawing drawing) {
    if (!Boundary.isCode(code)) problem(Text.of("tracking.boundary.no-code", number));
    else if (!codes.add(code)) problem(Text.of("tracking.boundary.twice", code));
    else if (name.isEmpty() || name.length() > LONGEST_NAME)
      problem(Text.of("tracking.boundary.no-name", code));
    else
      switch (drawing) {
        case AreaDrawing.Drawn(PolygonArea area) -> read.add(kept(code, name, area));
        case AreaDrawing.Drawn _ ->
            problem(
                Text.of("tracking.boundary.unreadable", code, Text.of("tracking.area.no-file")));
        case AreaDrawing.Wrong(var key, var arguments) ->
            problem(
                Text.of("tracking.boundary.unreadable", code, Text.of(key, arguments.toArray())));
      }
  }

  private Boundaries.Read kept(String code, String name, PolygonArea area) {
    Outward outward = Outward.of(area.polygons(), MOST_CORNERS);
    return new Boundaries.Read(
        new Boundary(
            code,
            0,
            name,
            said.validFrom(),
            Outward.corners(outward.polygons()),
            outward.toleranceMetres(),
            said.datum(),
            said.origin(),
            said.licence()),
        GeoJson.write(outward.polygons()));
  }

  private void problem(Text text) {
    if (problems.size() < MOST_PROBLEMS) problems.add(text);
  }

  private Outcome outcome() {
    return problems.isEmpty()
        ? new Outcome(List.copyOf(read), List.of())
        : new Outcome(List.of(), List.copyOf(problems));
  }
}
