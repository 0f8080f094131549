package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A page shows a few hundred positions: those around the moment, and of the rest enough. */
class ThinningTest {
  private static final Instant BEGIN = Instant.parse("2026-11-26T18:00:00Z");

  @Test
  void what_fits_stays_as_it_is() {
    List<Instant> few = every(10, 400);
    assertEquals(few, Thinning.around(few, UnaryOperator.identity(), BEGIN, 400));
  }

  @Test
  void what_was_before_and_what_came_after_are_both_seen() {
    List<Instant> many = every(2, 6_000);
    Instant moment = BEGIN.plus(Duration.ofMinutes(40));

    List<Instant> kept = Thinning.around(many, UnaryOperator.identity(), moment, 400);

    assertEquals(many.getFirst(), kept.getFirst());
    assertEquals(many.getLast(), kept.getLast());
    assertEquals(301, kept.stream().filter(at -> gap(at, moment).toSeconds() <= 300).count());
    assertTrue(kept.size() <= 400 + 301, kept.size() + " are too many");
    for (int i = 1; i < kept.size(); i++)
      assertTrue(gap(kept.get(i - 1), kept.get(i)).toSeconds() <= 30, "a gap that was none");
  }

  private static Duration gap(Instant one, Instant other) {
    return Duration.between(one, other).abs();
  }

  private static List<Instant> every(int seconds, int times) {
    return Stream.iterate(BEGIN, at -> at.plusSeconds(seconds)).limit(times).toList();
  }
}
