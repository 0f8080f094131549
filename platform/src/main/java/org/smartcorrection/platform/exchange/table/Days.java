package org.smartcorrection.platform.exchange.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days in every form that people type into tables: 2026-3-5, 2026/03/05, 2026.3.5, 2026年3月5日,
 * 20260305, with full-width digits, with a time behind, and the number that spreadsheets keep.
 */
public final class Days {
  private static final Pattern PARTS =
      Pattern.compile(
          "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*[日号]?"
              + "(?:[T\\s]+\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("\\d{4,5}(?:\\.\\d+)?");

  /** Day 60 was the 29th of February 1900, which never was: all days that matter lie behind it. */
  private static final LocalDate ZERO = LocalDate.of(1899, 12, 30);

  private static final LocalDate ZERO_1904 = LocalDate.of(1904, 1, 1);
  private static final int FIRST_SERIAL = 61;
  private static final int LAST_SERIAL = 99_999;

  private Days() {}

  /** The day; empty when these words are none. */
  public static Optional<LocalDate> read(String typed) {
    String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    Matcher parts = PARTS.matcher(plain);
    if (parts.matches()) return day(parts.group(1), parts.group(2), parts.group(3));
    Matcher digits = DIGITS.matcher(plain);
    if (digits.matches()) return day(digits.group(1), digits.group(2), digits.group(3));
    return SERIAL.matcher(plain).matches()
        ? ofSerial(new BigDecimal(plain), false)
        : Optional.empty();
  }

  /** The day that a spreadsheet keeps as a number of days. */
  static Optional<LocalDate> ofSerial(BigDecimal serial, boolean from1904) {
    if (serial.compareTo(BigDecimal.valueOf(LAST_SERIAL)) > 0) return Optional.empty();
    int day = serial.setScale(0, RoundingMode.FLOOR).intValue();
    if (from1904) return day < 0 ? Optional.empty() : Optional.of(ZERO_1904.plusDays(day));
    return day < FIRST_SERIAL ? Optional.empty() : Optional.of(ZERO.plusDays(day));
  }

  private static Optional<LocalDate> day(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
