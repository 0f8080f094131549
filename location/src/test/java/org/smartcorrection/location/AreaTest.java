package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.AreaProblem.Kind;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.PolygonArea.Drawing;

class AreaTest {
  private static final LocalFrame FRAME = new LocalFrame(new Wgs84Point(31.2, 104.6));

  @Test
  void distance_is_negative_inside_zero_on_the_border_and_positive_outside() {
    PolygonArea square = square(0, 0, 1_000);
    assertEquals(-500, square.signedDistanceMetres(at(500, 500)), 1);
    assertEquals(-100, square.signedDistanceMetres(at(500, 100)), 1);
    assertEquals(0, square.signedDistanceMetres(at(0, 500)), 1);
    assertEquals(300, square.signedDistanceMetres(at(1_300, 500)), 1);
    assertEquals(500, square.signedDistanceMetres(at(1_300, 1_400)), 1);
  }

  @Test
  void a_hole_is_outside() {
    PolygonArea ring =
        PolygonArea.of(List.of(new Polygon(corners(0, 0, 1_000), List.of(corners(400, 400, 200)))));
    assertEquals(100, ring.signedDistanceMetres(at(500, 500)), 1);
    assertEquals(-200, ring.signedDistanceMetres(at(200, 500)), 1);
  }

  @Test
  void crossing_between_districts_of_one_urban_area_comes_near_no_border() {
    PolygonArea urban =
        PolygonArea.union(
            List.of(square(0, 0, 1_000), square(1_000, 0, 1_000), square(1_500, 500, 1_000)));
    assertEquals(-500, urban.signedDistanceMetres(at(1_000, 500)), 1);
    assertEquals(-500, urban.signedDistanceMetres(at(999, 500)), 1);
    assertTrue(urban.contains(at(1_700, 700)));
    assertEquals(100, urban.signedDistanceMetres(at(1_000, 1_100)), 1);
  }

  @Test
  void districts_that_share_only_part_of_a_side_have_no_border_there() {
    PolygonArea urban = PolygonArea.union(List.of(square(0, 0, 1_000), square(1_000, 300, 400)));
    assertEquals(-200, urban.signedDistanceMetres(at(1_000, 500)), 1);
    assertEquals(-100, urban.signedDistanceMetres(at(900, 150)), 1);
  }

  @Test
  void a_circle_measures_from_its_rim() {
    var circle = new CircleArea(at(0, 0), 500);
    assertEquals(-500, circle.signedDistanceMetres(at(0, 0)), 0.001);
    assertEquals(500, circle.signedDistanceMetres(at(600, 800)), 1);
    assertTrue(circle.bounds().contains(at(-499, 0)));
    assertThrows(IllegalArgumentException.class, () -> new CircleArea(at(0, 0), 0.5));
    assertThrows(
        IllegalArgumentException.class, () -> new CircleArea(new Wgs84Point(31, 179.99), 5_000));
  }

  @Test
  void inside_is_what_the_winding_number_says() {
    long seed = 1;
    var random = new Random(seed);
    int inside = 0;
    for (int shape = 0; shape < 60; shape++) {
      List<Wgs84Point> star = star(random, 3 + random.nextInt(200));
      PolygonArea area = PolygonArea.of(List.of(Polygon.of(star)));
      for (int i = 0; i < 500; i++) {
        Wgs84Point point = at(random.nextDouble() * 12e3 - 6e3, random.nextDouble() * 12e3 - 6e3);
        boolean expected = windingNumber(star, point) != 0;
        assertEquals(expected, area.contains(point), "seed " + seed);
        if (expected) inside++;
      }
    }
    assertTrue(inside > 1_000, "the shapes are tried from the inside too");
  }

  @Test
  void distance_is_the_least_of_the_distances_to_all_sides() {
    long seed = 2;
    var random = new Random(seed);
    for (int shape = 0; shape < 60; shape++) {
      List<Wgs84Point> star = star(random, 3 + random.nextInt(200));
      PolygonArea area = PolygonArea.of(List.of(Polygon.of(star)));
      for (int i = 0; i < 200; i++) {
        Wgs84Point point = at(random.nextDouble() * 12e3 - 6e3, random.nextDouble() * 12e3 - 6e3);
        assertEquals(
            bruteDistance(star, point),
            Math.abs(area.signedDistanceMetres(point)),
            1e-6,
            "seed " + seed);
      }
    }
  }

  @Test
  void distance_never_changes_faster_than_one_walks() {
    long seed = 3;
    var random = new Random(seed);
    for (int shape = 0; shape < 40; shape++) {
      PolygonArea area = PolygonArea.of(List.of(Polygon.of(star(random, 50))));
      double east = random.nextDouble() * 12e3 - 6e3;
      double north = random.nextDouble() * 12e3 - 6e3;
      double before = area.signedDistanceMetres(at(east, north));
      for (int step = 0; step < 500; step++) {
        double stepEast = random.nextDouble() * 60 - 30;
        double stepNorth = random.nextDouble() * 60 - 30;
        east += stepEast;
        north += stepNorth;
        double now = area.signedDistanceMetres(at(east, north));
        double walked = Math.hypot(stepEast, stepNorth);
        assertTrue(Math.abs(now - before) <= walked * 1.01 + 0.5, "seed " + seed);
        before = now;
      }
    }
  }

