package org.smartcorrection.platform.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.TermClock;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Terms;
import org.smartcorrection.procedure.act.Fact;

/**
 * The term of a case as a bar, and why it ends when it does.
 *
 * @param why empty where the decision itself states the last day
 */
record TermView(TermClock clock, List<Line> why) {

  /** Empty until a decision with a term was received. */
  static Optional<TermView> of(
      Summary summary,
      List<Act> history,
      List<DueRow> dues,
      LocalDate today,
      Law law,
      Locale locale) {
    LocalDate from = summary.termFrom();
    LocalDate until = summary.termUntil();
    if (from == null || until == null || until.isBefore(from)) return Optional.empty();
    var clock =
        TermClock.of(
            from, until, today, periods(history, from, until, today), events(history, dues));
    return Optional.of(new TermView(clock, why(history, law, locale)));
  }

  private static List<Line> why(List<Act> history, Law law, Locale locale) {
    return history.stream()
        .filter(act -> act.type().equals("ReferralReceived"))
        .map(Act::facts)
        .filter(facts -> facts.day("termEndsOn").isEmpty() && facts.day("termStartsOn").isPresent())
        .reduce((_, later) -> later)
        .map(facts -> Whys.of(end(facts).explanation(), law, locale))
        .orElse(List.of());
  }

  private static org.smartcorrection.procedure.Deadline end(Facts facts) {
    if (!(facts.values().get("term") instanceof Fact.Length(var length)))
      throw new IllegalStateException("a referral states its term");
    boolean doubled = facts.said("category").equals(Summary.Category.PUBLIC_SURVEILLANCE.name());
    int credit = doubled ? 2 * facts.count("custodyDays").orElse(0) : 0;
    return Terms.end(facts.day("termStartsOn").orElseThrow(), length, credit);
  }

  private static List<TermClock.Period> periods(
      List<Act> history, LocalDate from, LocalDate until, LocalDate today) {
    var periods = new ArrayList<TermClock.Period>();
    @Nullable LocalDate since = null;
    String level = "";
    @Nullable LocalDate device = null;
    for (Act act : history) {
      LocalDate day = act.effectiveOn();
      if (!act.facts().said("level").isEmpty()) {
        if (since != null) level(periods, level, since, day.minusDays(1));
        since = day;
        level = act.facts().said("level");
      }
      if (act.type().equals("SubjectInformed")) device = day;
      boolean over =
          switch (act.type()) {
            case "PositioningLifted",
                "PositioningExpired",
                "PositioningTermOver",
                "CorrectionEnded" ->
                true;
            case String _ -> false;
          };
      if (over && device != null) {
        add(periods, TermClock.Restriction.POSITIONING, "desk.term.positioning", device, day);
        device = null;
      }
    }
    LocalDate last = today.isAfter(until) ? until : today.isBefore(from) ? from : today;
    if (since != null) level(periods, level, since, last);
    if (device != null)
      add(periods, TermClock.Restriction.POSITIONING, "desk.term.positioning", device, last);
    return periods;
  }

  private static void level(
      List<TermClock.Period> periods, String level, LocalDate from, LocalDate to) {
    var kind =
        level.equals("STRICT") ? TermClock.Restriction.STRICT : TermClock.Restriction.ORDINARY;
    add(periods, kind, "desk.level." + level, from, to);
  }

  private static void add(
      List<TermClock.Period> periods,
      TermClock.Restriction kind,
      String key,
      LocalDate from,
      LocalDate to) {
    if (!to.isBefore(from)) periods.add(new TermClock.Period(kind, from, to, Text.of(key)));
  }

  private static List<TermClock.Event> events(List<Act> history, List<DueRow> dues) {
    var events = new ArrayList<TermClock.Event>();
    for (Act act : history)
      kind(act.type())
          .ifPresent(
              kind ->
                  events.add(
                      new TermClock.Event(
                          kind,
                          LegalCalendar.legalDay(act.occurredAt()),
                          Text.of("act." + act.type()))));
    dues.stream()
        .filter(row -> row.due().name().equals("appraise") && row.due().metBy() == null)
        .forEach(
            row ->
                events.add(
                    new TermClock.Event(
                        TermClock.Kind.AHEAD, row.day(), Text.literal(row.what()))));
    return events;
  }

  private static Optional<TermClock.Kind> kind(String type) {
    return switch (type) {
      case "Announced", "LeaveGranted", "Appraised", "Released" -> Optional.of(TermClock.Kind.DONE);
      case "AdmonitionDecided" -> Optional.of(TermClock.Kind.BAD);
      case String _ -> Optional.empty();
    };
  }
}
