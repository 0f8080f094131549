package org.smartcorrection.location.protocol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.protocol.Reading.Fault;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;

/**
 * What a Traccar server forwards ({@code forward.type=json}, {@code event.forward.url}), already
 * parsed into a map: {@code position}, {@code device} and, of an event, {@code event}. So the more
 * than 200 protocols that Traccar speaks are read.
 *
 * <p>A position has {@code fixTime} (ISO-8601 or epoch milliseconds), {@code valid}, {@code
 * latitude}, {@code longitude} (WGS-84), {@code accuracy} (metres, 0 for not known), {@code speed}
 * (knots), {@code course}, and of its {@code attributes} {@code sat}, {@code hdop}, {@code
 * batteryLevel} (per cent), {@code charge}, {@code motion}, {@code alarm}. Its {@code id} is 0
 * where it was forwarded before it was stored, and says nothing: device and {@code fixTime} tell
 * two positions apart. {@code deviceTime} is when the device measured and not when it sent, so
 * nothing is known of its clock. An event without a position is a report where it is an alarm of
 * the device, at its {@code eventTime}; a device that went offline is none: what a silence means is
 * decided here.
 */
public final class Traccar {
  private Traccar() {}

  /** Reads one message. Never throws on what can be sent. */
  public static Reading read(Map<String, ? extends @Nullable Object> message) {
    if (message.size() > Fields.MOST_VALUES) return new Reading.Malformed(Fault.TOO_LARGE);
    try {
      var all = new Values(message);
      Optional<Values> position = all.within("position");
      if (position.isPresent()) return report(all, position.get());
      Optional<Values> event = all.within("event");
      return event.isPresent() ? event(all, event.get()) : new Reading.Malformed(Fault.TYPE);
    } catch (Fields.FaultException e) {
      return new Reading.Malformed(e.fault());
    }
  }

  /** Whoever cuts a strap where no place can be found has cut it all the same. */
  private static Reading event(Values message, Values event) {
    Signs signs = signs(message, Values.NONE);
    if (signs.equals(Signs.NONE)) return new Reading.NoReport();
    var fix =
        new RawFix(
            time(event, "eventTime"),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            FixSource.UNKNOWN,
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty());
    return new Reading.Reported(
        terminal(message),
        new RawReport(fix, OptionalInt.empty(), OptionalDouble.empty(), signs, Optional.empty()));
  }

  private static Optional<String> terminal(Values message) {
    return message
        .within("device")
        .flatMap(known -> known.text("uniqueId", Fault.DEVICE_NAME))
        .flatMap(Traccar::name);
  }

  private static Reading report(Values message, Values position) {
    Values attributes = position.within("attributes").orElse(Values.NONE);
    OptionalDouble latitude = position.number("latitude", Fault.POSITION);
    OptionalDouble longitude = position.number("longitude", Fault.POSITION);
    if (latitude.isPresent() != longitude.isPresent()) {
      throw new Fields.FaultException(Fault.POSITION);
    }
    boolean found = position.flag("valid").orElse(true);
    OptionalDouble dilution = attributes.number("hdop", Fault.NUMBER);
    OptionalInt satellites = Fields.whole(attributes.number("sat", Fault.NUMBER));
    OptionalDouble knots = position.number("speed", Fault.NUMBER);
    var fix =
        new RawFix(
            time(position, "fixTime"),
            found ? latitude : OptionalDouble.empty(),
            found ? longitude : OptionalDouble.empty(),
            accuracy(position, dilution),
            satellites.orElse(0) > 0 || dilution.isPresent() ? FixSource.GNSS : FixSource.UNKNOWN,
            knots.isEmpty()
                ? knots
                : OptionalDouble.of(knots.getAsDouble() * Fields.METRES_PER_SECOND_PER_KNOT),
            position.number("course", Fault.NUMBER),
            Fields.whole(attributes.number("batteryLevel", Fault.NUMBER)));
    return new Reading.Reported(
        terminal(message),
        new RawReport(fix, satellites, dilution, signs(message, attributes), Optional.empty()));
  }

  /**
   * The signs of the body in a message: of a position's {@code attributes} {@code heartRate},
   * {@code steps}, {@code pressureHigh} and {@code pressureLow} (Traccar hands these on as the text
   * that the wearable sent), and the alarm {@code fallDown}. {@code temp1} is a probe of anything;
   * only of the protocol {@code watch} it is the temperature of the body. A wearable sends them
   * apart from a place, and Traccar puts its last known place beside them: {@code deviceTime} is
   * then when they were measured. Never throws on what can be sent.
   */
  public static Vitals vitals(Map<String, ? extends @Nullable Object> message) {
    if (message.size() > Fields.MOST_VALUES) return Vitals.NONE;
    try {
      Optional<Values> position = new Values(message).within("position");
      if (position.isEmpty()) return Vitals.NONE;
      Values attributes = position.get().within("attributes").orElse(Values.NONE);
      Optional<Values> event =
          new Values(message).within("event").flatMap(one -> one.within("attributes"));
      boolean watch = position.get().get("protocol") instanceof String said && said.equals("watch");
      return VitalFields.of(
          name -> Optional.ofNullable(attributes.get(name)).map(Traccar::text),
          watch ? Optional.of("temp1") : Optional.empty(),
          VitalFields.time(name -> time(position.get(), name), "deviceTime")
              .or(() -> VitalFields.time(name -> time(position.get(), name), "fixTime")),
          alarm(attributes) + "," + event.map(Traccar::alarm).orElse(""));
    } catch (Fields.FaultException _) {
      return Vitals.NONE;
    }
  }

  private static String text(Object value) {
    String text =
        value instanceof Double number && Double.isFinite(number)
            ? BigDecimal.valueOf(number).toPlainString()
            : value.toString();
    return text.length() > Fields.LONGEST_VALUE ? "" : text;
  }

  private static String alarm(Values values) {
    return values.get("alarm") instanceof String said ? said : "";
  }

  private static Optional<String> name(String uniqueId) {
    return Fields.name(Optional.of(uniqueId));
  }

  private static Optional<Instant> time(Values position, String name) {
    Object said = position.get(name);
    if (said instanceof Number) {
      double milliseconds = position.number(name, Fault.TIME).orElseThrow();
      if (Math.abs(milliseconds) > 1e14) throw new Fields.FaultException(Fault.TIME);
      return Optional.of(Instant.ofEpochMilli((long) milliseconds));
    }
    // older versions write an offset without its colon
    return Fields.time(
        position
            .text(name, Fault.TIME)
            .map(text -> text.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")));
  }

  private static OptionalDouble accuracy(Values position, OptionalDouble dilution) {
    OptionalDouble said = position.number("accuracy", Fault.NUMBER);
    return said.orElse(0) == 0 && dilution.isPresent()
        ? OptionalDouble.of(dilution.getAsDouble() * Fields.METRES_PER_HDOP)
        : said;
  }

  private static Signs signs(Values message, Values attributes) {
    Signs signs = TraccarAlarms.and(Signs.NONE, attributes.text("alarm", Fault.TYPE).orElse(""));
    Optional<Values> ofEvent = message.within("event").flatMap(event -> event.within("attributes"));
    signs =
        TraccarAlarms.and(
            signs, ofEvent.flatMap(values -> values.text("alarm", Fault.TYPE)).orElse(""));
    signs = Fields.and(signs, Sign.CHARGING, attributes.flag("charge"));
    // reckoned from the speed: whoever sits still is not lying in a drawer
    boolean moves = attributes.flag("motion").orElse(false);
    return moves ? signs.with(Sign.MOVED, true) : signs;
  }
}
