package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.procedure.Counter;
import org.smartcorrection.procedure.Counting;
import org.smartcorrection.procedure.Deadline;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Span;
import org.smartcorrection.procedure.Start;

/**
 * A deadline that an agency's new number makes longer or shorter, with an example: what begins on
 * the number's first day, counted with the old and with the new number.
 *
 * @param before how long it is without the new number
 * @param ended the end of the example with {@code before}
 * @param ends the end of the example with {@code after}
 */
public record Recounted(
    Definition definition,
    DeadlineSpec deadline,
    Span before,
    Span after,
    Deadline ended,
    Deadline ends) {

  private static final LocalTime MORNING = LocalTime.of(9, 0);

  /**
   * The deadlines that are counted with a number.
   *
   * @param definitions those in force
   * @param rule as the agency follows it without the new number
   */
  public static List<Recounted> by(
      LocalNumber wanted, List<Definition> definitions, Rule rule, LegalCalendar calendar) {
    var counter = new Counter(calendar);
    return definitions.stream()
        .flatMap(
            definition ->
                definition.deadlines().stream()
                    .filter(deadline -> deadline.rule().equals(wanted.rule()))
                    .filter(deadline -> deadline.number().equals(Optional.of(wanted.name())))
                    .map(deadline -> recounted(definition, deadline, wanted, rule, counter)))
        .toList();
  }

  private static Recounted recounted(
      Definition definition,
      DeadlineSpec deadline,
      LocalNumber wanted,
      Rule rule,
      Counter counter) {
    Span.Unit unit = deadline.unit().orElseThrow();
    var before = new Span(rule.number(wanted.name()), unit);
    var after = new Span(wanted.value(), unit);
    return new Recounted(
        definition,
        deadline,
        before,
        after,
        example(deadline, before, wanted.validFrom(), counter),
        example(deadline, after, wanted.validFrom(), counter));
  }

  private static Deadline example(
      DeadlineSpec deadline, Span span, LocalDate from, Counter counter) {
    var start =
        new Start(from.atTime(MORNING).atZone(LegalCalendar.ZONE).toInstant(), "event.received");
    return counter.count(
        start, new Counting(span, deadline.firstDay(), deadline.lastDay(), deadline.rule()));
  }
}
