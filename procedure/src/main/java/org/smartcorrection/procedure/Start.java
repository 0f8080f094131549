package org.smartcorrection.procedure;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The event from which time is counted.
 *
 * @param at when it happened; only its legal day matters unless hours are counted
 * @param event message key of what happened, such as {@code event.received}
 */
public record Start(Instant at, String event) {

  public static Start on(LocalDate day, String event) {
    return new Start(LegalCalendar.startOf(day), event);
  }

  public LocalDate day() {
    return LegalCalendar.legalDay(at);
  }
}
