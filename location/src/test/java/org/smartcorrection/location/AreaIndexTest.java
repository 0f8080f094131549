package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.LocalFrame.Offset;

class AreaIndexTest {
  private static final LocalFrame FRAME = HomeSquare.FRAME;

  @Test
  void the_index_answers_as_looking_at_every_area_would() {
    long seed = 21;
    var random = new Random(seed);
    for (int count : new int[] {0, 1, 2, 3, 17, 400}) {
      List<Area> areas = areas(random, count);
      var index = new AreaIndex(areas);
      for (int i = 0; i < 600; i++) {
        Wgs84Point point = place(random, i % 2 == 0 ? 40_000 : 90_000);
        int skipped = random.nextInt(3);
        double least = Double.POSITIVE_INFINITY;
        var near = new HashSet<Integer>();
        for (int a = 0; a < count; a++) {
          double distance = areas.get(a).signedDistanceMetres(point);
          if (a % 3 != skipped) least = Math.min(least, distance);
          if (distance <= 500) near.add(a);
          if (index.isFarther(a, point, 500)) assertTrue(distance > 500, "seed " + seed);
        }
        assertEquals(least, index.least(point, a -> a % 3 != skipped), "seed " + seed);
        var named = new ArrayList<Integer>();
        index.near(point, 500, named::add);
        assertTrue(named.containsAll(near), "seed " + seed);
        assertEquals(named, named.stream().distinct().sorted().toList(), "seed " + seed);
      }
    }
  }

  @Test
  void somebody_who_stays_about_a_place_is_answered_as_if_every_area_were_looked_at() {
    long seed = 22;
    var random = new Random(seed);
    for (int count : new int[] {2, 17, 400}) {
      List<Area> areas = areas(random, count);
      if (count == 17) { // all of them at one place: more than are remembered
        areas.replaceAll(_ -> new CircleArea(place(random, 300), 800 + random.nextInt(4_000)));
      }
      var index = new AreaIndex(areas);
      for (int stay = 0; stay < 60; stay++) {
        double east = random.nextDouble() * 80_000 - 40_000;
        double north = random.nextDouble() * 80_000 - 40_000;
        double about = Math.pow(10, 1 + 2.7 * random.nextDouble());
        int skipped = random.nextInt(3);
        for (int i = 0; i < 40; i++) {
          if (i == 25) skipped = random.nextInt(3); // other ones are in force from here on
          Wgs84Point point =
              at(east + about * random.nextGaussian(), north + about * random.nextGaussian());
          int left = skipped;
          double least = Double.POSITIVE_INFINITY;
          for (int a = 0; a < count; a++) {
            if (a % 3 != left) least = Math.min(least, areas.get(a).signedDistanceMetres(point));
          }
          assertEquals(least, index.least(point, a -> a % 3 != left), "seed " + seed);
          double within = random.nextInt(1_500);
          var near = new HashSet<Integer>();
          for (int a = 0; a < count; a++) {
            if (areas.get(a).signedDistanceMetres(point) <= within) near.add(a);
          }
          var named = new HashSet<Integer>();
          for (int a : index.near(point, within)) named.add(a);
          assertTrue(named.containsAll(near), "seed " + seed);
        }
      }
    }
  }

  @Test
  void a_corridor_reaches_so_far_to_either_side_of_its_route() {
    var corridor = new CorridorArea(List.of(at(0, 0), at(10_000, 0), at(10_000, 8_000)), 500);
    assertEquals(-500, corridor.signedDistanceMetres(at(4_000, 0)), 2);
    assertEquals(-100, corridor.signedDistanceMetres(at(4_000, -400)), 2);
    assertEquals(500, corridor.signedDistanceMetres(at(4_000, 1_000)), 5);
    assertEquals(500, corridor.signedDistanceMetres(at(10_000, 9_000)), 5);
    assertTrue(corridor.bounds().contains(at(10_499, 8_499)));
    assertFalse(corridor.contains(at(-600, 0)));
    assertThrows(
        IllegalArgumentException.class, () -> new CorridorArea(List.of(at(0, 0), at(0, 0)), 500));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CorridorArea(List.of(new Wgs84Point(0, 179), new Wgs84Point(0, -179)), 500));
    assertThrows(
        IllegalArgumentException.class, () -> new CorridorArea(List.of(at(0, 0), at(900, 0)), 1));
  }

  @Test
  void an_administrative_area_is_its_border_under_its_code() {
    PolygonArea ground = HomeSquare.square(0, 0, 1_000);
    var area = new AdministrativeArea("510100", ground);
    assertEquals(ground.signedDistanceMetres(at(5, 5)), area.signedDistanceMetres(at(5, 5)));
    assertThrows(IllegalArgumentException.class, () -> new AdministrativeArea("Chengdu", ground));
  }

  @Test
  void a_track_in_another_datum_is_suspected() {
    List<Wgs84Point> road = List.of(at(0, 0), at(6_000, 1_000), at(9_000, 7_000));
    var track = new ArrayList<Wgs84Point>();
    for (int i = 0; i <= 20; i++) track.add(at(i * 300.0, i * 50.0 + (i % 3) * 8));
    List<List<Wgs84Point>> roads = List.of(road);
    assertEquals(DatumCheck.Verdict.AS_DECLARED, DatumCheck.of(track, roads));
    assertEquals(
        DatumCheck.Verdict.LIKELY_GCJ02,
        DatumCheck.of(
            track.stream()
                .map(Wgs84Point::toGcj02)
                .map(p -> new Wgs84Point(p.latitude(), p.longitude()))
                .toList(),
            roads));
    assertEquals(
        DatumCheck.Verdict.LIKELY_BD09,
        DatumCheck.of(
            track.stream()
                .map(Wgs84Point::toBd09)
                .map(p -> new Wgs84Point(p.latitude(), p.longitude()))
                .toList(),
            roads));
    assertEquals(
        DatumCheck.Verdict.CANNOT_TELL,
        DatumCheck.of(track.stream().map(p -> beside(p)).toList(), roads));
    assertEquals(DatumCheck.Verdict.CANNOT_TELL, DatumCheck.of(track.subList(0, 3), roads));
  }

  private static Wgs84Point beside(Wgs84Point point) {
    return new Wgs84Point(point.latitude() + 0.05, point.longitude() - 0.05);
  }

  private static List<Area> areas(Random random, int count) {
    var areas = new ArrayList<Area>();
    for (int i = 0; i < count; i++) {
      double east = random.nextDouble() * 60_000 - 30_000;
      double north = random.nextDouble() * 60_000 - 30_000;
      areas.add(
          switch (i % 3) {
            case 0 -> HomeSquare.square(east, north, 200 + random.nextInt(9_000));
            case 1 -> new CircleArea(at(east, north), 50 + random.nextInt(3_000));
            default ->
                new CorridorArea(
                    List.of(at(east, north), at(east + 3_000, north + random.nextInt(4_000))), 300);
          });
    }
    return areas;
  }

  private static Wgs84Point place(Random random, double metres) {
    return at(random.nextDouble() * 2 * metres - metres, random.nextDouble() * 2 * metres - metres);
  }

  private static Wgs84Point at(double east, double north) {
    return FRAME.pointAt(new Offset(east, north));
  }
}
