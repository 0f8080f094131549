package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rule;

/**
 * For how many days an agency keeps each class (rule H14 with the agency's own numbers), as of a
 * legal day. What was kept for so many whole days goes when the next begins.
 */
final class Periods {
  private final Map<DataClass, Integer> days = new EnumMap<>(DataClass.class);
  private final LocalDate today;
  private final int afterGround;

  private Periods(Rule rule, LocalDate today) {
    this.today = today;
    for (DataClass one : DataClass.values()) days.put(one, rule.number(one.number()));
    afterGround = rule.number("endedDays");
  }

  static Periods of(AgencyId agency, Law law, Instant now) {
    LocalDate today = LegalCalendar.legalDay(now);
    return new Periods(law.rules(agency).at(today).rule(DataClass.RULE), today);
  }

  int days(DataClass one) {
    return days.getOrDefault(one, 0);
  }

  /** The first legal day of which this class is still kept. */
  LocalDate first(DataClass one) {
    return today.minusDays(days(one));
  }

  /** What is older than this is due to go. */
  Instant before(DataClass one) {
    return LegalCalendar.startOf(first(one));
  }

  /** A track of which the ground ended before this is due to go as a whole. */
  Instant endedBefore() {
    return LegalCalendar.startOf(today.minusDays(afterGround));
  }

  int afterGround() {
    return afterGround;
  }
}
