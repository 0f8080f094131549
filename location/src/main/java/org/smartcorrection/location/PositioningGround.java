package org.smartcorrection.location;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A decision of the head of the county justice bureau that a person may be positioned (CCL 29).
 *
 * @param ground one of the five
 * @param approvedAt from when it holds
 * @param endsAt first instant at which it no longer holds, at most three months on
 * @param liftedAt when it was lifted early, if it was
 */
public record PositioningGround(
    Article29Ground ground, Instant approvedAt, Instant endsAt, Optional<Instant> liftedAt) {
  private static final ZoneId LEGAL_TIME = ZoneId.of("Asia/Shanghai");

  /**
   * @throws IllegalArgumentException if it ends before it begins, or later than three months on
   */
  public PositioningGround {
    if (!endsAt.isAfter(approvedAt)) {
      throw new IllegalArgumentException("a positioning ground ends after it begins");
    }
    if (endsAt.isAfter(latestEnd(approvedAt))) {
      throw new IllegalArgumentException("a positioning ground lasts at most three months, CCL 29");
    }
  }

  /** Whether it holds at this instant. */
  public boolean holdsAt(Instant instant) {
    return !instant.isBefore(approvedAt) && instant.isBefore(end());
  }

  /** Its end, early or planned. */
  public Instant end() {
    return liftedAt.filter(lifted -> lifted.isBefore(endsAt)).orElse(endsAt);
  }

  /**
   * The last legal end: 24:00 of the same date three months on, or of that month's last day if the
   * approval was on a month's last day (rule D2). The exact term is the legal calendar's to
   * compute; here is only the wall behind which no configuration leads.
   */
  static Instant latestEnd(Instant approvedAt) {
    LocalDate day = approvedAt.atZone(LEGAL_TIME).toLocalDate();
    LocalDate last = day.plusMonths(3);
    if (day.getDayOfMonth() == day.lengthOfMonth())
      last = last.withDayOfMonth(last.lengthOfMonth());
    return last.plusDays(1).atStartOfDay(LEGAL_TIME).toInstant();
  }
}
