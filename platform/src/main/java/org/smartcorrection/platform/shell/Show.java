package org.smartcorrection.platform.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.util.HtmlUtils;

/**
 * Writes dates, times, numbers and {@link Text}s in the reader's language; in templates it is
 * {@code #show}. Times are those of Asia/Shanghai, on the 24-hour clock.
 */
public final class Show {
  private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");

  private final MessageSource messages;

  Show(MessageSource messages) {
    this.messages = messages;
  }

  /** A day with its year: 29 Sep 2026, 2026年9月29日. */
  public String date(LocalDate date) {
    return pattern("d MMM uuuu", "uuuu年M月d日", date);
  }

  /** A day without its year: 29 Sep, 9月29日. */
  public String day(LocalDate date) {
    return pattern("d MMM", "M月d日", date);
  }

  /** A day with its weekday: Tuesday 29 September, 9月29日 星期二. */
  public String weekdayAndDay(LocalDate date) {
    return pattern("EEEE d MMMM", "M月d日 EEEE", date);
  }

  /** The short weekday: Tue, 周二. */
  public String weekday(LocalDate date) {
    return pattern("EEE", "EEE", date);
  }

  /** The short month: Sep, 9月. */
  public String month(LocalDate date) {
    return pattern("MMM", "M月", date);
  }

  /** A month with its year: Sep 2026, 2026年9月. */
  public String month(YearMonth month) {
    return pattern("MMM uuuu", "uuuu年M月", month);
  }

  /** The legal day on which an instant lies, with its year. */
  public String date(Instant instant) {
    return date(LocalDate.ofInstant(instant, LEGAL_ZONE));
  }

  /** The time of day: 08:42. */
  public String time(Instant instant) {
    return pattern("HH:mm", "HH:mm", instant.atZone(LEGAL_ZONE));
  }

  /** The time of day to the second: 08:42:16. */
  public String exactTime(Instant instant) {
    return pattern("HH:mm:ss", "HH:mm:ss", instant.atZone(LEGAL_ZONE));
  }

  /** Day with year and time: 29 Sep 2026, 08:42; 2026年9月29日 08:42. */
  public String dateTime(Instant instant) {
    return pattern("d MMM uuuu, HH:mm", "uuuu年M月d日 HH:mm", instant.atZone(LEGAL_ZONE));
  }

  /** Day without year and time: 29 Sep 08:42; 9月29日 08:42. */
  public String dayTime(Instant instant) {
    return pattern("d MMM HH:mm", "M月d日 HH:mm", instant.atZone(LEGAL_ZONE));
  }

  /** For the attribute {@code datetime}: the instant with its offset. */
  public String machine(Instant instant) {
    return instant.toString();
  }

  /** A whole number in groups of three: 1,204,377. */
  public String number(long number) {
    return String.format(locale(), "%,d", number);
  }

  /** How many things wait at an item of the navigation. */
  public String waiting(int count) {
    return count < Navigation.Item.MOST ? number(count) : "999+";
  }

  /** A number with so many decimals. */
  public String number(double number, int decimals) {
    return String.format(locale(), "%,." + decimals + "f", number);
  }

  /** A share of one as a whole percentage: 93%. */
  public String percent(double share) {
    return Math.round(share * 100) + "%";
  }

  /**
   * Whatever is given, in words: a {@link Text} in the reader's language, a date, an instant or a
   * number in the reader's way, anything else as it is. Null gives no words.
   *
   * @throws org.springframework.context.NoSuchMessageException if no bundle knows the text's key
   */
  public String say(@Nullable Object what) {
    return switch (what) {
      case null -> "";
      case Text.Literal(String words) -> words;
      case Text.Message message ->
          messages.getMessage(
              message.key(), message.arguments().stream().map(this::say).toArray(), locale());
      case LocalDate date -> date(date);
      case YearMonth month -> month(month);
      case Month month -> pattern("MMM", "M月", month);
      case Instant instant -> dateTime(instant);
      case Integer number -> number(number);
      case Long number -> number(number);
      case Object other -> Objects.toString(other);
    };
  }

  /**
   * The same as {@link #say}, as HTML in which words between double asterisks are emphasised;
   * everything else is escaped. For {@code th:utext}.
   */
  public String rich(@Nullable Object what) {
    return HtmlUtils.htmlEscape(say(what), "UTF-8").replaceAll("\\*\\*(.+?)\\*\\*", "<b>$1</b>");
  }

  private static String pattern(String english, String chinese, TemporalAccessor when) {
    Locale locale = locale();
    String pattern = locale.getLanguage().equals("zh") ? chinese : english;
    return DateTimeFormatter.ofPattern(pattern, locale).format(when);
  }

  private static Locale locale() {
    return LocaleContextHolder.getLocale();
  }
}
