package org.smartcorrection.location.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.PermittedArea;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Outcome;
import org.smartcorrection.location.supervision.Reason;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Supervision;
import org.smartcorrection.location.supervision.SupervisionRules;
import org.smartcorrection.location.supervision.SupervisionState;
import org.smartcorrection.location.supervision.Terms;

class DemoTest {
  private static final Path DEMO = Path.of("..", "platform", "src", "main", "resources", "demo");
  private static final Instant NOW = Instant.parse("2026-09-29T00:10:00Z");
  private final DistrictDrawing drawing = new DistrictDrawing();

  @Test
  void the_files_of_the_demo_are_the_ones_that_are_drawn_here() throws IOException {
    assertEquals(DemoFiles.district(drawing), Files.readString(DEMO.resolve("district.geojson")));
    assertEquals(DemoFiles.scenario(), Files.readString(DEMO.resolve("scenario.json")));
  }

  @Test
  void every_drawn_area_is_sound_and_the_urban_area_lies_in_the_district() {
    PolygonArea district = drawing.area("district");
    for (Wgs84Point corner : drawing.outline("urban-area")) {
      assertTrue(district.signedDistanceMetres(corner) < -200);
    }
    for (String name : drawing.areas().keySet()) drawing.area(name);
    double across =
        new Wgs84Point(district.bounds().south(), district.bounds().west())
            .metresTo(new Wgs84Point(district.bounds().south(), district.bounds().east()));
    assertTrue(across > 14_000 && across < 18_000, () -> "across: " + across);
  }

  @Test
  void the_four_towns_together_are_the_district() {
    PolygonArea towns =
        PolygonArea.union(
            Stream.of("liutang", "dongli", "bailuzhou", "yunqiao").map(drawing::area).toList());
    PolygonArea district = drawing.area("district");
    for (double x = 100; x < 920; x += 13) {
      for (double y = 40; y < 680; y += 11) {
        Wgs84Point place = DistrictDrawing.place(x, y);
        assertEquals(district.signedDistanceMetres(place), towns.signedDistanceMetres(place), 0.05);
      }
    }
  }

  @Test
  void the_first_replay_leaves_the_urban_area_for_baishi_county_within_a_minute()
      throws IOException {
    Replay replay = Replay.ALL.getFirst();
    List<Fix> fixes = replay.fixes(DEMO, NOW);
    assertTrue(drawing.area("urban-area").contains(fixes.getFirst().point()));
    Fix crossed =
        fixes.stream()
            .filter(fix -> !drawing.area("district").contains(fix.point()))
            .findFirst()
            .orElseThrow();
    assertTrue(drawing.area("baishi").contains(crossed.point()));
    assertTrue(Duration.between(NOW, crossed.time()).toSeconds() < 45);
  }

  @Test
  void the_first_replay_raises_exactly_one_red_departure_within_eighty_seconds()
      throws IOException {
    List<Observation> observed = run(Replay.ALL.getFirst().fixes(DEMO, NOW));
    assertEquals(1, observed.size(), observed::toString);
    Observation left = observed.getFirst();
    assertEquals(Kind.LEFT_PERMITTED_AREA, left.kind());
    assertEquals(Severity.RED, left.severity());
    assertEquals(Set.of(Reason.MOVED), left.reasons());
    assertTrue(Duration.between(NOW, left.at()).toSeconds() < 80, left::toString);
  }

  @Test
  void the_other_replays_stay_in_the_district_and_raise_nothing() throws IOException {
    for (Replay replay : Replay.ALL.subList(1, Replay.ALL.size())) {
      assertEquals(List.of(), run(replay.fixes(DEMO, NOW)), replay.id());
    }
  }

  @Test
  void every_recording_that_is_shipped_can_be_read() throws IOException {
    try (Stream<Path> files = Files.list(DEMO.resolve("recordings").resolve("goal"))) {
      List<Path> recordings = files.filter(f -> f.toString().endsWith(".csv")).toList();
      assertEquals(13, recordings.size());
      for (Path file : recordings) {
        assertEquals(72, Replay.read(file).moments().size(), file.toString());
      }
    }
  }

  private List<Observation> run(List<Fix> fixes) {
    Terms terms =
        Terms.of(PermittedArea.of("district", drawing.area("district"), NOW.minusSeconds(1)));
    var supervision = new Supervision(SupervisionRules.standard());
    var observed = new ArrayList<Observation>();
    SupervisionState state = SupervisionState.start();
    for (Fix fix : fixes) {
      Outcome outcome = supervision.hear(state, Report.of(fix), terms);
      state = outcome.state();
      observed.addAll(outcome.observations());
    }
    return observed;
  }
}
