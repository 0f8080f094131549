package org.smartcorrection.platform.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ShareTest {
  /** Newcombe (1998), Statistics in Medicine 17, p. 857, table I: the score method. */
  @Test
  void the_range_is_the_one_that_is_published() {
    assertEquals(0.2553, new Share(81, 263).low(), 0.00005);
    assertEquals(0.3662, new Share(81, 263).high(), 0.00005);
    assertEquals(0.0624, new Share(15, 148).low(), 0.00005);
    assertEquals(0.1605, new Share(15, 148).high(), 0.00005);
    assertEquals(0.0, new Share(0, 20).low());
    assertEquals(0.1611, new Share(0, 20).high(), 0.00005);
    assertEquals(0.0061, new Share(1, 29).low(), 0.00005);
    assertEquals(0.1718, new Share(1, 29).high(), 0.00005);
  }

  @Test
  void few_cases_say_little_and_many_say_more() {
    assertTrue(new Share(0, 0).few());
    assertTrue(new Share(2, 4).few());
    assertTrue(new Share(1, 1).few());
    assertFalse(new Share(10, 40).few());
    assertFalse(new Share(0, 20).few());
  }

  @Test
  void a_part_is_never_more_than_the_whole() {
    assertThrows(IllegalArgumentException.class, () -> new Share(3, 2));
    assertEquals(1, new Share(7, 7).high());
    assertEquals(0, new Share(0, 0).value());
  }
}
