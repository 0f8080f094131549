package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.notify.Attempt;
import org.smartcorrection.platform.subjects.Identity;

/**
 * An alarm in a list.
 *
 * @param severity {@code red}, {@code amber} or {@code blue}
 * @param name of the person; the case number where the identity was destroyed or is withheld
 * @param unseen whether nobody has acknowledged it
 * @param told up to which stage others were told meanwhile; absent before the first
 * @param absence by which approved absence it is suspended, as a message; absent where by none
 * @param restricted whether the case is restricted, and the name withheld
 */
record AlarmRow(
    String id,
    String severity,
    String kind,
    String name,
    Instant at,
    String state,
    boolean unheard,
    boolean unseen,
    @Nullable String told,
    @Nullable String absence,
    boolean on,
    boolean restricted) {
  static AlarmRow of(
      Alarm alarm,
      @Nullable Identity identity,
      @Nullable Summary nameless,
      List<Attempt<Escalation.Stage>> tried,
      Locale locale,
      @Nullable String on) {
    String number = nameless == null ? "" : nameless.number();
    return new AlarmRow(
        alarm.id().toString(),
        css(alarm),
        "tracking.kind." + alarm.kind().name(),
        identity == null ? number : identity.name(locale),
        alarm.openedAt(),
        "state.alarm." + alarm.state(),
        alarm.unheard(),
        alarm.seenAt() == null && !alarm.closed() && !alarm.suspended(),
        tried.isEmpty() ? null : "tracking.stage." + tried.getLast().stage().name(),
        alarm.absence() == null ? null : "tracking.absence." + alarm.absence().name(),
        alarm.id().toString().equals(on),
        identity == null && nameless != null && nameless.guarded());
  }

  static String css(Alarm alarm) {
    return alarm.severity().name().toLowerCase(Locale.ROOT);
  }
}
