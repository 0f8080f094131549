package org.smartcorrection.procedure;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which days offices work, from the State Council's yearly notices, and where a legal day begins
 * and ends (rules D5, D6). A year without a notice is answered by weekends only, and {@link
 * #isProvisional} says so: such a date is shown as provisional and counted again when the notice
 * arrives.
 */
public final class LegalCalendar {

  /** The zone of every legal day: Beijing time, as the whole country keeps it. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** From this day of December on, next year's notice may still move days for the New Year. */
  private static final int LAST_CERTAIN_DECEMBER_DAY = 25;

  private final Map<Integer, HolidayYear> years;

  private LegalCalendar(Map<Integer, HolidayYear> years) {
    this.years = years;
  }

  /** The calendar of the notices that come with this library. */
  public static LegalCalendar published() {
    return of(HolidayFiles.published());
  }

  /**
   * A calendar of the given notices.
   *
   * @throws IllegalArgumentException when a year comes twice
   */
  public static LegalCalendar of(Collection<HolidayYear> notices) {
    var years = new HashMap<Integer, HolidayYear>();
    for (HolidayYear notice : notices) {
      if (years.put(notice.year(), notice) != null) {
        throw new IllegalArgumentException("two notices for " + notice.year());
      }
    }
    return new LegalCalendar(Map.copyOf(years));
  }

  /** What the day is; by weekday alone where its year has no notice. */
  public DayKind kind(LocalDate day) {
    HolidayYear year = years.get(day.getYear());
    if (year != null) {
      String holiday = year.holidays().get(day);
      if (holiday != null) return new DayKind.PublicHoliday(holiday);
      String exchangedFor = year.makeUpWorkdays().get(day);
      if (exchangedFor != null) return new DayKind.MakeUpWorkingDay(exchangedFor);
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? new DayKind.Weekend() : new DayKind.WorkingDay();
  }

  public boolean isWorkingDay(LocalDate day) {
    return kind(day).isWorking();
  }

  /** The day itself when it is a working day, else the first one after it. */
  public LocalDate firstWorkingDayFrom(LocalDate day) {
    LocalDate candidate = day;
    while (!isWorkingDay(candidate)) candidate = candidate.plusDays(1);
    return candidate;
  }

  /** Whether the year's notice is here. */
  public boolean hasData(int year) {
    return years.containsKey(year);
  }

  /**
   * Whether what {@link #kind} says of the day may still change: its year has no notice, or it is
   * one of December's last days and the notice of the next year, which rules the New Year holiday
   * (as for 29 to 31 December 2018), is not here.
   */
  public boolean isProvisional(LocalDate day) {
    if (!hasData(day.getYear())) return true;
    return day.getMonth() == Month.DECEMBER
        && day.getDayOfMonth() > LAST_CERTAIN_DECEMBER_DAY
        && !hasData(day.getYear() + 1);
  }

  /** The legal day in which the instant lies. */
  public static LocalDate legalDay(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** 0:00 of the legal day. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** 24:00 of the legal day: the first instant that is no longer in it (rule D6). */
  public static Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }
}
