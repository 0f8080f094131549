package org.smartcorrection.platform.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UuidsTests {
  private static final Instant NOW = Instant.parse("2126-01-05T01:00:00.123Z");
  private static final Clock STANDING = Clock.fixed(NOW, ZoneOffset.UTC);

  /** As the database compares them; documents of one act are numbered in this order. */
  @Test
  void those_of_one_millisecond_stand_in_the_order_in_which_they_came() {
    String last = "";
    for (int i = 0; i < 10_000; i++) {
      UUID next = Uuids.next(STANDING);
      assertTrue(next.toString().compareTo(last) > 0, next + " after " + last);
      assertEquals(7, next.version());
      assertEquals(2, next.variant());
      last = next.toString();
    }
  }

  @Test
  void they_begin_with_the_time() {
    Instant later = NOW.plusSeconds(3600);
    UUID id = Uuids.next(Clock.fixed(later, ZoneOffset.UTC));
    assertEquals(later, Uuids.madeAt(id));
  }

  @Test
  void a_clock_that_was_set_back_is_followed() {
    Uuids.next(Clock.fixed(NOW.plusSeconds(7200), ZoneOffset.UTC));
    UUID id = Uuids.next(Clock.fixed(NOW, ZoneOffset.UTC));
    assertEquals(NOW.toEpochMilli(), id.getMostSignificantBits() >>> 16);
  }
}
