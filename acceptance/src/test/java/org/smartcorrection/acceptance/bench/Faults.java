package org.smartcorrection.acceptance.bench;

/** How often {@code ./bench faults} kills: 200 times, or as often as its argument says. */
final class Faults {
  private static final String TIMES = "smartcorrection.bench.faults";
  private static final int USUAL = 200;

  private Faults() {}

  static int times() {
    return Integer.getInteger(TIMES, USUAL);
  }

  static void times(String number) {
    System.setProperty(TIMES, number);
  }
}
