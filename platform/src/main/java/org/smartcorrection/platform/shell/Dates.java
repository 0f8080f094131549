package org.smartcorrection.platform.shell;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads days as people write them, in either language and with full-width digits. */
final class Dates {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?");
  private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern ENGLISH =
      Pattern.compile("(\\d{1,2})\\s+([a-z]{3})[a-z]*\\.?,?\\s+(\\d{4})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private Dates() {}

  /** What came of reading a day. */
  sealed interface Reading {}

  record Day(LocalDate date) implements Reading {}

  /** The 30th of February. */
  record NoSuchDay() implements Reading {}

  record Unreadable() implements Reading {}

  /** The one input, or year, month and day of three inputs joined. */
  static String typed(Form form, String name) {
    String whole = form.value(name).strip();
    List<String> parts =
        Stream.of("-year", "-month", "-day").map(part -> form.value(name + part).strip()).toList();
    boolean inParts = whole.isEmpty() && parts.stream().anyMatch(part -> !part.isEmpty());
    return inParts ? String.join("-", parts) : whole;
  }

  static Reading read(String typed) {
    String plain =
        Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    Matcher yearFirst = YEAR_FIRST.matcher(plain);
    if (yearFirst.matches()) {
      return day(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
    }
    Matcher digits = DIGITS.matcher(plain);
    if (digits.matches()) {
      return day(digits.group(1), digits.group(2), digits.group(3));
    }
    Matcher english = ENGLISH.matcher(plain);
    if (english.matches() && MONTHS.contains(english.group(2))) {
      int month = MONTHS.indexOf(english.group(2)) + 1;
      return day(english.group(3), Integer.toString(month), english.group(1));
    }
    return new Unreadable();
  }

  static boolean isIso(String typed) {
    return ISO.matcher(typed).matches() && read(typed) instanceof Day;
  }

  /** A moment written with its offset. */
  static Optional<Instant> exact(String typed) {
    try {
      return Optional.of(OffsetDateTime.parse(typed).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Reading day(String year, String month, String day) {
    try {
      return new Day(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException _) {
      return new NoSuchDay();
    }
  }
}
