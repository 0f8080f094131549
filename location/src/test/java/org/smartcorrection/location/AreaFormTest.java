package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AreaFormTest {
  private static final Wgs84Point HERE = HomeSquare.FRAME.origin();
  private static final PolygonArea WITH_A_HOLE =
      PolygonArea.of(
          List.of(
              new Polygon(square(0.2), List.of(square(0.05))),
              Polygon.of(square(0.2).stream().map(AreaFormTest::farEast).toList())));

  @Test
  void areas_of_every_kind_come_back_the_same() throws IOException {
    var random = new Random(7);
    for (Area area :
        List.of(
            new CircleArea(HERE, 123.456),
            new CorridorArea(List.of(HERE, farEast(HERE)), 300),
            HomeSquare.square(5, 7, 900),
            WITH_A_HOLE,
            new AdministrativeArea("510100", WITH_A_HOLE))) {
      Area read = AreaForm.read(ByteBuffer.wrap(bytes(area)));
      assertEquals(area.getClass(), read.getClass());
      assertEquals(area.bounds(), read.bounds());
      if (area instanceof PolygonArea) assertEquals(area, read);
      for (int i = 0; i < 200; i++) {
        var point =
            new Wgs84Point(
                HERE.latitude() + random.nextDouble() - 0.5,
                HERE.longitude() + random.nextDouble() - 0.5);
        assertEquals(area.signedDistanceMetres(point), read.signedDistanceMetres(point));
      }
    }
  }

  @Test
  void every_corner_comes_back_to_the_last_bit() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      var polygons = new ArrayList<Polygon>();
      for (int i = 1 + random.nextInt(3); i > 0; i--) {
        var holes = new ArrayList<List<Wgs84Point>>();
        for (int hole = random.nextInt(3); hole > 0; hole--) holes.add(ring(random));
        polygons.add(new Polygon(ring(random), holes));
      }
      assertEquals(polygons, PackedRings.polygons(PackedRings.of(polygons)), "seed " + seed);
    }
  }

  /** Some drawn with a few decimals, some moved from another datum. */
  private static List<Wgs84Point> ring(Random random) {
    double steps = Math.pow(10, random.nextInt(9));
    boolean full = random.nextInt(4) == 0;
    return Stream.generate(
            () -> {
              double north = random.nextDouble() * 180 - 90;
              double east = random.nextDouble() * 360 - 180;
              return full
                  ? new Wgs84Point(north, east)
                  : new Wgs84Point(
                      Math.rint(north * steps) / steps, Math.rint(east * steps) / steps);
            })
        .limit(random.nextInt(9))
        .toList();
  }

  @Test
  void a_drawing_takes_a_few_bytes_a_corner() {
    var corners = new ArrayList<Wgs84Point>();
    for (int i = 0; i < 1_000; i++) corners.add(new Wgs84Point(30 + i / 1e5, 104 + (i % 7) / 1e5));
    assertTrue(PackedRings.of(List.of(Polygon.of(corners))).length < 5 * corners.size());
  }

  @Test
  void other_bytes_are_no_area() throws IOException {
    byte[] whole = bytes(WITH_A_HOLE);
    ByteBuffer cut = ByteBuffer.wrap(whole, 0, whole.length / 2);
    assertThrows(IllegalArgumentException.class, () -> AreaForm.read(cut));
    ByteBuffer other = ByteBuffer.wrap(new byte[] {9, 9, 9});
    assertThrows(IllegalArgumentException.class, () -> AreaForm.read(other));
  }

  private static List<Wgs84Point> square(double half) {
    return Polygon.of(
            new BoundingBox(
                HERE.latitude() - half,
                HERE.longitude() - half,
                HERE.latitude() + half,
                HERE.longitude() + half))
        .outline();
  }

  private static Wgs84Point farEast(Wgs84Point point) {
    return new Wgs84Point(point.latitude(), point.longitude() + 1);
  }

  private static byte[] bytes(Area area) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      AreaForm.write(out, area);
    }
    return bytes.toByteArray();
  }
}
