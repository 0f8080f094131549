package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;

/** What health reports, visits and verifications must fulfil (rules M14, L16, L16a). */
final class EverydayGuards {

  private static final String CAPS = "L16a";

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

  /** So many a day, so many a week, and none above (L16a). */
  static Guard.Verdict verificationCap(Situation situation) {
    int perDay = situation.rule(CAPS).number("perDay");
    int perWeek = situation.rule(CAPS).number("perWeek");
    int today = situation.count("checksToday");
    int week = situation.count("checksThisWeek");
    if (today >= perDay) {
      return Guard.Verdict.against(
          Reason.of("reason.verification.day", CAPS, new Arg.Count(today), new Arg.Count(perDay)));
    }
    return Guard.Verdict.unless(
        week < perWeek,
        Reason.of("reason.verification.week", CAPS, new Arg.Count(week), new Arg.Count(perWeek)));
  }

  /** Nobody is woken for an everyday check: a disguised restriction of liberty (L28). */
  static Guard.Verdict verificationHours(Situation situation) {
    int from = situation.rule(CAPS).number("fromHour");
    int until = situation.rule(CAPS).number("untilHour");
    int hour = situation.proposal().occurredAt().atZone(LegalCalendar.ZONE).getHour();
    return Guard.Verdict.unless(
        hour >= from && hour < until,
        Reason.of("reason.verification.hours", CAPS, new Arg.Count(from), new Arg.Count(until)));
  }
}
