package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Instant FROM = Instant.parse("2026-09-01T00:00:00Z");
  private final Sureness sureness = new Sureness(FindingRules.standard());

  @Test
  void the_normal_distribution_is_that_of_the_tables() {
    assertEquals(0.5, Normal.below(0), 2e-7);
    assertEquals(0.8413447461, Normal.below(1), 2e-7);
    assertEquals(0.0227501319, Normal.below(-2), 2e-7);
    assertEquals(0.9986501020, Normal.below(3), 2e-7);
    assertEquals(0, Normal.below(-40), 1e-300);
    assertEquals(1, Normal.below(40), 0);
  }

  @Test
  void probability_agrees_with_drawing_true_places_at_random() {
    long seed = 5;
    var random = new Random(seed);
    double accuracy = 60;
    double sigma = accuracy / Math.sqrt(-2 * Math.log(0.32));
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
        (double) outside / draws,
        weigh(distance, accuracy).probabilityOutside(),
        0.005,
        "seed " + seed);
  }

  @Test
  void a_better_fix_is_surer_and_none_is_certain() {
    assertTrue(weigh(60, 20).probabilityOutside() > weigh(60, 200).probabilityOutside());
    assertEquals(0.999, weigh(1e6, 5).probabilityOutside(), 1e-12);
    assertEquals(0.001, weigh(-1e6, 5).probabilityOutside(), 1e-12);
    assertEquals(0.5, weigh(0, 20).probabilityOutside(), 1e-6);
  }

  @Test
  void a_claim_of_perfect_accuracy_is_not_believed() {
    assertEquals(weigh(8, 5).probabilityOutside(), weigh(8, 0.01).probabilityOutside());
  }

  @Test
  void many_fixes_are_no_surer_than_one_of_them() {
    UsedFix fix = weigh(40, 60);
    assertEquals(fix.probabilityOutside(), sureness.outside(List.of(fix, fix, fix, fix)), 1e-12);
  }

  @Test
  void rules_under_which_one_fix_is_enough_cannot_be_written_down() {
    assertThrows(IllegalArgumentException.class, () -> rules(0, 3, 0.8));
    assertThrows(IllegalArgumentException.class, () -> rules(1, 1, 0.8));
    assertThrows(IllegalArgumentException.class, () -> rules(1, 3, 0.4));
    rules(1, 3, 0.8);
  }

  @Test
  void a_permitted_area_needs_a_place_of_execution_and_a_permission_its_end() {
    Area area = Tracks.square(0, 0, 1_000);
    assertThrows(IllegalArgumentException.class, () -> new PermittedArea(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new PermittedZone("z", LegalBasis.LEAVE, Validity.from(FROM), area));
    PermittedZone leave =
        new PermittedZone(
            "z", LegalBasis.LEAVE, Validity.between(FROM, FROM.plusSeconds(60)), area);
    assertThrows(IllegalArgumentException.class, () -> new PermittedArea(List.of(leave)));
    assertThrows(IllegalArgumentException.class, () -> Validity.between(FROM, FROM));
  }

  @Test
  void a_leave_holds_from_its_first_instant_to_before_its_last() {
    PermittedArea widened =
        Tracks.HOME.with(
            new PermittedZone(
                "z",
                LegalBasis.LEAVE,
                Validity.between(Tracks.START, Tracks.START.plusSeconds(60)),
                Tracks.square(1_000, -1_000, 2_000)));
    Wgs84Point away = Tracks.fix(0, 500, 10, FixSource.GNSS).point();
    assertEquals(500, distance(widened, away, -1), 1);
    assertEquals(-500, distance(widened, away, 0), 1);
    assertEquals(-500, distance(widened, away, 59), 1);
    assertEquals(500, distance(widened, away, 60), 1);
    assertEquals(
        OptionalDouble.empty(),
        widened.signedDistanceMetres(away, Tracks.START.minusSeconds(7_200)));
  }

  private static double distance(PermittedArea area, Wgs84Point point, long second) {
    return area.signedDistanceMetres(point, Tracks.START.plusSeconds(second)).orElseThrow();
  }

  private UsedFix weigh(double metresOutside, double accuracy) {
    return sureness.weigh(
        Fix.of(FROM, new Wgs84Point(31.2, 104.6), accuracy, FixSource.GNSS), metresOutside);
  }

  private static FindingRules rules(int confirmations, int dwellFixes, double raise) {
    return new FindingRules(
        "try",
        raise,
        0.5,
        0.2,
        0.99,
        50,
        confirmations,
        Duration.ofSeconds(1),
        dwellFixes,
        Duration.ofMinutes(2),
        500,
        5,
        10,
        100,
        3,
        0.999);
  }
}
