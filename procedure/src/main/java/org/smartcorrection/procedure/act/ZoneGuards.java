package org.smartcorrection.procedure.act;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.Rule;

/** What ground that is forbidden, required or silent must fulfil (rules L28, M14, M16, M34). */
final class ZoneGuards {
  private static final String LIBERTY = "L28";

  /** Hours of silence that ground can explain. */
  private static final int LONGEST_MINUTES = 720;

  private ZoneGuards() {}

  /** A zone ends after it begins, and is not over before it is set. */
  static Guard.Verdict days(Situation situation) {
    LocalDate from = situation.day("zoneFrom");
    LocalDate until = situation.day("zoneUntil");
    if (until.isBefore(from)) {
      return Guard.Verdict.against(
          Reason.of("reason.permission.order", "H3", new Arg.Day(until), new Arg.Day(from)));
    }
    return Guard.Verdict.unless(
        !until.isBefore(situation.proposal().day()),
        Reason.of("reason.zone.over", "H3", new Arg.Day(until)));
  }

  /** Hours can be read, or it is day and night. */
  static Guard.Verdict hours(Situation situation) {
    boolean always = new Fact.Text(WeekHours.ALWAYS).equals(situation.facts().get("weekHours"));
    return Guard.Verdict.unless(
        always || weekHours(situation).isPresent(), Reason.of("reason.zone.hours", "H3"));
  }

  /**
   * Nobody has to be anywhere at night, or for so long that it would be a disguised restriction of
   * liberty: there is no curfew (CCL 34).
   */
  static Guard.Verdict presenceHours(Situation situation) {
    Optional<WeekHours> hours = weekHours(situation);
    if (hours.isEmpty()) return Guard.Verdict.against(Reason.of("reason.zone.hours", "H3"));
    Rule rule = situation.rule(LIBERTY);
    int from = rule.number("fromHour");
    int until = rule.number("untilHour");
    boolean byDay =
        hours.get().windows().stream()
            .allMatch(
                window -> window.fromMinute() >= 60 * from && window.untilMinute() <= 60 * until);
    if (!byDay) {
      return Guard.Verdict.against(
          Reason.of("reason.presence.night", LIBERTY, new Arg.Count(from), new Arg.Count(until)));
    }
    int day = rule.number("dayHours");
    int week = rule.number("weekHours");
    boolean shortDays = true;
    for (DayOfWeek one : DayOfWeek.values()) {
      shortDays &= hours.get().on(one).compareTo(Duration.ofHours(day)) <= 0;
    }
    return Guard.Verdict.unless(
        shortDays && hours.get().total().compareTo(Duration.ofHours(week)) <= 0,
        Reason.of("reason.presence.long", LIBERTY, new Arg.Count(day), new Arg.Count(week)));
  }

  /** Each basis is for those for whom the law has it. */
  static Guard.Verdict presenceBasis(Situation situation) {
    return switch (situation.choice("presenceBasis")) {
      case "MEDICAL_REVIEW" ->
          Guard.Verdict.unless(
              situation.choice("category").equals("TEMPORARY_EXECUTION"),
              Reason.of("reason.presence.medical", "M14"));
      case "PUBLIC_BENEFIT_ACTIVITY" ->
          Guard.Verdict.unless(
              situation.isTrue("activityAgreed"), Reason.of("reason.presence.agreed", LIBERTY));
      case String _ -> Guard.Verdict.FINE;
    };
  }

  /** A silence of more than half a day is a question, wherever it begins. */
  static Guard.Verdict deadZoneLength(Situation situation) {
    int minutes = situation.count("longestMinutes");
    return Guard.Verdict.unless(
        minutes >= 1 && minutes <= LONGEST_MINUTES,
        Reason.of("reason.deadzone.length", "H3", new Arg.Count(LONGEST_MINUTES)));
  }

  private static Optional<WeekHours> weekHours(Situation situation) {
    return situation.facts().get("weekHours") instanceof Fact.Text(var text)
        ? WeekHours.read(text)
        : Optional.empty();
  }
}
