package org.smartcorrection.location;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a device sent, read but not believed yet; nothing in it was filled in. The datum of its
 * place is its sender's to declare.
 *
 * @param time when the device says it measured
 * @param latitude degrees north as sent
 * @param longitude degrees east as sent
 * @param accuracyMetres 68 % radius as sent, or derived from the dilution of precision
 * @param source what it was made from
 * @param speedMetresPerSecond converted to metres a second
 * @param courseDegrees clockwise from north as sent
 * @param batteryPercent as sent
 */
public record RawFix(
    Optional<Instant> time,
    OptionalDouble latitude,
    OptionalDouble longitude,
    OptionalDouble accuracyMetres,
    FixSource source,
    OptionalDouble speedMetresPerSecond,
    OptionalDouble courseDegrees,
    OptionalInt batteryPercent) {}
