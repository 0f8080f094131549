package org.smartcorrection.location.protocol;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.protocol.Reading.Fault;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;

/**
 * The OsmAnd protocol as Traccar and Traccar Client speak it: one position as query parameters.
 * {@code id} or {@code deviceid}, {@code timestamp} (epoch seconds or milliseconds, or ISO-8601),
 * {@code lat}, {@code lon} (WGS-84), {@code speed} (knots), {@code bearing} or {@code heading},
 * {@code accuracy} (metres), {@code hdop}, {@code sat}, {@code batt} (per cent), {@code charge},
 * {@code mock}, {@code alarm} (Traccar's names), {@code valid} (whether the receiver found a
 * place). Parameters beyond these are passed over.
 *
 * <p>The protocol does not say what a position was made from; a dilution of precision only
 * satellites have. Three additions are ours: a dedicated device may say {@code
 * source=gnss|wifi|cell}, {@code worn}, and with {@code sent} what its clock showed when it sent.
 */
public final class Osmand {
  private Osmand() {}

  /** Reads one request. Never throws on what a device can send. */
  public static Reading read(Map<String, String> query) {
    if (query.size() > Fields.MOST_VALUES
        || query.values().stream().anyMatch(v -> v.length() > Fields.LONGEST_VALUE)) {
      return new Reading.Malformed(Fault.TOO_LARGE);
    }
    try {
      return report(query);
    } catch (Fields.FaultException e) {
      return new Reading.Malformed(e.fault());
    }
  }

  /**
   * The signs of the body in a request, under the names that Traccar gives to them: {@code
   * heartRate}, {@code pressureHigh}, {@code pressureLow}, {@code steps} and the alarm {@code
   * fallDown}; {@code bodyTemp} is ours. Never throws on what a device can send.
   */
  public static Vitals vitals(Map<String, String> query) {
    if (query.size() > Fields.MOST_VALUES) return Vitals.NONE;
    return VitalFields.of(
        name -> get(query, name).filter(value -> value.length() <= Fields.LONGEST_VALUE),
        Optional.of("bodyTemp"),
        VitalFields.time(name -> Fields.time(get(query, name)), "timestamp"),
        get(query, "alarm").orElse(""));
  }

  private static Reading report(Map<String, String> query) {
    OptionalDouble latitude = Fields.number(get(query, "lat"), Fault.POSITION);
    OptionalDouble longitude = Fields.number(get(query, "lon"), Fault.POSITION);
    if (latitude.isPresent() != longitude.isPresent()) {
      throw new Fields.FaultException(Fault.POSITION);
    }
    boolean found = Fields.flag(get(query, "valid")).orElse(true);
    OptionalDouble hdop = Fields.number(get(query, "hdop"), Fault.NUMBER);
    OptionalDouble accuracy = Fields.number(get(query, "accuracy"), Fault.NUMBER);
    OptionalDouble knots = Fields.number(get(query, "speed"), Fault.NUMBER);
    var fix =
        new RawFix(
            Fields.time(get(query, "timestamp")),
            found ? latitude : OptionalDouble.empty(),
            found ? longitude : OptionalDouble.empty(),
            accuracy.isPresent() || hdop.isEmpty()
                ? accuracy
                : OptionalDouble.of(hdop.getAsDouble() * Fields.METRES_PER_HDOP),
            source(get(query, "source"), hdop),
            knots.isEmpty()
                ? knots
                : OptionalDouble.of(knots.getAsDouble() * Fields.METRES_PER_SECOND_PER_KNOT),
            Fields.number(get(query, "bearing").or(() -> get(query, "heading")), Fault.NUMBER),
            Fields.whole(Fields.number(get(query, "batt"), Fault.NUMBER)));
    return new Reading.Reported(
        Fields.name(get(query, "id").or(() -> get(query, "deviceid"))),
        new RawReport(
            fix,
            Fields.whole(Fields.number(get(query, "sat"), Fault.NUMBER)),
            hdop,
            signs(query),
            Fields.time(get(query, "sent"))));
  }

  private static Signs signs(Map<String, String> query) {
    Signs signs = TraccarAlarms.and(Signs.NONE, get(query, "alarm").orElse(""));
    signs = Fields.and(signs, Sign.CHARGING, Fields.flag(get(query, "charge")));
    signs = Fields.and(signs, Sign.MOCKED, Fields.flag(get(query, "mock")));
    return Fields.and(signs, Sign.WORN, Fields.flag(get(query, "worn")));
  }

  private static Optional<String> get(Map<String, String> query, String name) {
    return Optional.ofNullable(query.get(name));
  }

  private static FixSource source(Optional<String> said, OptionalDouble hdop) {
    return switch (said.orElse("")) {
      case "gnss" -> FixSource.GNSS;
      case "wifi" -> FixSource.WIFI;
      case "cell" -> FixSource.CELL;
      default -> hdop.isPresent() ? FixSource.GNSS : FixSource.UNKNOWN;
    };
  }
}
