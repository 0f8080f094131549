package org.smartcorrection.acceptance.bench;

/**
 * One measured number beside what was promised.
 *
 * @param id of the row, as {@code main.2a}
 * @param value in {@code unit}, like the two bars; more is better where the stretch is above the
 *     floor
 * @param floor the bar, or not a number where nothing was promised
 */
record Figure(String id, String what, double value, String unit, double floor, double stretch) {
  /** A number that says under which circumstances others came about. */
  static Figure note(String id, String what, double value, String unit) {
    return new Figure(id, what, value, unit, Double.NaN, Double.NaN);
  }

  String json() {
    return """
    {"id": "%s", "what": "%s", "value": %s, "unit": "%s", "floor": %s, "stretch": %s}\
    """
        .formatted(id, what, plain(value), unit, json(floor), json(stretch));
  }

  String line() {
    return "%-8s %-62s %10s %-4s %8s %8s  %s"
        .formatted(id, what, plain(value), unit, text(floor), text(stretch), verdict());
  }

  private String verdict() {
    if (Double.isNaN(floor)) return "";
    return reaches(stretch) ? "stretch" : reaches(floor) ? "floor" : "MISSED";
  }

  private boolean reaches(double bar) {
    return stretch > floor ? value >= bar : value <= bar;
  }

  private static String json(double bar) {
    return Double.isNaN(bar) ? "null" : plain(bar);
  }

  private static String text(double bar) {
    return Double.isNaN(bar) ? "" : plain(bar);
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.valueOf((long) number)
        : String.valueOf(Math.round(number * 1000) / 1000.0);
  }
}
