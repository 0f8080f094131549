package org.smartcorrection.platform;

import java.time.Duration;
import java.time.LocalDate;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Lets the next day come, for tests to which the hour matters: other tests leave it anywhere. */
@Component
public class Mornings {
  private final MovableClock clock;

  Mornings(MovableClock clock) {
    this.clock = clock;
  }

  /** Nine o'clock of the next legal day. */
  public void next() {
    LocalDate tomorrow = LegalCalendar.legalDay(clock.instant()).plusDays(1);
    clock.forward(Duration.between(clock.instant(), LegalCalendar.startOf(tomorrow)).plusHours(9));
  }
}
