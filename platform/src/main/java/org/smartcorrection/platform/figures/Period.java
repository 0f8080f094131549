package org.smartcorrection.platform.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;

/**
 * The days that a report is about, both counted. A period that is not over is reported up to today.
 *
 * @param name as addresses say it: {@code 2026-09}, {@code 2026-Q3}, {@code 2026} or {@code days}
 */
record Period(String name, LocalDate first, LocalDate last) {
  static final String DAYS = "days";
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final int MONTHS_BACK = 13;
  private static final int QUARTERS_BACK = 5;
  private static final int YEARS_BACK = 3;

  /**
   * What an address asks for. What it says wrongly is the month of today: a bookmark of another day
   * still opens.
   */
  static Period read(
      @Nullable String name, @Nullable String from, @Nullable String until, LocalDate today) {
    Optional<Period> asked =
        DAYS.equals(name) ? days(from, until) : Optional.ofNullable(name).flatMap(Period::named);
    return asked
        .filter(period -> !period.first().isAfter(today))
        .orElseGet(() -> month(YearMonth.from(today)))
        .until(today);
  }

  private Period until(LocalDate today) {
    return last.isAfter(today) ? new Period(name, first, today) : this;
  }

  /** The day before the first. */
  LocalDate before() {
    return first.minusDays(1);
  }

  /** The name in words. */
  public Text label() {
    return named(name)
        .map(_ -> label(name))
        .orElseGet(() -> Text.of("figures.period.days.of", first, last));
  }

  /** The periods that a reader chooses from, the latest first, with their words. */
  static List<Option> choices(LocalDate today) {
    var choices = new ArrayList<Option>();
    YearMonth month = YearMonth.from(today);
    for (int i = 0; i < MONTHS_BACK; i++) choices.add(option(month.minusMonths(i).toString()));
    for (int i = 0; i < QUARTERS_BACK; i++) {
      YearMonth in = month.minusMonths(3L * i);
      choices.add(option(in.getYear() + "-Q" + ((in.getMonthValue() + 2) / 3)));
    }
    for (int i = 0; i < YEARS_BACK; i++) choices.add(option(Integer.toString(today.getYear() - i)));
    choices.add(new Option(DAYS, Text.of("figures.period.days")));
    return List.copyOf(choices);
  }

  private static Option option(String name) {
    return new Option(name, label(name));
  }

  private static Text label(String name) {
    Matcher quarter = QUARTER.matcher(name);
    if (quarter.matches())
      return Text.of(
          "figures.period.quarter", Text.literal(quarter.group(1)), Text.literal(quarter.group(2)));
    if (YEAR.matcher(name).matches()) return Text.of("figures.period.year", Text.literal(name));
    return Text.of("figures.period.month", YearMonth.parse(name));
  }

  private static Optional<Period> named(String name) {
    Matcher month = MONTH.matcher(name);
    Matcher quarter = QUARTER.matcher(name);
    try {
      if (month.matches()) return Optional.of(month(YearMonth.parse(name)));
      if (quarter.matches()) {
        int last = 3 * Integer.parseInt(quarter.group(2));
        YearMonth end = YearMonth.of(Integer.parseInt(quarter.group(1)), last);
        return Optional.of(new Period(name, end.minusMonths(2).atDay(1), end.atEndOfMonth()));
      }
      if (YEAR.matcher(name).matches()) {
        int year = Integer.parseInt(name);
        return Optional.of(new Period(name, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
    } catch (DateTimeException _) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private static Period month(YearMonth month) {
    return new Period(month.toString(), month.atDay(1), month.atEndOfMonth());
  }

  private static Optional<Period> days(@Nullable String from, @Nullable String until) {
    try {
      LocalDate first = LocalDate.parse(String.valueOf(from));
      LocalDate last = LocalDate.parse(String.valueOf(until));
      return last.isBefore(first) ? Optional.empty() : Optional.of(new Period(DAYS, first, last));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
