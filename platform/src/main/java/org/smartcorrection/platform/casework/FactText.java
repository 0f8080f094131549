package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.WeekHours;
import org.springframework.context.MessageSource;

/** A fact in words: dates and lengths as people of the reader's language write them. */
public final class FactText {
  private static final DateTimeFormatter DAY_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日");
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  /** GeoJSON of hundreds of corners says nothing to a reader; the map does. */
  private static final Set<String> BORDERS = Set.of("geometry", "protectedGround");

  /** Identifiers whose meaning another fact says. */
  private static final Set<String> BESIDE =
      Set.of("officer", "openTo", "meeting", "memberPosts", "matterRun");

  private static final Pattern CORNER = Pattern.compile("\\[\\s*-?\\d");

  private FactText() {}

  /** The value of the fact of this name. */
  public static String of(String name, Fact fact, MessageSource messages, Locale locale) {
    return switch (fact) {
      case Fact.Text(var value) when BORDERS.contains(name) ->
          messages.getMessage(
              "casework.border", new Object[] {CORNER.matcher(value).results().count()}, locale);
      case Fact.Text(var value) when name.equals("weekHours") ->
          WeekHours.read(value)
              .map(hours -> hours(hours, locale))
              .orElseGet(() -> messages.getMessage("casework.always", null, locale));
      // who it is stands beside it, in words
      case Fact.Text(var _) when BESIDE.contains(name) -> "";
      case Fact.Text(var act) when name.equals("matter") ->
          Objects.requireNonNullElse(messages.getMessage("act." + act, null, act, locale), act);
      case Fact.Text(var value) -> value;
      case Fact.Choice(var value) -> messages.getMessage("choice." + value, null, locale);
      case Fact.Flag(var value) ->
          messages.getMessage(value ? "casework.yes" : "casework.no", null, locale);
      case Fact.Count(var value) -> Integer.toString(value);
      case Fact.Day(var value) -> day(value, locale);
      case Fact.Moment(var value) -> moment(value, locale);
      case Fact.Length(var value) ->
          messages.getMessage(
              "casework.length",
              new Object[] {value.years(), value.months(), value.days()},
              locale);
      case Fact.Ranges(var value) ->
          value.stream()
              .map(range -> day(range.first(), locale) + " – " + day(range.last(), locale))
              .collect(Collectors.joining(", "));
    };
  }

  /** Hours of the week, such as those at which somebody has to be somewhere. */
  public static String hours(WeekHours hours, Locale locale) {
    return hours.windows().stream()
        .map(
            window ->
                window.day().getDisplayName(TextStyle.SHORT, locale)
                    + " "
                    + TIME.format(window.from())
                    + "–"
                    + (window.untilMinute() == 1_440 ? "24:00" : TIME.format(window.until())))
        .collect(Collectors.joining(locale.getLanguage().equals("zh") ? "，" : ", "));
  }

  public static String day(LocalDate day, Locale locale) {
    return (locale.getLanguage().equals("zh") ? DAY_ZH : DAY_EN).format(day);
  }

  /** Day and time of day, as they are in Shanghai. */
  public static String moment(Instant instant, Locale locale) {
    LocalDateTime local = LocalDateTime.ofInstant(instant, LegalCalendar.ZONE);
    return day(local.toLocalDate(), locale) + " " + TIME.format(local);
  }
}
