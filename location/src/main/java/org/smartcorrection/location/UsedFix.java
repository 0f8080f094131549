package org.smartcorrection.location;

import java.time.Instant;

/**
 * A fix that was weighed.
 *
 * @param metresOutside distance past the border of what was permitted at its time, negative inside
 * @param probabilityOutside that the true place was outside, by this fix alone, 0 to 1
 */
public record UsedFix(
    Instant time,
    Wgs84Point point,
    double accuracyMetres,
    FixSource source,
    double metresOutside,
    double probabilityOutside)
    implements JudgedFix {}
