package org.smartcorrection.platform.access;

import java.security.SecureRandom;

/**
 * PINs of people under correction: six digits, none of which is the first that others would try.
 */
final class Pins {
  private static final int SIX_DIGITS = 1_000_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Pins() {}

  static String fresh() {
    while (true) {
      String pin = "%06d".formatted(RANDOM.nextInt(SIX_DIGITS));
      if (!easy(pin)) return pin;
    }
  }

  /** Whether every digit has the same distance from the one before: 000000, 123456, 654321. */
  static boolean easy(String pin) {
    int step = pin.charAt(1) - pin.charAt(0);
    for (int i = 2; i < pin.length(); i++)
      if (pin.charAt(i) - pin.charAt(i - 1) != step) return false;
    return true;
  }
}
