package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.smartcorrection.location.Datum;
import org.smartcorrection.location.RawFix;

/**
 * What a device sent of one moment, read but not believed yet; nothing in it was filled in. A
 * device that found no place says so by a fix without latitude and longitude.
 *
 * @param fix time, place, speed, course and battery as sent
 * @param satellites used for the position, as sent
 * @param dilution horizontal dilution of precision, as sent
 * @param signs what the sensors say
 * @param clock what the device's own clock showed when it sent this, if the protocol says so; not
 *     when it measured, since what was measured may have been stored for days
 * @param datum in which the place is given
 */
public record RawReport(
    RawFix fix,
    OptionalInt satellites,
    OptionalDouble dilution,
    Signs signs,
    Optional<Instant> clock,
    Datum datum) {

  /** Of a protocol that says WGS-84. */
  public RawReport(
      RawFix fix,
      OptionalInt satellites,
      OptionalDouble dilution,
      Signs signs,
      Optional<Instant> clock) {
    this(fix, satellites, dilution, signs, clock, Datum.WGS_84);
  }

  /** The same numbers, taken for what is known of the device itself. */
  public RawReport in(Datum known) {
    return new RawReport(fix, satellites, dilution, signs, clock, known);
  }

  /** A position and nothing else. */
  public static RawReport of(RawFix fix) {
    return new RawReport(
        fix, OptionalInt.empty(), OptionalDouble.empty(), Signs.NONE, Optional.empty());
  }
}
