package org.smartcorrection.location.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.Wgs84Point;

class ProbabilityTest {
  private final Crossings crossings = new Crossings(SupervisionRules.standard());

  @Test
  void probability_agrees_with_drawing_true_places_at_random() {
    long seed = 5;
    var random = new Random(seed);
    double accuracy = 60;
    double sigma = sigma(accuracy);
    double distance = 30;
    int within = 0;
    int outside = 0;
    int draws = 200_000;
    for (int i = 0; i < draws; i++) {
      double dx = random.nextGaussian() * sigma;
      double dy = random.nextGaussian() * sigma;
      if (Math.hypot(dx, dy) <= accuracy) within++;
      if (distance + dx + random.nextGaussian() * 10 > 0) outside++;
    }
    assertEquals(0.68, (double) within / draws, 0.005, "seed " + seed);
    assertEquals(
        (double) outside / draws, crossings.probability(distance, sigma), 0.005, "seed " + seed);
  }

  @Test
  void a_better_fix_is_surer_and_none_is_certain() {
    assertTrue(crossings.probability(60, sigma(20)) > crossings.probability(60, sigma(200)));
    assertEquals(0.999, crossings.probability(1e6, sigma(5)), 1e-12);
    assertEquals(0.001, crossings.probability(-1e6, sigma(5)), 1e-12);
    assertEquals(0.5, crossings.probability(0, sigma(20)), 1e-6);
  }

  @Test
  void many_fixes_are_no_surer_than_one_of_them() {
    var fix = new UsedFix(Instant.EPOCH, new Wgs84Point(31.2, 104.6), 60, FixSource.GNSS, 40, 0.83);
    assertEquals(0.83, crossings.together(List.of(fix, fix, fix, fix)), 1e-12);
  }

  /** Of a radius that holds 68 of 100. */
  private static double sigma(double accuracy) {
    return accuracy / Math.sqrt(-2 * Math.log(0.32));
  }
}
