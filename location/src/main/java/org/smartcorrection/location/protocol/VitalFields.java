package org.smartcorrection.location.protocol;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.smartcorrection.location.protocol.Reading.Fault;

/**
 * Reads signs of the body out of named values. No protocol has a standard for them, so that nobody
 * is held to one: a value that no living body has (a wearable sends 0 when it lies on a table) or
 * that cannot be read is none, and the position beside it goes its way.
 */
final class VitalFields {
  /** Traccar's {@code Position.ALARM_FALL_DOWN}. */
  private static final String FALL = "fallDown";

  private static final Range HEART = new Range(20, 300);
  private static final Range PRESSURE = new Range(20, 300);
  private static final Range BODY = new Range(25, 45);
  private static final Range STEPS = new Range(0, 500_000);

  private VitalFields() {}

  private record Range(double least, double most) {
    OptionalDouble of(OptionalDouble value) {
      return value.isPresent() && value.getAsDouble() >= least && value.getAsDouble() <= most
          ? value
          : OptionalDouble.empty();
    }
  }

  /**
   * The signs in a message.
   *
   * @param text the value of a name as text
   * @param temperature the name under which the temperature of the body is sent, if it is at all
   * @param alarms comma-separated, as Traccar names them
   */
  static Vitals of(
      Function<String, Optional<String>> text,
      Optional<String> temperature,
      Optional<Instant> time,
      String alarms) {
    OptionalInt high = whole(text, "pressureHigh", PRESSURE);
    OptionalInt low = whole(text, "pressureLow", PRESSURE);
    boolean pressure = high.isPresent() && low.isPresent() && high.getAsInt() > low.getAsInt();
    boolean fell =
        alarms.length() <= Fields.LONGEST_VALUE
            && Arrays.stream(alarms.split(",", -1)).map(String::strip).anyMatch(FALL::equals);
    var vitals =
        new Vitals(
            time,
            whole(text, "heartRate", HEART),
            pressure
                ? Optional.of(new Vitals.Pressure(high.getAsInt(), low.getAsInt()))
                : Optional.empty(),
            temperature.map(name -> number(text, name, BODY)).orElse(OptionalDouble.empty()),
            whole(text, "steps", STEPS),
            fell);
    return vitals.isEmpty() ? Vitals.NONE : vitals;
  }

  private static OptionalInt whole(
      Function<String, Optional<String>> text, String name, Range range) {
    return Fields.whole(number(text, name, range));
  }

  private static OptionalDouble number(
      Function<String, Optional<String>> text, String name, Range range) {
    try {
      return range.of(Fields.number(text.apply(name), Fault.NUMBER));
    } catch (Fields.FaultException _) {
      return OptionalDouble.empty();
    }
  }

  /** A time that cannot be read is not said. */
  static Optional<Instant> time(Function<String, Optional<Instant>> read, String name) {
    try {
      return read.apply(name);
    } catch (Fields.FaultException _) {
      return Optional.empty();
    }
  }
}
