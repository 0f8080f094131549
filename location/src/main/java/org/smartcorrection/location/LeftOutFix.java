package org.smartcorrection.location;

import java.time.Instant;

/**
 * A fix that was not weighed.
 *
 * @param reason why not
 */
public record LeftOutFix(
    Instant time, Wgs84Point point, double accuracyMetres, FixSource source, LeftOutReason reason)
    implements JudgedFix {}
