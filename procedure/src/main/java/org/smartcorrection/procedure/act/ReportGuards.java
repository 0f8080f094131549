package org.smartcorrection.procedure.act;

import org.smartcorrection.procedure.Reason;

/** What a periodic report must fulfil (rule M13). */
final class ReportGuards {

  private ReportGuards() {}

  /** The plan's frequency is at least one day. */
  static Guard.Verdict frequency(Situation situation) {
    return Guard.Verdict.unless(
        situation.count("everyDays") >= 1, Reason.of("reason.report.frequency", "H3"));
  }

  /** What was done in time counts as in time, whenever it is recorded. */
  static Guard.Verdict inTime(Situation situation) {
    return Guard.Verdict.unless(!isLate(situation), Reason.of("reason.report.late", "H4"));
  }

  static Guard.Verdict late(Situation situation) {
    return Guard.Verdict.unless(isLate(situation), Reason.of("reason.report.in-time", "H4"));
  }

  private static boolean isLate(Situation situation) {
    return situation
        .instance()
        .deadline("report")
        .filter(deadline -> deadline.deadline().hasPassed(situation.proposal().occurredAt()))
        .isPresent();
  }
}
