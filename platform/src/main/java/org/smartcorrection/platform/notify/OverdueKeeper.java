package org.smartcorrection.platform.notify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/**
 * Has overdue work told: whenever a legal day begins, since whole days decide, and now and then
 * between, since deadlines are also recorded late. What was told stands in the database, so that a
 * restart tells nothing twice.
 */
@Component
class OverdueKeeper extends Keeper {
  private static final Duration BETWEEN = Duration.ofMinutes(10);

  private final Escalating escalating;
  private final Clock clock;
  private volatile Instant last = Instant.EPOCH;

  OverdueKeeper(Escalating escalating, Clock clock) {
    super("overdue-keeper", Duration.ofSeconds(5), Turn.AFTER_OTHERS);
    this.escalating = escalating;
    this.clock = clock;
  }

  /** A few seconds' work, mostly none. */
  @Override
  protected void round() {
    Instant now = clock.instant();
    LocalDate today = LegalCalendar.legalDay(now);
    boolean sameDay = today.equals(LegalCalendar.legalDay(last));
    if (sameDay && now.isBefore(last.plus(BETWEEN))) return;
    escalating.tell();
    last = now;
  }
}
