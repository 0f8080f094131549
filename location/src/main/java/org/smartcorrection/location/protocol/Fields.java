package org.smartcorrection.location.protocol;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.smartcorrection.location.protocol.Reading.Fault;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;

/** Values of messages, read strictly: a value that is there and cannot be read is a fault. */
final class Fields {
  static final int LONGEST_VALUE = 256;
  static final int MOST_VALUES = 128;
  static final double METRES_PER_SECOND_PER_KNOT = 1852.0 / 3600;

  /** Metres of accuracy for a dilution of precision of 1, as receivers commonly reckon. */
  static final double METRES_PER_HDOP = 5;

  // Double.parseDouble would also take "NaN", "0x1p3" and "1d"
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,20}(\\.\\d{0,20})?([eE][+-]?\\d{1,2})?");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,16}");
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._:@-]{1,64}");
  private static final long LATEST_AS_SECONDS = 100_000_000_000L; // year 5138; in ms it is 1973

  private Fields() {}

  /** Stops the reading of a message; never leaves this package. */
  static final class FaultException extends RuntimeException {
    private final Fault fault;

    FaultException(Fault fault) {
      super(fault.name(), null, false, false);
      this.fault = fault;
    }

    Fault fault() {
      return fault;
    }
  }

  static OptionalDouble number(Optional<String> value, Fault fault) {
    if (value.isEmpty() || value.get().isBlank()) return OptionalDouble.empty();
    String text = value.get().strip();
    if (!NUMBER.matcher(text).matches()) throw new FaultException(fault);
    return OptionalDouble.of(Double.parseDouble(text));
  }

  static OptionalInt whole(OptionalDouble value) {
    return value.isEmpty()
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(value.getAsDouble()));
  }

  static Optional<Boolean> flag(Optional<String> value) {
    return switch (value.orElse("").strip()) {
      case "" -> Optional.empty();
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> throw new FaultException(Fault.FLAG);
    };
  }

  static Signs and(Signs signs, Sign sign, Optional<Boolean> is) {
    return is.isEmpty() ? signs : signs.with(sign, is.get());
  }

  static Optional<String> name(Optional<String> value) {
    if (value.isEmpty() || value.get().isEmpty()) return Optional.empty();
    if (!NAME.matcher(value.get()).matches()) throw new FaultException(Fault.DEVICE_NAME);
    return value;
  }

  /** Epoch seconds, epoch milliseconds, ISO-8601, or "yyyy-MM-dd HH:mm:ss" in UTC. */
  static Optional<Instant> time(Optional<String> value) {
    if (value.isEmpty() || value.get().isBlank()) return Optional.empty();
    String text = value.get().strip();
    try {
      if (WHOLE.matcher(text).matches()) return Optional.of(epoch(Long.parseLong(text)));
      if (text.indexOf('T') < 0) {
        return Optional.of(
            LocalDateTime.parse(text.replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .toInstant(ZoneOffset.UTC));
      }
      // an offset's "+" arrives as a blank from careless query strings
      return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
    } catch (DateTimeException e) {
      throw new FaultException(Fault.TIME);
    }
  }

  static Instant epoch(long count) {
    return Math.abs(count) < LATEST_AS_SECONDS
        ? Instant.ofEpochSecond(count)
        : Instant.ofEpochMilli(count);
  }
}
