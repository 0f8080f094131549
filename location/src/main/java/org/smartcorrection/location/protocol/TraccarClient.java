package org.smartcorrection.location.protocol;

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
 * What Traccar Client sends from version 9 on to where it sent the OsmAnd protocol before: JSON,
 * already parsed into a map. {@code device_id}; of {@code location} {@code timestamp} (ISO-8601),
 * {@code coords} ({@code latitude}, {@code longitude}, WGS-84; {@code accuracy} in metres, {@code
 * speed} in metres a second, {@code heading}, each below 0 for not known), {@code battery} ({@code
 * level} from 0 to 1, {@code is_charging}), {@code is_moving}, {@code mock}. Who stands still by
 * the phone's guess is not said to be away from it.
 */
public final class TraccarClient {
  private TraccarClient() {}

  /** Reads one message. Never throws on what a device can send. */
  public static Reading read(Map<String, ? extends @Nullable Object> message) {
    if (message.size() > Fields.MOST_VALUES) return new Reading.Malformed(Fault.TOO_LARGE);
    try {
      var values = new Values(message);
      Optional<Values> location = values.within("location");
      if (location.isEmpty()) return new Reading.Malformed(Fault.TYPE);
      return new Reading.Reported(
          Fields.name(values.text("device_id", Fault.DEVICE_NAME)), report(location.get()));
    } catch (Fields.FaultException e) {
      return new Reading.Malformed(e.fault());
    }
  }

  private static RawReport report(Values location) {
    Values coords = location.within("coords").orElse(Values.NONE);
    Values battery = location.within("battery").orElse(Values.NONE);
    OptionalDouble latitude = coords.number("latitude", Fault.POSITION);
    OptionalDouble longitude = coords.number("longitude", Fault.POSITION);
    if (latitude.isPresent() != longitude.isPresent()) {
      throw new Fields.FaultException(Fault.POSITION);
    }
    OptionalDouble level = battery.number("level", Fault.NUMBER);
    Signs signs = Fields.and(Signs.NONE, Sign.CHARGING, battery.flag("is_charging"));
    signs = Fields.and(signs, Sign.MOCKED, location.flag("mock"));
    if (location.flag("is_moving").orElse(false)) signs = signs.with(Sign.MOVED, true);
    return new RawReport(
        new RawFix(
            Fields.time(location.text("timestamp", Fault.TIME)),
            latitude,
            longitude,
            known(coords.number("accuracy", Fault.NUMBER)),
            FixSource.UNKNOWN,
            coords.number("speed", Fault.NUMBER),
            coords.number("heading", Fault.NUMBER),
            level.isEmpty()
                ? OptionalInt.empty()
                : Fields.whole(OptionalDouble.of(level.getAsDouble() * 100))),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        signs,
        Optional.empty());
  }

  private static OptionalDouble known(OptionalDouble accuracy) {
    return accuracy.orElse(-1) < 0 ? OptionalDouble.empty() : accuracy;
  }
}
