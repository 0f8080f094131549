package org.smartcorrection.procedure.act;

import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;

/** What calls and visits that an alarm brings must fulfil (rule L28). */
final class AlarmGuards {

  private static final String LIBERTY = "L28";

  private AlarmGuards() {}

  /** At night nobody is woken for what a device says of itself. */
  static Guard.Verdict night(Situation situation) {
    int from = situation.rule(LIBERTY).number("fromHour");
    int until = situation.rule(LIBERTY).number("untilHour");
    int hour = situation.proposal().occurredAt().atZone(LegalCalendar.ZONE).getHour();
    boolean day = hour >= from && hour < until;
    return Guard.Verdict.unless(
        day || situation.isTrue("aboutPerson"),
        Reason.of("reason.alarm.night", LIBERTY, new Arg.Count(from), new Arg.Count(until)));
  }

  /** Nobody reports from where nobody was sent. */
  static Guard.Verdict dispatched(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("dispatched"), Reason.of("reason.alarm.not-dispatched", LIBERTY));
  }
}
