package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DatumTest {
  private static final double NANODEGREE = 1e-9;
  private static final double CENTIMETRE = 0.01;

  @Test
  void gcj02_agrees_with_the_published_vectors() {
    // published with the reference implementations: Shanghai, Shenzhen, Beijing, Beijing
    assertGcj02(31.1774276, 121.5272106, 31.17530398364597, 121.531541859215);
    assertGcj02(22.543847, 113.912316, 22.540796131694766, 113.9171764808363);
    assertGcj02(39.911954, 116.377817, 39.91334545536069, 116.38404722455657);
    assertGcj02(39.915, 116.404, 39.91640428150164, 116.41024449916938);
  }

  @Test
  void bd09_agrees_with_the_published_vectors() {
    Bd09Point bd = new Gcj02Point(39.915, 116.404).toBd09();
    assertEquals(39.92133699351021, bd.latitude(), NANODEGREE);
    assertEquals(116.41036949371029, bd.longitude(), NANODEGREE);
    Bd09Point both = new Wgs84Point(39.915, 116.404).toBd09();
    assertEquals(39.922699552216216, both.latitude(), NANODEGREE);
    assertEquals(116.41662724378733, both.longitude(), NANODEGREE);
  }

  @Test
  void every_conversion_is_undone_to_a_centimetre() {
    long seed = 20260929;
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      var wgs = new Wgs84Point(3 + random.nextDouble() * 50, 74 + random.nextDouble() * 60);
      assertTrue(wgs.metresTo(wgs.toGcj02().toWgs84()) < CENTIMETRE, "seed " + seed);
      assertTrue(wgs.metresTo(wgs.toBd09().toWgs84()) < CENTIMETRE, "seed " + seed);
    }
  }

  @Test
  void the_shift_in_china_is_hundreds_of_metres() {
    var wgs = new Wgs84Point(31.2, 104.6);
    Gcj02Point gcj = wgs.toGcj02();
    double shift = wgs.metresTo(new Wgs84Point(gcj.latitude(), gcj.longitude()));
    assertTrue(shift > 200 && shift < 800, () -> "shift: " + shift);
  }

  @Test
  void outside_china_nothing_is_shifted() {
    var ljubljana = new Wgs84Point(46.05, 14.51);
    assertEquals(new Gcj02Point(46.05, 14.51), ljubljana.toGcj02());
    assertEquals(new Bd09Point(46.05, 14.51), ljubljana.toBd09());
    assertEquals(ljubljana, ljubljana.toBd09().toWgs84());
    assertEquals(new Wgs84Point(-90, 180), new Wgs84Point(-90, 180).toBd09().toWgs84());
  }

  @Test
  void a_place_off_the_earth_is_refused_without_repeating_it() {
    for (double wrong : new double[] {91, -90.0001, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThrows(IllegalArgumentException.class, () -> new Wgs84Point(wrong, 104.6));
      assertThrows(IllegalArgumentException.class, () -> new Gcj02Point(wrong, 104.6));
      assertThrows(IllegalArgumentException.class, () -> new Bd09Point(wrong, 104.6));
    }
    var refusal = assertThrows(IllegalArgumentException.class, () -> new Wgs84Point(31.2, 180.125));
    assertFalse(String.valueOf(refusal.getMessage()).contains("180.125"));
  }

  @Test
  void lengths_of_a_degree_are_those_of_the_ellipsoid() {
    assertEquals(110_574.3, Earth.metresPerDegreeNorth(0), 0.1);
    assertEquals(111_319.5, Earth.metresPerDegreeEast(0), 0.1);
    assertEquals(111_131.8, Earth.metresPerDegreeNorth(45), 0.1);
    assertEquals(78_846.8, Earth.metresPerDegreeEast(45), 0.1);
  }

  @Test
  void the_great_circle_from_pole_to_pole_is_half_the_circumference() {
    double half = new Wgs84Point(90, 0).metresTo(new Wgs84Point(-90, 0));
    assertEquals(Math.PI * 6_371_008.8, half, 0.001);
  }

  @Test
  void a_local_frame_leads_there_and_back() {
    long seed = 7;
    var random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      var origin = new Wgs84Point(random.nextDouble() * 160 - 80, random.nextDouble() * 360 - 180);
      var frame = new LocalFrame(origin);
      var there =
          new LocalFrame.Offset(random.nextDouble() * 2e4 - 1e4, random.nextDouble() * 2e4 - 1e4);
      LocalFrame.Offset back = frame.offsetOf(frame.pointAt(there));
      assertEquals(there.east(), back.east(), 1e-3, "seed " + seed);
      assertEquals(there.north(), back.north(), 1e-3, "seed " + seed);
    }
  }

  @Test
  void a_local_frame_agrees_with_the_great_circle_near_its_origin() {
    var frame = new LocalFrame(new Wgs84Point(31.2, 104.6));
    Wgs84Point there = frame.pointAt(new LocalFrame.Offset(3_000, 4_000));
    assertEquals(5_000, frame.origin().metresTo(there), 5_000 * 0.006);
  }

  @Test
  void a_quarter_turn_clockwise_makes_east_of_north() {
    LocalFrame.Offset east = new LocalFrame.Offset(0, 10).turnedClockwise(90);
    assertEquals(10, east.east(), 1e-9);
    assertEquals(0, east.north(), 1e-9);
  }

  private static void assertGcj02(double y, double x, double gcjY, double gcjX) {
    Gcj02Point gcj = new Wgs84Point(y, x).toGcj02();
    assertEquals(gcjY, gcj.latitude(), NANODEGREE);
    assertEquals(gcjX, gcj.longitude(), NANODEGREE);
  }
}
