package org.smartcorrection.procedure;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A typed argument of a text: the reader's language decides how it is written. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
public sealed interface Arg {

  @JsonTypeName("day")
  record Day(LocalDate day) implements Arg {}

  /** Days in ascending order, written as ranges. */
  @JsonTypeName("days")
  record Days(List<LocalDate> days) implements Arg {
    public Days {
      days = List.copyOf(days);
    }
  }

  /** A point in time, written in Beijing time. */
  @JsonTypeName("moment")
  record Moment(Instant at) implements Arg {}

  @JsonTypeName("count")
  record Count(long value) implements Arg {}

  @JsonTypeName("amount")
  record Amount(Span span) implements Arg {}

  @JsonTypeName("length")
  record Length(TermLength length) implements Arg {}

  /** The kind of a day, with the holiday's name. */
  @JsonTypeName("kind")
  record Kind(DayKind kind) implements Arg {}

  /** A thing that has a text of its own, by its message key. */
  @JsonTypeName("named")
  record Named(String key) implements Arg {}

  /** A rule, written as its article. */
  @JsonTypeName("rule")
  record Rule(String id) implements Arg {}

  /** Words somebody wrote; shown as they are. */
  @JsonTypeName("words")
  record Words(String text) implements Arg {}
}
