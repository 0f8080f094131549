package org.smartcorrection.platform.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.playback.Span;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.shell.Form;
import org.smartcorrection.platform.shell.FormReader;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;

/**
 * What somebody asks of a person's track: a span, and what for. Nobody sees a track without saying
 * so (D02, PIPL 28).
 */
record Asked(Span span, ReadPurpose purpose) {
  /** A longer one is asked for piece by piece. */
  static final Duration LONGEST = Duration.ofHours(24);

  /** Reads the form; empty when something is wrong, which the reader then says. */
  static Optional<Asked> read(FormReader reader, Instant now) {
    Optional<Instant> from = reader.instant("from");
    Optional<Instant> until = reader.instant("until");
    Optional<ReadPurpose> purpose = reader.choice("purpose", ReadPurpose.class);
    if (from.isEmpty() || until.isEmpty()) return Optional.empty();
    if (!from.get().isBefore(now)) reader.failing("from", "tracking.track.future");
    else if (!from.get().isBefore(until.get())) reader.failing("until", "tracking.track.order");
    else if (Duration.between(from.get(), until.get()).compareTo(LONGEST) > 0)
      reader.failing("until", "tracking.track.long", LONGEST.toHours());
    if (reader.failed() || purpose.isEmpty()) return Optional.empty();
    Instant end = until.get().isAfter(now) ? now : until.get();
    return Optional.of(new Asked(new Span(from.get(), end), purpose.get()));
  }

  /** A form that proposes a span and, where what led here says it, a purpose. */
  static Form proposing(Span span, @Nullable ReadPurpose purpose) {
    Form form = typed(Form.empty(), span);
    return purpose == null ? form : form.with("purpose", purpose.name());
  }

  /** The same form with this span as somebody would type it. */
  static Form typed(Form form, Span span) {
    return with(with(form, "from", span.from()), "until", span.until());
  }

  private static Form with(Form form, String name, Instant at) {
    ZonedDateTime legal = at.atZone(LegalCalendar.ZONE);
    return form.with(name, legal.toLocalDate().toString())
        .with(name + "-time", legal.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString());
  }

  static List<Option> purposes() {
    return Arrays.stream(ReadPurpose.values())
        .map(purpose -> new Option(purpose.name(), Text.of(purpose.key())))
        .toList();
  }
}
