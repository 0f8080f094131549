package org.smartcorrection.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts legal time a second time, day by day and minute by minute, straight from the words of
 * rules D1 to D6. It shares no code with what it checks: it keeps its own calendar from 1 January
 * 2018 on, reads the holiday files by itself and knows days by their number.
 */
final class Abacus {

  static final int MINUTES = 1440;

  /** 0:00 of 1 January 2018 in Beijing, in seconds since 1970. */
  static final long BEGINNING = 1_514_736_000L;

  private static final int DAYS = 14_000;
  private static final int FIRST_YEAR = 2018;
  private static final int LAST_YEAR_WITH_NOTICE = 2026;
  private static final Path NOTICES =
      Path.of("src/main/resources/org/smartcorrection/procedure/holidays");
  private static final Pattern DAY = Pattern.compile("\"(\\d{4})-(\\d{2})-(\\d{2})\"");

  private final int[] year = new int[DAYS];
  private final int[] month = new int[DAYS];
  private final int[] date = new int[DAYS];
  private final boolean[] worked = new boolean[DAYS];

  Abacus() {
    int y = FIRST_YEAR;
    int m = 1;
    int d = 1;
    for (int day = 0; day < DAYS; day++) {
      year[day] = y;
      month[day] = m;
      date[day] = d;
      worked[day] = day % 7 < 5; // 1 January 2018 was a Monday
      d++;
      if (d > daysIn(y, m)) {
        d = 1;
        m++;
      }
      if (m > 12) {
        m = 1;
        y++;
      }
    }
    for (int notice = FIRST_YEAR; notice <= LAST_YEAR_WITH_NOTICE; notice++) read(notice);
  }

  private static int daysIn(int y, int m) {
    if (m == 2) return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0) ? 29 : 28;
    return m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;
  }

  private void read(int notice) {
    try {
      String text = Files.readString(NOTICES.resolve("cn-" + notice + ".json"));
      int makeUp = text.indexOf("makeUpWorkdays");
      Matcher found = DAY.matcher(text);
      while (found.find()) {
        int day =
            number(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(2)),
                Integer.parseInt(found.group(3)));
        worked[day] = found.start() > makeUp;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int number(int y, int m, int d) {
    for (int day = 0; day < DAYS; day++) {
      if (year[day] == y && month[day] == m && date[day] == d) return day;
    }
    throw new IllegalArgumentException(y + "-" + m + "-" + d);
  }

  /** What is asked, with days as numbers. */
  record Question(
      int day,
      int minute,
      Span span,
      boolean firstCounts,
      boolean moves,
      boolean custody,
      BitSet still,
      List<Span> extensions) {

    boolean standsStill(int on) {
      return still.get(on);
    }
  }

  /** The last day, the end in minutes since the beginning, and whether a notice was missing. */
  record Answer(int day, long end, boolean provisional) {}

  Answer count(Question question) {
    return question.span().unit() == Span.Unit.HOURS ? hours(question) : days(question);
  }

  private Answer days(Question question) {
    var unsure = new boolean[1];
    int day = question.firstCounts() ? question.day() - 1 : question.day();
    day = span(question, question.day(), day, question.span(), unsure);
    for (Span extension : question.extensions()) {
      day = span(question, day, day, extension, unsure);
    }
    if (question.moves() && !question.custody()) {
      unsure[0] |= isUnsure(day);
      while (!worked[day]) {
        day++;
        unsure[0] |= isUnsure(day);
      }
    }
    return new Answer(day, (day + 1L) * MINUTES, unsure[0]);
  }

  private int span(Question question, int event, int before, Span span, boolean[] unsure) {
    boolean working = span.unit() == Span.Unit.WORKING_DAYS;
    int left = span.number();
    if (span.unit() == Span.Unit.MONTHS) {
      int same = sameDateMonthsLater(event, span.number());
      // D3: where the first day is part of it, it ends the day before
      left = (before < event ? same - 1 : same) - before;
    }
    int day = before;
    while (left > 0) {
      day++;
      if (question.standsStill(day)) continue;
      if (working) unsure[0] |= isUnsure(day);
      if (working && !worked[day]) continue;
      left--;
    }
    return day;
  }

  /** To the same date; from a month's last day to a last day; a date that is missing: the last. */
  int sameDateMonthsLater(int from, int months) {
    int day = from;
    for (int passed = 0; passed < months; passed++) {
      do day++;
      while (date[day] != 1);
    }
    boolean toTheLast = isLast(from);
    while (!isLast(day) && (toTheLast || date[day] != date[from])) day++;
    return day;
  }

  private int sameDateYearsLater(int from, int years) {
    int day = from;
    while (year[day] != year[from] + years || month[day] != month[from]) day++;
    if (years == 0) return from;
    while (!isLast(day) && date[day] != date[from]) day++;
    return day;
  }

  private boolean isLast(int day) {
    return date[day + 1] == 1;
  }

  /** No notice, or one of December's last days, on which the next notice may still have a say. */
  private boolean isUnsure(int day) {
    int needed = month[day] == 12 && date[day] > 25 ? year[day] + 1 : year[day];
    return needed > LAST_YEAR_WITH_NOTICE;
  }

  private static Answer hours(Question question) {
    long minute = (long) question.day() * MINUTES + question.minute();
    if (!question.firstCounts()) {
      do minute++;
      while (minute % 60 != 0);
    }
    int left = question.span().number() * 60;
    for (Span extension : question.extensions()) left += extension.number() * 60;
    while (left > 0) {
      if (!question.standsStill((int) (minute / MINUTES))) left--;
      minute++;
    }
    return new Answer((int) ((minute - 1) / MINUTES), minute, false);
  }

  /** The last day of a term of years, then months, then days; -1 when nothing of it is left. */
  int term(int first, int years, int months, int days, int credit) {
    int same = sameDateYearsLater(first, years);
    if (months > 0) same = sameDateMonthsLater(same, months);
    int last = same + days - 1 - credit;
    return last < first ? -1 : last;
  }
}
