package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LegalCalendarTest {

  private final LegalCalendar calendar = LegalCalendar.published();

  @Test
  void a_day_is_what_the_notice_says() {
    assertEquals(new DayKind.PublicHoliday("元旦"), calendar.kind(LocalDate.of(2018, 12, 31)));
    assertEquals(new DayKind.MakeUpWorkingDay("元旦"), calendar.kind(LocalDate.of(2018, 12, 29)));
    assertEquals(new DayKind.Weekend(), calendar.kind(LocalDate.of(2026, 11, 22)));
    assertEquals(new DayKind.WorkingDay(), calendar.kind(LocalDate.of(2026, 11, 23)));
  }

  @Test
  void the_yearly_files_hold_exactly_what_was_collected() {
    var collected = LawFiles.read("cn-2018-2026.json", Collected.class).years();
    var published = HolidayFiles.published();
    var same =
        collected.entrySet().stream()
            .map(
                e ->
                    new HolidayYear(
                        Integer.parseInt(e.getKey()),
                        e.getValue().holidays(),
                        e.getValue().makeUpWorkdays()))
            .sorted(Comparator.comparingInt(HolidayYear::year))
            .toList();

    assertEquals(same, published);
    assertEquals(261, published.stream().mapToInt(y -> y.holidays().size()).sum());
    assertEquals(59, published.stream().mapToInt(y -> y.makeUpWorkdays().size()).sum());
  }

  private record Collected(
      @com.fasterxml.jackson.annotation.JsonAnySetter Map<String, Notice> years) {}

  private record Notice(Map<LocalDate, String> holidays, Map<LocalDate, String> makeUpWorkdays) {}

  @Test
  void d5_a_year_without_a_notice_is_provisional_and_knows_weekends_only() {
    LocalDate nationalDay = LocalDate.of(2027, 10, 1);

    assertFalse(calendar.hasData(2027));
    assertTrue(calendar.isProvisional(nationalDay));
    assertEquals(new DayKind.WorkingDay(), calendar.kind(nationalDay));
    assertEquals(new DayKind.Weekend(), calendar.kind(nationalDay.plusDays(1)));
  }

  @Test
  void d5_the_last_days_of_december_wait_for_the_next_notice() {
    assertFalse(calendar.isProvisional(LocalDate.of(2026, 12, 25)));
    assertTrue(calendar.isProvisional(LocalDate.of(2026, 12, 26)));
    assertFalse(calendar.isProvisional(LocalDate.of(2025, 12, 31)));
  }

  @Test
  void d6_a_legal_day_ends_at_midnight_in_shanghai() {
    LocalDate day = LocalDate.of(2026, 9, 29);
    Instant end = LegalCalendar.endOf(day);

    assertEquals(Instant.parse("2026-09-29T16:00:00Z"), end);
    assertEquals(day, LegalCalendar.legalDay(end.minusNanos(1)));
    assertEquals(day.plusDays(1), LegalCalendar.legalDay(end));
  }

  @Test
  void two_notices_for_a_year_are_refused() {
    var year = new HolidayYear(2026, Map.of(), Map.of());

    assertThrows(IllegalArgumentException.class, () -> LegalCalendar.of(List.of(year, year)));
  }

  @Test
  void a_notice_about_another_year_or_against_itself_is_refused() {
    LocalDate day = LocalDate.of(2026, 1, 1);

    assertThrows(
        IllegalArgumentException.class, () -> new HolidayYear(2025, Map.of(day, "元旦"), Map.of()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new HolidayYear(2026, Map.of(day, "元旦"), Map.of(day, "元旦")));
  }
}
