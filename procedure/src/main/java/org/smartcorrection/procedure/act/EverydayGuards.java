package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What health reports, visits and verifications must fulfil (rules M14, L16, L16a). */
final class EverydayGuards {

  private EverydayGuards() {}

  /** Nobody misses a report of which nobody told them. */
  static Guard.Verdict healthTold(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("rulesTold"), Reason.of("reason.health.told", "H4"));
  }

  /** More time is more time. */
  static Guard.Verdict reviewLater(Situation situation) {
    LocalDate until = situation.day("extendedUntil");
    return situation
        .instance()
        .deadline("late-review")
        .or(() -> situation.instance().deadline("review"))
        .map(open -> open.deadline().day())
        .filter(day -> !until.isAfter(day))
        .map(
            day ->
                Guard.Verdict.against(
                    Reason.of("reason.assessment.extension", "H3", new Arg.Day(day))))
        .orElse(Guard.Verdict.FINE);
  }

  /** A visit is planned for a day to come. */
  static Guard.Verdict plannedAhead(Situation situation) {
    LocalDate planned = situation.day("plannedOn");
    return Guard.Verdict.unless(
        !planned.isBefore(situation.proposal().day()),
        Reason.of("reason.visit.planned", "H3", new Arg.Day(planned)));
  }
}
