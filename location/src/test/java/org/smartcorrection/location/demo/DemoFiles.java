package org.smartcorrection.location.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.smartcorrection.location.Wgs84Point;

/** Writes the drawing and the replays as the files that the demo reads. */
final class DemoFiles {
  private DemoFiles() {}

  /** Writes both files into the folder given. */
  public static void main(String[] args) throws IOException {
    Path demo = Path.of(args[0]);
    Files.writeString(demo.resolve("district.geojson"), district(new DistrictDrawing()));
    Files.writeString(demo.resolve("scenario.json"), scenario());
  }

  static String district(DistrictDrawing drawing) {
    var features = new ArrayList<String>();
    drawing
        .areas()
        .forEach(
            (id, ring) -> features.add(feature(id, kind(id), "Polygon", "[" + points(ring) + "]")));
    drawing
        .lines()
        .forEach((id, line) -> features.add(feature(id, kind(id), "LineString", points(line))));
    return """
    {"type":"FeatureCollection",
    "about":{"fictitious":true,"datum":"WGS-84","licence":"Apache-2.0","note":"Every place is invented and drawn for the demonstration; nothing here is where a map would show it."},
    "features":[
    %s
    ]}
    """
        .formatted(String.join(",\n", features));
  }

  static String scenario() {
    var replays = new ArrayList<String>();
    for (Replay replay : Replay.ALL) {
      replays.add(
          String.format(
              Locale.ROOT,
              """
                {"id": "%s",
                 "recording": "recordings/%s",
                 "anchor": {"latitude": %.7f, "longitude": %.7f},
                 "rotationDegrees": %.1f,
                 "speedup": %.1f,
                 "accuracyMetres": %.1f,
                 "leavesDistrict": %b}\
              """,
              replay.id(),
              replay.recording(),
              replay.anchor().latitude(),
              replay.anchor().longitude(),
              replay.turnedClockwise(),
              replay.speedup(),
              replay.accuracyMetres(),
              replay.leavesDistrict()));
    }
    return """
    {"about": "Real movements, re-timed and re-anchored on an invented district: homes, roads and people are invented. rotationDegrees turns clockwise; the anchor is the first point.",
     "datum": "WGS-84",
     "source": "GNSS",
     "permittedArea": "district",
     "replays": [
    %s
     ]}
    """
        .formatted(String.join(",\n", replays));
  }

  private static String feature(String id, String kind, String type, String coordinates) {
    String[] names = name(id).split("\\|", -1);
    return """
    {"type":"Feature","id":"%s","properties":{"kind":"%s","name_en":"%s","name_zh":"%s","fictitious":true},"geometry":{"type":"%s","coordinates":%s}}\
    """
        .formatted(id, kind, names[0], names[1], type, coordinates);
  }

  private static String name(String id) {
    return ResourceBundle.getBundle("org.smartcorrection.location.demo.names", Locale.ROOT)
        .getString(id);
  }

  private static String kind(String id) {
    return switch (id) {
      case "district" -> "district";
      case "urban-area" -> "urban-area";
      case "baishi" -> "county";
      case "river" -> "river";
      case "wanbai-road", "qingyun-road" -> "road";
      default -> "town";
    };
  }

  private static String points(List<Wgs84Point> points) {
    return points.stream()
        .map(p -> String.format(Locale.ROOT, "[%.7f,%.7f]", p.longitude(), p.latitude()))
        .reduce((a, b) -> a + "," + b)
        .map(all -> "[" + all + "]")
        .orElseThrow();
  }
}
