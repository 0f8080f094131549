package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Lets {@link Retention} go through everybody once a legal day, and once after a start. */
@Component
class RetentionKeeper extends Keeper {
  private final Retention retention;
  private final Clock clock;
  private @Nullable LocalDate done;

  RetentionKeeper(Retention retention, Clock clock) {
    super("retention", Duration.ofMinutes(5));
    this.retention = retention;
    this.clock = clock;
  }

  @Override
  protected void round() {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    if (today.equals(done)) return;
    if (retention.day(this::isRunning)) done = today;
  }
}
