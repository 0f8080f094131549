package org.smartcorrection.location.protocol.jt808;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.supervision.RawReport;

/**
 * The body of a location report (8.18, tables 23 to 27): alarm and status bits, latitude and
 * longitude in millionths of a degree, altitude, speed in tenths of a km/h, course, time in GMT+8,
 * and additional items, of which those that are not known are passed over by their length.
 */
final class LocationBody {
  private static final int BASIC = 28;
  private static final int POSITIONED = 1 << 1;
  private static final int SOUTH = 1 << 2;
  private static final int WEST = 1 << 3;
  private static final int SATELLITE_SYSTEMS = 15 << 18;
  private static final int SATELLITES = 0x31;
  private static final double MILLIONTH = 1e-6;
  private static final double TENTH_KMH = 1 / 36.0;
  private static final long GMT_8 = 8 * 3_600;
  private static final long DAY = 86_400;

  private LocationBody() {}

  static RawReport read(byte[] body, int from, int until, Dialect dialect) {
    if (until - from < BASIC) throw new FaultException(Fault.BODY);
    int alarm = Bytes.doubleWord(body, from);
    int status = Bytes.doubleWord(body, from + 4);
    OptionalInt satellites = OptionalInt.empty();
    OptionalInt battery = OptionalInt.empty();
    for (int at = from + BASIC; at < until; ) {
      if (at + 2 > until) throw new FaultException(Fault.BODY);
      int item = body[at] & 0xff;
      int value = at + 2;
      at = value + (body[at + 1] & 0xff);
      if (at > until) throw new FaultException(Fault.BODY);
      if (item == SATELLITES && at - value == 1) satellites = OptionalInt.of(body[value] & 0xff);
      OptionalInt percent = dialect.battery(item, body, value, at);
      if (percent.isPresent()) battery = percent;
    }
    double latitude = Integer.toUnsignedLong(Bytes.doubleWord(body, from + 8)) * MILLIONTH;
    double longitude = Integer.toUnsignedLong(Bytes.doubleWord(body, from + 12)) * MILLIONTH;
    if ((status & SOUTH) != 0) latitude = -latitude;
    if ((status & WEST) != 0) longitude = -longitude;
    boolean positioned = (status & POSITIONED) != 0;
    var fix =
        new RawFix(
            time(body, from + 22),
            positioned ? OptionalDouble.of(latitude) : OptionalDouble.empty(),
            positioned ? OptionalDouble.of(longitude) : OptionalDouble.empty(),
            OptionalDouble.empty(), // the protocol has no accuracy
            (status & SATELLITE_SYSTEMS) != 0 || satellites.orElse(0) > 0
                ? FixSource.GNSS
                : FixSource.UNKNOWN,
            OptionalDouble.of(Bytes.word(body, from + 18) * TENTH_KMH),
            OptionalDouble.of(Bytes.word(body, from + 20)),
            battery);
    return new RawReport(
        fix,
        satellites,
        OptionalDouble.empty(),
        dialect.signs(alarm, status),
        Optional.empty(), // when it was sent is not said
        dialect.datum());
  }

  /** A terminal that never had a time says only noughts. */
  private static Optional<Instant> time(byte[] body, int at) {
    boolean nought = true;
    for (int i = at; i < at + 6; i++) {
      if (!Bytes.isDigits(body[i])) throw new FaultException(Fault.TIME);
      nought &= body[i] == 0;
    }
    if (nought) return Optional.empty();
    int hour = Bytes.digits(body[at + 3]);
    int minute = Bytes.digits(body[at + 4]);
    int second = Bytes.digits(body[at + 5]);
    if (hour > 23 || minute > 59 || second > 59) throw new FaultException(Fault.TIME);
    try {
      long day =
          LocalDate.of(
                  2000 + Bytes.digits(body[at]),
                  Bytes.digits(body[at + 1]),
                  Bytes.digits(body[at + 2]))
              .toEpochDay();
      return Optional.of(
          Instant.ofEpochSecond(day * DAY + hour * 3_600L + minute * 60L + second - GMT_8));
    } catch (DateTimeException _) {
      throw new FaultException(Fault.TIME);
    }
  }
}
