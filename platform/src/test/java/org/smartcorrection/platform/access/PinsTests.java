package org.smartcorrection.platform.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PinsTests {
  @Test
  void the_first_pins_that_others_would_try_are_never_given() {
    for (String pin : new String[] {"000000", "777777", "123456", "654321", "987654"})
      assertTrue(Pins.easy(pin), pin);
    for (String pin : new String[] {"112358", "902114", "123457"}) assertFalse(Pins.easy(pin), pin);
  }

  @Test
  void a_pin_has_six_digits() {
    for (int i = 0; i < 1000; i++) assertTrue(Pins.fresh().matches("\\d{6}"));
  }
}
