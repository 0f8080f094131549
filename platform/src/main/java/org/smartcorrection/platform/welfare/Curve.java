package org.smartcorrection.platform.welfare;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.smartcorrection.location.protocol.VitalSign;

/** One sign over time, drawn for a page; the table beside it says the same in numbers. */
record Curve(VitalSign sign, List<Point> points, List<Mark> scale, String path) {
  private static final int LEFT = 60;
  private static final int RIGHT = 700;
  private static final int TOP = 20;
  private static final int BOTTOM = 120;

  Curve {
    points = List.copyOf(points);
    scale = List.copyOf(scale);
  }

  record Point(int x, int y) {}

  /** A line of the scale. */
  record Mark(int y, String label) {}

  private record At(Instant at, double value) {}

  /** A curve of each sign of which at least two values are there. */
  static List<Curve> of(List<BodyValues.Value> values) {
    var curves = new ArrayList<Curve>();
    for (VitalSign sign :
        List.of(VitalSign.HEART_RATE, VitalSign.BLOOD_PRESSURE, VitalSign.TEMPERATURE)) {
      List<At> of = new ArrayList<>();
      for (BodyValues.Value value : values)
        number(sign, value).ifPresent(number -> of.add(new At(value.at(), number)));
      if (of.size() >= 2) curves.add(curve(sign, of));
    }
    return curves;
  }

  private static OptionalDouble number(VitalSign sign, BodyValues.Value value) {
    return switch (sign) {
      case HEART_RATE -> value.vitals().heartRate().stream().asDoubleStream().findFirst();
      case BLOOD_PRESSURE ->
          value.vitals().pressure().stream().mapToDouble(pressure -> pressure.high()).findFirst();
      case TEMPERATURE -> value.vitals().temperature();
      case STEPS, FALL -> OptionalDouble.empty();
    };
  }

  private static Curve curve(VitalSign sign, List<At> unsorted) {
    List<At> of = unsorted.stream().sorted((one, other) -> one.at().compareTo(other.at())).toList();
    double least = of.stream().mapToDouble(At::value).min().orElse(0);
    double most = of.stream().mapToDouble(At::value).max().orElse(1);
    double span = Math.max(most - least, 1);
    Instant from = of.getFirst().at();
    double time = Math.max((double) Duration.between(from, of.getLast().at()).toMillis(), 1);
    List<Point> points =
        of.stream()
            .map(
                at ->
                    new Point(
                        place(LEFT, RIGHT, Duration.between(from, at.at()).toMillis() / time),
                        place(BOTTOM, TOP, (at.value() - least) / span)))
            .toList();
    var path = new StringBuilder();
    for (Point point : points)
      path.append(path.isEmpty() ? "M" : "L").append(point.x()).append(' ').append(point.y());
    return new Curve(
        sign,
        points,
        List.of(new Mark(BOTTOM, label(sign, least)), new Mark(TOP, label(sign, least + span))),
        path.toString());
  }

  private static int place(int from, int to, double share) {
    return from + Math.toIntExact(Math.round((to - from) * share));
  }

  private static String label(VitalSign sign, double value) {
    return String.format(Locale.ROOT, sign == VitalSign.TEMPERATURE ? "%.1f" : "%.0f", value);
  }
}
