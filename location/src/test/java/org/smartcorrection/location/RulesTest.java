package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RulesTest {
  private static final Instant FROM = Instant.parse("2026-09-01T00:00:00Z");

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
  void rules_under_which_one_fix_is_enough_cannot_be_written_down() {
    assertThrows(IllegalArgumentException.class, () -> rules(0, 3, 0.8));
    assertThrows(IllegalArgumentException.class, () -> rules(1, 1, 0.8));
    assertThrows(IllegalArgumentException.class, () -> rules(1, 3, 0.4));
    rules(1, 3, 0.8);
  }

  @Test
  void a_permitted_area_needs_a_place_of_execution_and_a_permission_its_end() {
    Area area = HomeSquare.square(0, 0, 1_000);
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
        HomeSquare.HOME.with(
            new PermittedZone(
                "z",
                LegalBasis.LEAVE,
                Validity.between(HomeSquare.START, HomeSquare.START.plusSeconds(60)),
                HomeSquare.square(1_000, -1_000, 2_000)));
    Wgs84Point away = HomeSquare.fix(0, 500, 10, FixSource.GNSS).point();
    assertEquals(500, distance(widened, away, -1), 1);
    assertEquals(-500, distance(widened, away, 0), 1);
    assertEquals(-500, distance(widened, away, 59), 1);
    assertEquals(500, distance(widened, away, 60), 1);
    assertEquals(
        OptionalDouble.empty(),
        widened.signedDistanceMetres(away, HomeSquare.START.minusSeconds(7_200)));
  }

  private static double distance(PermittedArea area, Wgs84Point point, long second) {
    return area.signedDistanceMetres(point, HomeSquare.START.plusSeconds(second)).orElseThrow();
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
