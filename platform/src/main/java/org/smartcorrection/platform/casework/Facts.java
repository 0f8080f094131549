package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smartcorrection.procedure.TermLength;
import org.smartcorrection.procedure.act.DayRange;
import org.smartcorrection.procedure.act.Fact;

/** The typed facts of an act, by name. The procedure's definition says which it has. */
public record Facts(Map<String, Fact> values) {
  public static final Facts NONE = new Facts(Map.of());

  public Facts {
    values = Collections.unmodifiableMap(new TreeMap<>(values));
  }

  public Facts with(String name, Fact value) {
    var more = new TreeMap<>(values);
    more.put(name, value);
    return new Facts(more);
  }

  public Facts with(Facts others) {
    var more = new TreeMap<>(values);
    more.putAll(others.values);
    return new Facts(more);
  }

  public Facts text(String name, String value) {
    return with(name, new Fact.Text(value));
  }

  public Facts choice(String name, Enum<?> value) {
    return with(name, new Fact.Choice(value.name()));
  }

  public Facts choice(String name, String value) {
    return with(name, new Fact.Choice(value));
  }

  public Facts day(String name, LocalDate value) {
    return with(name, new Fact.Day(value));
  }

  public Facts moment(String name, Instant value) {
    return with(name, new Fact.Moment(value));
  }

  public Facts count(String name, int value) {
    return with(name, new Fact.Count(value));
  }

  public Facts flag(String name, boolean value) {
    return with(name, new Fact.Flag(value));
  }

  public Facts length(String name, TermLength value) {
    return with(name, new Fact.Length(value));
  }

  /** Words or a choice; empty when nobody said. */
  public String said(String name) {
    return switch (values.get(name)) {
      case Fact.Text(var value) -> value;
      case Fact.Choice(var value) -> value;
      case null -> "";
      case Fact other -> plain(other);
    };
  }

  public Optional<LocalDate> day(String name) {
    return values.get(name) instanceof Fact.Day(var value) ? Optional.of(value) : Optional.empty();
  }

  public Optional<Instant> moment(String name) {
    return values.get(name) instanceof Fact.Moment(var value)
        ? Optional.of(value)
        : Optional.empty();
  }

  public Optional<Integer> count(String name) {
    return values.get(name) instanceof Fact.Count(var value)
        ? Optional.of(value)
        : Optional.empty();
  }

  public boolean is(String name) {
    return values.get(name) instanceof Fact.Flag(var value) && value;
  }

  /**
   * A fact as one line that never changes: what the ledger commits to, and what a proof discloses.
   */
  public static String plain(Fact fact) {
    return switch (fact) {
      case Fact.Text(var value) -> value;
      case Fact.Choice(var value) -> value;
      case Fact.Day(var value) -> value.toString();
      case Fact.Moment(var value) -> value.toString();
      case Fact.Count(var value) -> Integer.toString(value);
      case Fact.Flag(var value) -> Boolean.toString(value);
      case Fact.Length(var value) ->
          "P" + value.years() + "Y" + value.months() + "M" + value.days() + "D";
      case Fact.Ranges(var value) ->
          value.stream().map(Facts::plain).collect(Collectors.joining(" "));
    };
  }

  private static String plain(DayRange range) {
    return range.first() + "/" + range.last();
  }

  @Override
  public String toString() {
    return "Facts" + values.keySet();
  }
}
