package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.subjects.Identity;

/**
 * An alarm in a list.
 *
 * @param severity {@code red}, {@code amber} or {@code blue}
 * @param name of the person; empty where the identity was destroyed
 */
record AlarmRow(
    String id,
    String severity,
    String kind,
    String name,
    Instant at,
    String state,
    boolean unheard,
    boolean on) {
  static AlarmRow of(Alarm alarm, @Nullable Identity identity, Locale locale, @Nullable String on) {
    return new AlarmRow(
        alarm.id().toString(),
        css(alarm),
        "tracking.kind." + alarm.kind().name(),
        identity == null ? "" : identity.name(locale),
        alarm.openedAt(),
        "state.alarm." + alarm.state(),
        alarm.unheard(),
        alarm.id().toString().equals(on));
  }

  static String css(Alarm alarm) {
    return alarm.severity().name().toLowerCase(Locale.ROOT);
  }
}
