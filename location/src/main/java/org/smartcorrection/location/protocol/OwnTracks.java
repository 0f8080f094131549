package org.smartcorrection.location.protocol;

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
 * OwnTracks JSON, already parsed into a map. Of its message types only {@code location} carries a
 * position: {@code tst} (epoch seconds of the fix), {@code lat}, {@code lon} (WGS-84), {@code acc}
 * (metres), {@code batt} (per cent), {@code bs} (1 unplugged, 2 charging, 3 full), {@code vel}
 * (km/h), {@code cog} (degrees), {@code tid}. Where a message says what its position was made from
 * ({@code source}), {@code gps} is believed; else it is not known. {@code created_at} is when a
 * message was made, which may be days before it is sent, and tells nothing of the clock; a device
 * may say with {@code sent}, an addition of ours, what its clock showed when it sent.
 */
public final class OwnTracks {
  private static final double METRES_PER_SECOND_PER_KMH = 1 / 3.6;

  private OwnTracks() {}

  /** Reads one message. Never throws on what a device can send. */
  public static Reading read(Map<String, ? extends @Nullable Object> message) {
    if (message.size() > Fields.MOST_VALUES) return new Reading.Malformed(Fault.TOO_LARGE);
    if (!(message.get("_type") instanceof String type)) {
      return new Reading.Malformed(Fault.TYPE);
    }
    if (!type.equals("location")) return new Reading.NoReport();
    try {
      return report(new Values(message));
    } catch (Fields.FaultException e) {
      return new Reading.Malformed(e.fault());
    }
  }

  private static Reading report(Values message) {
    OptionalDouble latitude = message.number("lat", Fault.POSITION);
    OptionalDouble longitude = message.number("lon", Fault.POSITION);
    if (latitude.isPresent() != longitude.isPresent()) {
      throw new Fields.FaultException(Fault.POSITION);
    }
    OptionalDouble kmh = message.number("vel", Fault.NUMBER);
    return new Reading.Reported(
        Fields.name(message.text("tid", Fault.DEVICE_NAME)),
        new RawReport(
            new RawFix(
                time(message.number("tst", Fault.TIME)),
                latitude,
                longitude,
                message.number("acc", Fault.NUMBER),
                source(message.get("source")),
                kmh.isEmpty()
                    ? kmh
                    : OptionalDouble.of(kmh.getAsDouble() * METRES_PER_SECOND_PER_KMH),
                message.number("cog", Fault.NUMBER),
                Fields.whole(message.number("batt", Fault.NUMBER))),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            signs(Fields.whole(message.number("bs", Fault.NUMBER)).orElse(0)),
            time(message.number("sent", Fault.TIME))));
  }

  private static Signs signs(int batteryStatus) {
    return switch (batteryStatus) {
      case 1 -> Signs.NONE.with(Sign.CHARGING, false);
      case 2, 3 -> Signs.NONE.with(Sign.CHARGING, true);
      default -> Signs.NONE; // 0 is "not known"
    };
  }

  private static Optional<Instant> time(OptionalDouble seconds) {
    if (seconds.isEmpty()) return Optional.empty();
    // the far ends are no times, and would overflow
    if (Math.abs(seconds.getAsDouble()) > 1e11) throw new Fields.FaultException(Fault.TIME);
    return Optional.of(Instant.ofEpochSecond((long) Math.floor(seconds.getAsDouble())));
  }

  private static FixSource source(@Nullable Object said) {
    if (!(said instanceof String provider)) return FixSource.UNKNOWN;
    return switch (provider) {
      case "gps" -> FixSource.GNSS;
      default -> FixSource.UNKNOWN; // "fused" and "network" mix masts and Wi-Fi
    };
  }
}
