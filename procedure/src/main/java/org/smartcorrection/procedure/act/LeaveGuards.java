package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What a leave must fulfil (rules L17, M17 to M20). */
final class LeaveGuards {

  private LeaveGuards() {}

  /** A leave begins today or later, ends after it begins, and does not overlap another. */
  static Guard.Verdict dates(Situation situation) {
    LocalDate first = situation.day("firstDay");
    LocalDate last = situation.day("lastDay");
    if (last.isBefore(first)) {
      return Guard.Verdict.against(
          Reason.of("reason.leave.ends-before-start", "H3", new Arg.Day(last), new Arg.Day(first)));
    }
    var reasons = new ArrayList<Reason>();
    if (first.isBefore(situation.proposal().day())) {
      reasons.add(Reason.of("reason.leave.begun", "H3", new Arg.Day(first)));
    }
    var leave = new DayRange(first, last);
    Optional<DayRange> overlap =
        situation.ranges("earlier").stream().filter(leave::overlaps).findFirst();
    overlap.ifPresent(
        other ->
            reasons.add(
                Reason.of(
                    "reason.leave.overlap",
                    "H3",
                    new Arg.Day(other.first()),
                    new Arg.Day(other.last()))));
    return new Guard.Verdict(reasons, List.of());
  }

  /** Generally applied for some days ahead; an emergency is a written reason. */
  static Guard.Verdict ahead(Situation situation) {
    int days = situation.rule("M18").number("days");
    LocalDate latest = situation.day("firstDay").minusDays(days);
    return Guard.Verdict.unless(
        !situation.proposal().day().isAfter(latest),
        Reason.of("reason.leave.late", "M18", new Arg.Count(days)));
  }

  /** Only the listed reasons are known to be valid; another needs a written one. */
  static Guard.Verdict cause(Situation situation) {
    return Guard.Verdict.unless(
        !situation.choice("cause").equals("OTHER"), Reason.of("reason.leave.cause", "M17"));
  }

  /** Whoever decides has the power for a leave of that length. */
  static Guard.Verdict tier(Situation situation) {
    LeaveTier tier = tierOf(situation);
    Role role = situation.proposal().role();
    var explanation = tier.explanation().steps();
    if (tier.tier().mayDecide(role)) return new Guard.Verdict(List.of(), explanation);
    String rule = tier.tier() == LeaveTier.Tier.ONE_LEVEL_UP ? "M20" : "M19";
    var reason =
        new Reason(
            "reason.leave.tier",
            List.of(
                new Arg.Count(tier.days()),
                new Arg.Count(tier.daysInWindow()),
                new Arg.Named("tier." + tier.tier().name())),
            rule,
            "remedy.approve");
    return new Guard.Verdict(List.of(reason), explanation);
  }

  /** Tells the applicant who will decide. */
  static Guard.Verdict tierShown(Situation situation) {
    LocalDate first = situation.day("firstDay");
    if (situation.day("lastDay").isBefore(first)) return Guard.Verdict.FINE;
    return new Guard.Verdict(List.of(), tierOf(situation).explanation().steps());
  }

  /** Back on or before the last day of the leave. */
  static Guard.Verdict returnInTime(Situation situation) {
    if (isInFuture(situation)) return notYet(situation);
    return Guard.Verdict.unless(!isLate(situation), Reason.of("reason.leave.returned-late", "H4"));
  }

  static Guard.Verdict returnLate(Situation situation) {
    if (isInFuture(situation)) return notYet(situation);
    return Guard.Verdict.unless(
        isLate(situation), Reason.of("reason.leave.returned-in-time", "H4"));
  }

  private static boolean isLate(Situation situation) {
    return situation.day("returnedOn").isAfter(situation.day("lastDay"));
  }

  private static boolean isInFuture(Situation situation) {
    return situation.day("returnedOn").isAfter(situation.proposal().day());
  }

  private static Guard.Verdict notYet(Situation situation) {
    return Guard.Verdict.against(
        Reason.of("reason.day.future", "H1", new Arg.Day(situation.day("returnedOn"))));
  }

  private static LeaveTier tierOf(Situation situation) {
    return LeaveTier.of(
        new DayRange(situation.day("firstDay"), situation.day("lastDay")),
        situation.ranges("earlier"),
        situation.isTrue("entrusted"),
        situation.rules());
  }
}
