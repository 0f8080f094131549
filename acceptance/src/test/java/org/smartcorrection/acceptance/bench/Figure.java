package org.smartcorrection.acceptance.bench;

/**
 * One measured number beside what was promised.
 *
 * @param id of the row, as {@code main.2a}
 * @param value in {@code unit}, like the two bars
 */
record Figure(String id, String what, double value, String unit, double floor, double stretch) {
  String json() {
    return """
    {"id": "%s", "what": "%s", "value": %s, "unit": "%s", "floor": %s, "stretch": %s}\
    """
        .formatted(id, what, plain(value), unit, plain(floor), plain(stretch));
  }

  String line() {
    String verdict = value <= stretch ? "stretch" : value <= floor ? "floor" : "MISSED";
    return "%-8s %-62s %10s %-4s %8s %8s  %s"
        .formatted(id, what, plain(value), unit, plain(floor), plain(stretch), verdict);
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.valueOf((long) number)
        : String.valueOf(Math.round(number * 1000) / 1000.0);
  }
}
