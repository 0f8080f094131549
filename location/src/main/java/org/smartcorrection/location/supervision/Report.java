package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.smartcorrection.location.Fix;

/**
 * What a dedicated device (Measures 37, M32) says of one moment. It has no place for heart rate,
 * temperature or steps: what a body does is no matter of supervision.
 *
 * @param time when it was measured
 * @param fix where, if the device found out; of the same time
 * @param sky what the satellite receiver saw, if it says
 * @param signs what the sensors say
 * @param batteryPercent 0 to 100, if the device says
 * @param clockAheadSeconds by how much the device's own clock was ahead of ours when it sent this,
 *     if the protocol lets us know
 */
public record Report(
    Instant time,
    Optional<Fix> fix,
    Optional<Sky> sky,
    Signs signs,
    OptionalInt batteryPercent,
    OptionalInt clockAheadSeconds)
    implements Message {

  /**
   * @throws IllegalArgumentException if the fix is of another time, or the battery no percentage
   */
  public Report {
    if (fix.isPresent() && !fix.get().time().equals(time)) {
      throw new IllegalArgumentException("a report and its fix are of one time");
    }
    if (batteryPercent.isPresent()
        && (batteryPercent.getAsInt() < 0 || batteryPercent.getAsInt() > 100)) {
      throw new IllegalArgumentException("a battery is 0 to 100 per cent");
    }
  }

  /** A position and nothing else, as simple devices send it. */
  public static Report of(Fix fix) {
    return new Report(
        fix.time(),
        Optional.of(fix),
        Optional.empty(),
        Signs.NONE,
        fix.batteryPercent(),
        OptionalInt.empty());
  }

  /**
   * What a satellite receiver saw; many say the one and not the other.
   *
   * @param satellites used for the position
   * @param dilution horizontal dilution of precision, above 0
   */
  public record Sky(OptionalInt satellites, OptionalDouble dilution) {
    /**
     * @throws IllegalArgumentException if one of them cannot be, or neither is there
     */
    public Sky {
      if (satellites.isEmpty() && dilution.isEmpty()) {
        throw new IllegalArgumentException("a sky says something");
      }
      if (satellites.orElse(0) < 0 || !(dilution.orElse(1) > 0)) {
        throw new IllegalArgumentException("satellites are counted and a dilution is above 0");
      }
    }

    /** A receiver that says both. */
    public static Sky of(int satellites, double dilution) {
      return new Sky(OptionalInt.of(satellites), OptionalDouble.of(dilution));
    }
  }
}
