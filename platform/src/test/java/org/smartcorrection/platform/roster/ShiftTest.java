package org.smartcorrection.platform.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartcorrection.procedure.LegalCalendar;

/** Rule H15: a turn of the day and one of the night, without a gap between them. */
class ShiftTest {
  private static final Shift.Hours USUAL = new Shift.Hours(8, 18);

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T08:00, 2026-11-27-DAY",
    "2026-11-27T17:59, 2026-11-27-DAY",
    "2026-11-27T18:00, 2026-11-27-NIGHT",
    "2026-11-27T23:59, 2026-11-27-NIGHT",
    "2026-11-28T00:00, 2026-11-27-NIGHT",
    "2026-11-28T07:59, 2026-11-27-NIGHT"
  })
  void a_night_belongs_to_the_day_on_which_it_begins(String local, String turn) {
    assertEquals(turn, Shift.at(instant(local), _ -> USUAL).key());
  }

  @Test
  void turns_follow_one_another_without_a_gap_also_when_the_hours_change() {
    LocalDate change = LocalDate.of(2026, 12, 1);
    var shift = new Shift(LocalDate.of(2026, 11, 29), Shift.Half.DAY);
    for (int i = 0; i < 8; i++) {
      Instant end = shift.ends(day -> hours(day, change));
      assertEquals(shift, Shift.at(end.minusSeconds(1), day -> hours(day, change)));
      shift = shift.next();
      assertEquals(shift, Shift.at(end, day -> hours(day, change)));
      assertEquals(shift, shift.next().before());
    }
  }

  private static Shift.Hours hours(LocalDate day, LocalDate change) {
    return day.isBefore(change) ? USUAL : new Shift.Hours(6, 22);
  }

  private static Instant instant(String local) {
    return ZonedDateTime.of(LocalDateTime.parse(local), LegalCalendar.ZONE).toInstant();
  }
}
