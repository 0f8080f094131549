package org.smartcorrection.platform.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.playback.Span;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/**
 * What a file must not be made of, because whoever reads it could find somebody who is protected
 * from the person (rule M16). No file shows a zone. But a file around an alarm points to where the
 * alarm was, so such an alarm's evidence leaves as none; and of somebody from whom another is
 * protected, files are of whole days that are over, whatever happened in them.
 */
@Component
class ProtectedFromFiles {
  private final Areas areas;
  private final Observations observations;

  ProtectedFromFiles(Areas areas, Observations observations) {
    this.areas = areas;
    this.observations = observations;
  }

  /** The message that says why there can be no such file; empty when there can. */
  Optional<String> refusal(PersonId person, Span span, @Nullable Alarm alarm, Instant now) {
    if (alarm != null && isHidden(alarm)) return Optional.of("tracking.file.protected-alarm");
    boolean isProtected =
        areas.set(person).stream()
            .filter(zone -> zone.kind().hidden())
            .anyMatch(zone -> meets(zone.during(), span));
    return isProtected && !isWholeDay(span, now)
        ? Optional.of("tracking.file.protected-days")
        : Optional.empty();
  }

  /** Whether an alarm rests on ground of which the person must not know where it is. */
  private boolean isHidden(Alarm alarm) {
    return observations.of(alarm).stream()
        .map(Observations.Noted::observation)
        .filter(one -> one.kind() == Kind.ENTERED_FORBIDDEN_ZONE)
        .anyMatch(
            one ->
                // a zone that is not known any more could have been one
                areas.set(alarm.person()).stream()
                    .filter(zone -> zone.instance().toString().equals(one.zone()))
                    .allMatch(zone -> zone.kind().hidden()));
  }

  private static boolean meets(Validity during, Span span) {
    return during.from().isBefore(span.until())
        && during.until().map(until -> until.isAfter(span.from())).orElse(true);
  }

  private static boolean isWholeDay(Span span, Instant now) {
    Instant begins = LegalCalendar.startOf(LegalCalendar.legalDay(span.from()));
    return span.from().equals(begins)
        && span.length().equals(Duration.ofDays(1))
        && !span.until().isAfter(now);
  }
}
