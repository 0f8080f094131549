package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RibbonTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 9, 29);

  private static Ribbon.Day day(int after, Ribbon.Kind kind, Ribbon.Flag... flags) {
    return new Ribbon.Day(TODAY.plusDays(after), kind, null, List.of(flags));
  }

  @Test
  void a_week_of_holidays_is_one_narrow_cell() {
    var days = IntStream.range(0, 7).mapToObj(after -> day(after + 2, Ribbon.Kind.HOLIDAY));

    List<Ribbon.Cell> cells = Ribbon.of(TODAY, days.toList()).cells();

    assertEquals(1, cells.size());
    assertEquals(TODAY.plusDays(2), cells.getFirst().from());
    assertEquals(TODAY.plusDays(8), cells.getFirst().to());
    assertEquals("holiday", cells.getFirst().css());
  }

  @Test
  void working_days_are_counted_from_the_day_after_today() {
    var ribbon =
        Ribbon.of(
            TODAY,
            List.of(
                day(0, Ribbon.Kind.WORKING),
                day(1, Ribbon.Kind.WORKING),
                day(2, Ribbon.Kind.HOLIDAY),
                day(3, Ribbon.Kind.MAKE_UP),
                day(4, Ribbon.Kind.WORKING)));

    assertEquals(
        List.of(
            Text.of("shell.ribbon.today"),
            Text.of("shell.ribbon.working-day", 1),
            Text.of("shell.ribbon.not-counted"),
            Text.of("shell.ribbon.make-up"),
            Text.of("shell.ribbon.working-day", 3)),
        ribbon.cells().stream().map(Ribbon.Cell::note).toList());
  }

  @Test
  void a_day_off_with_something_due_keeps_its_own_cell() {
    var flag =
        new Ribbon.Flag(Ribbon.Nearness.HELD, Text.literal("ends"), Text.literal(""), "/case");

    var ribbon =
        Ribbon.of(
            TODAY,
            List.of(
                day(4, Ribbon.Kind.WEEKEND),
                day(5, Ribbon.Kind.WEEKEND, flag),
                day(6, Ribbon.Kind.WEEKEND)));

    assertEquals(3, ribbon.cells().size());
    assertEquals(List.of(flag), ribbon.cells().get(1).flags());
  }

  @Test
  void today_stands_alone_even_on_a_day_off() {
    var ribbon =
        Ribbon.of(TODAY, List.of(day(-1, Ribbon.Kind.WEEKEND), day(0, Ribbon.Kind.WEEKEND)));

    assertEquals(2, ribbon.cells().size());
    assertTrue(ribbon.cells().getLast().today());
  }

  @Test
  void days_apart_are_not_joined() {
    var ribbon =
        Ribbon.of(TODAY, List.of(day(1, Ribbon.Kind.WEEKEND), day(3, Ribbon.Kind.WEEKEND)));

    assertEquals(2, ribbon.cells().size());
  }
}
