package org.smartcorrection.platform.tracking;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.BoundingBox;
import org.smartcorrection.location.CorridorArea;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.Polygon;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.journal.Entry;
import org.smartcorrection.location.journal.Fate;
import org.smartcorrection.location.journal.Page;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.location.supervision.Reason;
import org.smartcorrection.location.supervision.Report;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.PersonId;

/** What is stored and what is drawn, without a database. */
class FormsTests {
  private static final PersonId SOMEBODY = new PersonId(new UUID(2, 3));

  @Test
  void an_observation_is_read_back_exactly_as_it_was_sealed() {
    var random = new Random(20260401);
    for (int i = 0; i < 500; i++) {
      Observation observation = observation(random);
      byte[] json = Json.bytes(StoredObservation.of(observation));
      assertEquals(observation, Json.read(json, StoredObservation.class).observation());
    }
  }

  @Test
  void what_one_device_says_of_one_moment_is_one_entry_and_stays_on_one_page() {
    UUID one = new UUID(0, 1);
    UUID other = new UUID(0, 2);
    List<Entry> there = List.of(entry(one, 0), entry(one, 10), entry(one, 20));
    List<Entry> late = List.of(entry(one, 10), entry(other, 10), entry(other, 15));

    List<Entry> merged = Merging.of(there, late);

    assertEquals(
        List.of(entry(one, 0), entry(one, 10), entry(other, 10), entry(other, 15), entry(one, 20)),
        merged);
    List<Page> pages = Merging.pages(SOMEBODY, merged, 2);
    assertEquals(List.of(3, 2), pages.stream().map(page -> page.entries().size()).toList());
  }

  @Test
  void a_page_ends_with_the_stretch_whose_key_seals_it() {
    UUID device = new UUID(0, 1);
    Entry first = entry(device, 0);
    Instant end = Stretches.end(SOMEBODY, first.time());
    long left = Duration.between(first.time(), end).toSeconds();
    List<Entry> entries =
        List.of(first, entry(device, (int) left - 1), entry(device, (int) left + 1));

    List<Page> pages = Merging.pages(SOMEBODY, entries, 100);

    assertEquals(List.of(2, 1), pages.stream().map(page -> page.entries().size()).toList());
    assertEquals(
        Stretches.owner(SOMEBODY, pages.getFirst().from()),
        Stretches.owner(SOMEBODY, pages.getFirst().until()));
    assertNotEquals(
        Stretches.owner(SOMEBODY, first.time()), Stretches.owner(SOMEBODY, end), "another key");
    assertNotEquals(
        Stretches.owner(SOMEBODY, first.time()),
        Stretches.owner(new PersonId(new UUID(4, 5)), first.time()));
    assertEquals(Stretches.begin(end), Stretches.end(SOMEBODY, first.time().minus(30, DAYS)));
  }

  @Test
  void geojson_is_read_as_it_was_written_and_with_its_holes() {
    var hole = List.of(point(31.14, 104.54), point(31.14, 104.56), point(31.16, 104.56));
    var withHole = new Polygon(Polygon.of(Scene.SQUARE).outline(), List.of(hole));
    var two = List.of(withHole, Polygon.of(new BoundingBox(32, 105, 33, 106)));

    String written = GeoJson.write(two);

    var read = assertInstanceOf(GeoJson.Reading.Polygons.class, GeoJson.read(written));
    assertEquals(written, GeoJson.write(read.polygons()));
    assertTrue(written.startsWith("{\"type\":\"MultiPolygon\""), written);
  }

  @Test
  void what_is_no_polygon_is_named() {
    assertFault(GeoJson.Fault.NOT_JSON, "<kml/>");
    assertFault(GeoJson.Fault.NO_POLYGON, "{\"type\":\"Point\",\"coordinates\":[104,31]}");
    assertFault(
        GeoJson.Fault.NO_PLACE,
        "{\"type\":\"Polygon\",\"coordinates\":[[[104,91],[105,31],[105,32]]]}");
    assertFault(
        GeoJson.Fault.NO_PLACE,
        "{\"type\":\"Polygon\",\"coordinates\":[[[104,\"x\"],[105,31],[105,32]]]}");
  }

  @Test
  void a_border_in_another_datum_is_brought_home() {
    var gcj = point(31.15, 104.55).toGcj02();
    String border =
        "{\"type\":\"Polygon\",\"coordinates\":[[[%s,%s],[104.60,31.1],[104.60,31.2]]]}"
            .formatted(gcj.longitude(), gcj.latitude());

    var drawn =
        assertInstanceOf(
            AreaDrawing.Drawn.class,
            AreaDrawing.ofFile(border.getBytes(StandardCharsets.UTF_8), Datum.GCJ_02));

    Wgs84Point first = GroundForm.outlines(drawn.area()).getFirst().outline().getFirst();
    assertTrue(first.metresTo(point(31.15, 104.55)) < 0.1, first.toString());
  }

  @Test
  void ground_of_every_shape_is_read_as_it_was_written() {
    for (String typed :
        List.of("104.5,31.1\n104.6,31.1\n104.6,31.2\n\n104.57,31.12\n104.58,31.12\n104.58,31.13")) {
      var drawn = ground(typed, AreaDrawing.Shape.POLYGON, 0);
      var polygons = assertInstanceOf(PolygonArea.class, drawn).polygons();
      assertEquals(1, polygons.size());
      assertEquals(1, polygons.getFirst().holes().size(), "a ring inside of another is a hole");
      assertEquals(
          GroundForm.write(drawn),
          GroundForm.write(GroundForm.read(GroundForm.write(drawn)).orElseThrow()));
    }
    var circle = ground("104.5,31.1", AreaDrawing.Shape.CIRCLE, 300);
    assertEquals(Optional.of(circle), GroundForm.read(GroundForm.write(circle)));
    var corridor = ground("104.5,31.1\n104.55,31.12\n104.6,31.1", AreaDrawing.Shape.CORRIDOR, 400);
    var back =
        assertInstanceOf(
            CorridorArea.class, GroundForm.read(GroundForm.write(corridor)).orElseThrow());
    assertEquals(400, back.halfWidthMetres());
    assertEquals(3, back.route().size());
    assertEquals(
        Optional.empty(),
        GroundForm.read(
            "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[104,31]}}"));
    assertEquals(Optional.empty(), GroundForm.read("nothing"));
  }

