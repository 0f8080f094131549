package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutwardTest {
  private static final Wgs84Point MIDDLE = new Wgs84Point(31.2, 104.6);

  @Test
  void nothing_that_was_permitted_is_cut_off_and_little_is_added() {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      List<Wgs84Point> border = winding(random, 20_000, 4_000);
      List<Wgs84Point> lake = winding(random, 5_000, 1_000);
      var drawn = new Polygon(border, List.of(lake));
      PolygonArea before = PolygonArea.of(List.of(drawn));

      Outward outward = Outward.of(List.of(drawn), 1_500);

      PolygonArea after = PolygonArea.of(outward.polygons());
      assertTrue(Outward.corners(outward.polygons()) <= 1_500, "seed " + seed);
      for (Wgs84Point corner : border)
        assertTrue(after.signedDistanceMetres(corner) < 0.01, "seed " + seed + " at " + corner);
      for (int i = 0; i < 2_000; i++) {
        Wgs84Point place = somewhere(random);
        double was = before.signedDistanceMetres(place);
        if (was <= 0) assertTrue(after.signedDistanceMetres(place) < 0.01, "seed " + seed);
        if (was > outward.toleranceMetres() + 0.5)
          assertTrue(after.signedDistanceMetres(place) > 0, "seed " + seed + " at " + place);
      }
    }
  }

  @Test
  void a_border_of_few_corners_stays_as_it_is() {
    Polygon square = Polygon.of(new BoundingBox(31, 104, 32, 105));
    assertEquals(new Outward(List.of(square), 0), Outward.of(List.of(square), 4));
  }

  @Test
  void a_province_of_a_hundred_thousand_corners_becomes_one_of_a_few_thousand() {
    List<Wgs84Point> border = winding(new Random(7), 250_000, 100_000);

    Outward outward = Outward.of(List.of(Polygon.of(border)), 10_000);

    assertTrue(Outward.corners(outward.polygons()) <= 10_000, outward.toleranceMetres() + " m");
  }

  /** Around the middle, in and out by some metres from corner to corner. */
  private static List<Wgs84Point> winding(Random random, double radius, int corners) {
    var frame = new LocalFrame(MIDDLE);
    var ring = new ArrayList<Wgs84Point>();
    for (int i = 0; i < corners; i++) {
      double angle = 2 * Math.PI * i / corners;
      double out = radius * (1 + 0.05 * Math.sin(9 * angle)) + random.nextDouble() * 12;
      ring.add(frame.pointAt(new LocalFrame.Offset(out * Math.cos(angle), out * Math.sin(angle))));
    }
    return ring;
  }

  private static Wgs84Point somewhere(Random random) {
    return new LocalFrame(MIDDLE)
        .pointAt(
            new LocalFrame.Offset(
                (random.nextDouble() - 0.5) * 50_000, (random.nextDouble() - 0.5) * 50_000));
  }
}
