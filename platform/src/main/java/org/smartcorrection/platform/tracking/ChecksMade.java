package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.DerivedFacts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/**
 * How often a person was checked already (rule L16a): what was asked of them and the single points
 * of a phone count alike against the caps of a day and of a week, which begins on Monday.
 */
@Component
class ChecksMade implements DerivedFacts {
  private static final String ASKED = "VerificationAsked";

  private final Acts acts;
  private final Verifications points;
  private final Clock clock;

  ChecksMade(Acts acts, Verifications points, Clock clock) {
    this.acts = acts;
    this.points = points;
    this.clock = clock;
  }

  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    if (!command.type().equals(ASKED)) return Facts.NONE;
    Instant now = clock.instant();
    LocalDate today = LegalCalendar.legalDay(now);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return Facts.NONE
        .count(
            "checksToday",
            acts.count(in.id(), ASKED, LegalCalendar.startOf(today))
                + points.today(in.person(), now))
        .count(
            "checksThisWeek",
            acts.count(in.id(), ASKED, LegalCalendar.startOf(monday))
                + points.thisWeek(in.person(), now));
  }
}