  @Test
  void the_outline_of_ground_follows_its_border() {
    for (Area area :
        List.of(
            ground("104.5,31.1", AreaDrawing.Shape.CIRCLE, 300),
            ground("104.5,31.1\n104.55,31.12\n104.6,31.1", AreaDrawing.Shape.CORRIDOR, 400))) {
      for (Wgs84Point corner : GroundForm.outlines(area).getFirst().outline()) {
        double off = area.signedDistanceMetres(corner);
        // an inner corner of a bend lies in the corridor, and none lies outside
        assertTrue(off < 4, corner + " " + off);
      }
    }
  }

  private static Area ground(String typed, AreaDrawing.Shape shape, double metres) {
    return assertInstanceOf(
            AreaDrawing.Drawn.class, AreaDrawing.ofPlaces(typed, shape, metres, Datum.WGS_84))
        .area();
  }

  @Test
  void an_absurd_area_is_refused_with_its_reason() {
    assertWrong("tracking.area.problem.EMPTY", "");
    assertWrong("tracking.area.problem.TOO_FEW_POINTS", "104.5 31.1\n104.6 31.1");
    assertWrong(
        "tracking.area.problem.SELF_INTERSECTING",
        "104.5,31.1\n104.6,31.2\n104.6,31.1\n104.5,31.2");
    assertWrong("tracking.area.problem.TOO_SMALL", "104.5,31.1\n104.5001,31.1\n104.5,31.1001");
    assertWrong("tracking.area.problem.TOO_LARGE", "80,20\n130,20\n130,50\n80,50");
    assertWrong("tracking.area.line", "104.5,31.1\n95,104");
  }

  @Test
  void a_drawing_keeps_north_up_and_distances_true() {
    var projection =
        Projection.around(List.of(point(31.0, 104.0), point(31.1, 104.1)), 1_000, 760, 600);
    Wgs84Point middle = point(31.05, 104.05);
    Wgs84Point north = point(31.06, 104.05);
    Wgs84Point east = point(31.05, 104.06);

    assertTrue(projection.y(north) < projection.y(middle));
    assertTrue(projection.x(east) > projection.x(middle));
    double drawn = projection.x(east) - projection.x(middle);
    assertEquals(projection.units(middle.metresTo(east)), drawn, drawn * 0.02);
    double upwards = projection.y(middle) - projection.y(north);
    assertEquals(projection.units(middle.metresTo(north)), upwards, upwards * 0.02);
  }

  private static void assertFault(GeoJson.Fault fault, String text) {
    var reading = assertInstanceOf(GeoJson.Reading.Unreadable.class, GeoJson.read(text));
    assertEquals(fault, reading.fault());
  }

  private static void assertWrong(String key, String corners) {
    var wrong =
        assertInstanceOf(
            AreaDrawing.Wrong.class,
            AreaDrawing.ofPlaces(corners, AreaDrawing.Shape.POLYGON, 0, Datum.WGS_84).toStayIn());
    assertEquals(key, wrong.key());
  }

  @Test
  void what_is_told_twice_of_one_moment_adds_up() {
    Entry there = entry(new UUID(0, 1), 0);
    Report plain = there.report();
    var alarmed =
        new Report(
            plain.time(),
            plain.fix(),
            plain.sky(),
            Signs.NONE.with(Sign.STRAP_OPEN, true),
            plain.batteryPercent(),
            plain.clockAheadSeconds());
    var again = new Entry(alarmed, there.device(), there.receivedAt(), there.fate());

    List<Entry> merged = Merging.of(List.of(there), List.of(again, there));

    assertEquals(List.of(again), merged);
  }

  private static Entry entry(UUID device, int second) {
    Instant time = Instant.ofEpochSecond(1_700_000_000L + second);
    var fix = Fix.of(time, point(31.15, 104.55), 10, FixSource.GNSS);
    return new Entry(Report.of(fix), device, time, new Fate.Unjudged());
  }

  private static Observation observation(Random random) {
    Instant time = Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1_000_000_000));
    var used =
        new UsedFix(
            time,
            point(random.nextDouble(-90, 90), random.nextDouble(-180, 180)),
            random.nextDouble(1, 500),
            FixSource.GNSS,
            random.nextGaussian() * 1000,
            random.nextDouble());
    var left =
        new LeftOutFix(
            time, used.point(), used.accuracyMetres(), FixSource.CELL, LeftOutReason.CELL_ONLY);
    return new Observation(
        any(random, Kind.values()),
        any(random, Observation.Phase.values()),
        random.nextBoolean() ? "" : "zone",
        time,
        time.plusSeconds(random.nextInt(1000)),
        random.nextDouble(),
        any(random, Severity.values()),
        Set.of(any(random, Reason.values())),
        List.of(used),
        random.nextBoolean() ? List.of() : List.of(left),
        "supervision-2");
  }

  private static <E> E any(Random random, E[] constants) {
    return constants[random.nextInt(constants.length)];
  }

  private static Wgs84Point point(double latitude, double longitude) {
    return new Wgs84Point(latitude, longitude);
  }
}
