package org.smartcorrection.platform.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PressTimeTests {
  private static final Instant ARRIVED = Instant.parse("2026-09-29T01:00:00Z");

  @Test
  void a_press_keeps_its_own_time_for_72_hours() {
    Instant pressed = ARRIVED.minus(Duration.ofDays(3));
    assertEquals(new PressTime(pressed, true), PressTime.of(pressed, ARRIVED));
  }

  @Test
  void an_older_press_counts_from_when_it_arrived() {
    Instant pressed = ARRIVED.minus(Duration.ofDays(3)).minusMillis(1);
    assertEquals(new PressTime(ARRIVED, false), PressTime.of(pressed, ARRIVED));
  }

  @Test
  void a_press_from_the_future_counts_from_when_it_arrived() {
    assertEquals(
        new PressTime(ARRIVED, false), PressTime.of(ARRIVED.plus(Duration.ofHours(3)), ARRIVED));
  }

  @Test
  void a_clock_that_is_a_minute_ahead_means_now() {
    assertEquals(new PressTime(ARRIVED, true), PressTime.of(ARRIVED.plusSeconds(60), ARRIVED));
  }
}
