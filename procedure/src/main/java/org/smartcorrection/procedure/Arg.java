package org.smartcorrection.procedure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A typed argument of a text: the reader's language decides how it is written. */
public sealed interface Arg {

  record Day(LocalDate day) implements Arg {}

  /** Days in ascending order, written as ranges. */
  record Days(List<LocalDate> days) implements Arg {
    public Days {
      days = List.copyOf(days);
    }
  }

  /** A point in time, written in Beijing time. */
  record Moment(Instant at) implements Arg {}

  record Count(long value) implements Arg {}

  record Amount(Span span) implements Arg {}

  record Length(TermLength length) implements Arg {}

  /** The kind of a day, with the holiday's name. */
  record Kind(DayKind kind) implements Arg {}

  /** A thing that has a text of its own, by its message key. */
  record Named(String key) implements Arg {}

  /** A rule, written as its article. */
  record Rule(String id) implements Arg {}

  /** Words somebody wrote; shown as they are. */
  record Words(String text) implements Arg {}
}
