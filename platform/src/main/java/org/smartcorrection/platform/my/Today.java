package org.smartcorrection.platform.my;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.reporting.CheckIns;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.tracking.DeviceAdvice;
import org.smartcorrection.procedure.Deadline;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Gathers what the first page says of one case. */
@Component
class Today {
  private static final int LATEST_LOOKS = 3;

  private final People people;
  private final CheckIns checkIns;
  private final LeaveViews leaves;
  private final Summaries summaries;
  private final Instances instances;
  private final LookViews looks;
  private final DeviceAdvice advice;
  private final Words words;
  private final Law law;
  private final Clock clock;

  Today(
      People people,
      CheckIns checkIns,
      LeaveViews leaves,
      Summaries summaries,
      Instances instances,
      LookViews looks,
      DeviceAdvice advice,
      Words words,
      Law law,
      Clock clock) {
    this.people = people;
    this.checkIns = checkIns;
    this.leaves = leaves;
    this.summaries = summaries;
    this.instances = instances;
    this.looks = looks;
    this.advice = advice;
    this.words = words;
    this.law = law;
    this.clock = clock;
  }

  TodayView of(Case in, Locale locale) {
    Instant now = clock.instant();
    LocalDate today = LegalCalendar.legalDay(now);
    @Nullable Summary row = summaries.find(in.id()).orElse(null);
    List<LeaveView> open =
        leaves.of(in, locale).stream().filter(leave -> leave.open() || leave.refused()).toList();
    return new TodayView(
        Greeting.of(people.get(in.person()), now, locale),
        today,
        report(in, today, locale),
        open,
        row == null ? null : term(row, today),
        row == null ? null : level(in, row, locale),
        ground(in, now, locale),
        looks.at(in.person(), null, LATEST_LOOKS, locale).rows());
  }

  private TodayView.@Nullable Report report(Case in, LocalDate today, Locale locale) {
    List<CheckIns.Owed> owed = checkIns.owed(in.id());
    if (owed.isEmpty()) return null;
    CheckIns.Owed first = owed.getFirst();
    Deadline due = first.deadline().deadline();
    return new TodayView.Report(
        due.day(), due.day().equals(today), first.missed(), words.why(due.explanation(), locale));
  }

  private static TodayView.@Nullable Term term(Summary row, LocalDate today) {
    LocalDate from = row.termFrom();
    LocalDate until = row.termUntil();
    return from == null || until == null ? null : TodayView.Term.of(from, until, today);
  }

  private TodayView.@Nullable Level level(Case in, Summary row, Locale locale) {
    if (row.level() == Summary.Level.UNDECIDED) return null;
    String reason =
        instances.ofCase(in.id(), "level").stream()
            .filter(running -> running.state().equals("SET"))
            .map(running -> running.facts().said("reason"))
            .findFirst()
            .orElse("");
    return new TodayView.Level(
        row.level().name(),
        reason.isEmpty() ? null : reason,
        law.articles("level", "LevelSet", locale));
  }

  /** The ground ends with its deadline, whether or not that has been recorded yet. */
  private TodayView.@Nullable Ground ground(Case in, Instant now, Locale locale) {
    return instances.ofCase(in.id(), "positioning").stream()
        .filter(running -> running.state().equals("ACTIVE"))
        .map(running -> ground(in, running, now, locale))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private TodayView.@Nullable Ground ground(Case in, Running running, Instant now, Locale locale) {
    return running
        .instance()
        .deadline("end")
        .filter(end -> !end.deadline().hasPassed(now))
        .map(
            end ->
                new TodayView.Ground(
                    running.facts().said("ground"),
                    end.deadline().day(),
                    words.why(end.deadline().explanation(), locale),
                    advice.charge(in.person())))
        .orElse(null);
  }
}
