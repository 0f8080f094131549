package org.smartcorrection.platform.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Deadline;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Span;
import org.smartcorrection.procedure.act.Recounted;

/**
 * What a number would change, in words, before anybody publishes it.
 *
 * @param before what would count on its first day without it
 * @param until the first day of a later number that is published already; {@code null} if none
 * @param lines each deadline that would be counted differently
 */
record Difference(LocalNumber wanted, int before, @Nullable LocalNumber until, List<Line> lines) {

  /**
   * One deadline.
   *
   * @param name message key
   * @param ended the end of what begins on the first day, as it would be without the number
   */
  record Line(
      String procedure, String name, String before, String after, String ended, String ends) {}

  static Difference of(LocalNumber wanted, ReadersNumbers.Shown shown, Law law, Locale locale) {
    LocalDate day = wanted.validFrom();
    Rule rule = law.rules().with(shown.own()).at(day).rule(wanted.rule());
    Optional<LocalNumber> until = shown.own().next(wanted.rule(), wanted.name(), day);
    var explanations = law.explanations();
    return new Difference(
        wanted,
        rule.number(wanted.name()),
        until.orElse(null),
        Recounted.by(wanted, law.inForce(day), rule, law.calendar()).stream()
            .map(recounted -> line(recounted, explanations, locale))
            .toList());
  }

  private static Line line(Recounted recounted, Explanations explanations, Locale locale) {
    String procedure = recounted.definition().id();
    return new Line(
        procedure,
        "deadline." + procedure + "." + recounted.deadline().id(),
        written(new Arg.Amount(recounted.before()), explanations, locale),
        written(new Arg.Amount(recounted.after()), explanations, locale),
        end(recounted.before(), recounted.ended(), explanations, locale),
        end(recounted.after(), recounted.ends(), explanations, locale));
  }

  private static String end(
      Span span, Deadline deadline, Explanations explanations, Locale locale) {
    Arg end =
        span.unit() == Span.Unit.HOURS
            ? new Arg.Moment(deadline.end())
            : new Arg.Day(deadline.day());
    return written(end, explanations, locale);
  }

  private static String written(Arg arg, Explanations explanations, Locale locale) {
    return explanations.text("chart.amount", locale, arg);
  }
}
