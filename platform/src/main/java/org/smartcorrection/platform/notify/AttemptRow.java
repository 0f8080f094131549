package org.smartcorrection.platform.notify;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to reach somebody as pages show it; stage, way, answer and why are keys of messages.
 *
 * @param whom absent where there was nobody
 */
public record AttemptRow(
    Instant at,
    String stage,
    String way,
    @Nullable String whom,
    String answer,
    @Nullable String why) {}
