package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What an assessment before the decision must fulfil (rule L07, Community Corrections Law 18). */
final class AssessmentGuards {

  private AssessmentGuards() {}

  /** An extension never shortens the time. */
  static Guard.Verdict extensionLater(Situation situation) {
    Optional<LocalDate> due =
        situation.instance().deadlines().stream()
            .map(open -> open.deadline().day())
            .max(Comparator.naturalOrder());
    LocalDate until = situation.day("extendedUntil");
    return due.filter(day -> !until.isAfter(day))
        .map(
            day ->
                Guard.Verdict.against(
                    Reason.of("reason.assessment.extension", "H3", new Arg.Day(day))))
        .orElse(Guard.Verdict.FINE);
  }

  /** An opinion of which nobody knows what it rests on is none. */
  static Guard.Verdict investigated(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("investigated"), Reason.of("reason.assessment.not-investigated", "L07"));
  }
}