  @Test
  void drawings_that_are_no_area_are_refused_with_the_place() {
    assertRefused(Kind.EMPTY, List.of());
    assertRefused(Kind.TOO_FEW_POINTS, List.of(Polygon.of(List.of(at(0, 0), at(9, 9), at(0, 0)))));
    Drawing bowTie =
        PolygonArea.draw(
            List.of(Polygon.of(List.of(at(0, 0), at(1_000, 1_000), at(1_000, 0), at(0, 1_000)))));
    AreaProblem crossing = assertInstanceOf(Drawing.Refused.class, bowTie).problems().getFirst();
    assertEquals(Kind.SELF_INTERSECTING, crossing.kind());
    assertTrue(crossing.vertex() >= 0);
    assertRefused(
        Kind.HOLE_OUTSIDE,
        List.of(new Polygon(corners(0, 0, 1_000), List.of(corners(2_000, 0, 100)))));
    assertRefused(
        Kind.SELF_INTERSECTING,
        List.of(new Polygon(corners(0, 0, 1_000), List.of(corners(900, 500, 300)))));
    assertRefused(
        Kind.CROSSES_DATE_LINE,
        List.of(
            Polygon.of(
                List.of(
                    new Wgs84Point(30, 179), new Wgs84Point(30, -179), new Wgs84Point(31, 179)))));
  }

  @Test
  void an_absurd_size_is_drawn_with_a_warning() {
    assertWarned(Kind.TOO_SMALL, Polygon.of(corners(0, 0, 90)));
    assertWarned(Kind.TOO_LARGE, Polygon.of(new BoundingBox(20, 90, 40, 120)));
    assertEquals(List.of(), warnings(Polygon.of(corners(0, 0, 110))));
  }

  @Test
  void a_closed_ring_and_repeated_points_do_no_harm() {
    List<Wgs84Point> ring = new ArrayList<>(corners(0, 0, 1_000));
    ring.add(2, ring.get(1));
    ring.add(ring.getFirst());
    PolygonArea area = PolygonArea.of(List.of(Polygon.of(ring)));
    assertEquals(-500, area.signedDistanceMetres(at(500, 500)), 1);
  }

  private static void assertRefused(Kind kind, List<Polygon> polygons) {
    var refused = assertInstanceOf(Drawing.Refused.class, PolygonArea.draw(polygons));
    assertEquals(kind, refused.problems().getFirst().kind());
  }

  private static void assertWarned(Kind kind, Polygon polygon) {
    assertEquals(List.of(kind), warnings(polygon));
  }

  private static List<Kind> warnings(Polygon polygon) {
    return assertInstanceOf(Drawing.Drawn.class, PolygonArea.draw(List.of(polygon)))
        .warnings()
        .stream()
        .map(AreaProblem::kind)
        .toList();
  }

  private static Wgs84Point at(double east, double north) {
    return FRAME.pointAt(new Offset(east, north));
  }

  private static List<Wgs84Point> corners(double east, double north, double side) {
    return List.of(
        at(east, north),
        at(east + side, north),
        at(east + side, north + side),
        at(east, north + side));
  }

  private static PolygonArea square(double east, double north, double side) {
    return PolygonArea.of(List.of(Polygon.of(corners(east, north, side))));
  }

  /** Points at growing angles around the middle never make sides that cross. */
  private static List<Wgs84Point> star(Random random, int points) {
    var star = new ArrayList<Wgs84Point>();
    for (int i = 0; i < points; i++) {
      double angle = 2 * Math.PI * (i + 0.8 * random.nextDouble()) / points;
      double radius = 1_000 + 4_000 * random.nextDouble();
      star.add(at(radius * Math.cos(angle), radius * Math.sin(angle)));
    }
    return star;
  }

  private static int windingNumber(List<Wgs84Point> ring, Wgs84Point point) {
    double turned = 0;
    for (int i = 0; i < ring.size(); i++) {
      Wgs84Point a = ring.get(i);
      Wgs84Point b = ring.get((i + 1) % ring.size());
      double from = Math.atan2(a.latitude() - point.latitude(), a.longitude() - point.longitude());
      double to = Math.atan2(b.latitude() - point.latitude(), b.longitude() - point.longitude());
      turned += Math.IEEEremainder(to - from, 2 * Math.PI);
    }
    return (int) Math.round(turned / (2 * Math.PI));
  }

  private static double bruteDistance(List<Wgs84Point> ring, Wgs84Point point) {
    double east = Earth.metresPerDegreeEast(point.latitude());
    double north = Earth.metresPerDegreeNorth(point.latitude());
    double least = Double.MAX_VALUE;
    for (int i = 0; i < ring.size(); i++) {
      Wgs84Point a = ring.get(i);
      Wgs84Point b = ring.get((i + 1) % ring.size());
      double ax = (a.longitude() - point.longitude()) * east;
      double ay = (a.latitude() - point.latitude()) * north;
      double dx = (b.longitude() - a.longitude()) * east;
      double dy = (b.latitude() - a.latitude()) * north;
      double t = Math.clamp(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0.0, 1.0);
      least = Math.min(least, Math.hypot(ax + t * dx, ay + t * dy));
    }
    return least;
  }
}
