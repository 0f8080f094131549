package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TermClockTests {
  private static final LocalDate FROM = LocalDate.of(2025, 3, 12);
  private static final LocalDate TO = LocalDate.of(2027, 9, 11);

  private static TermClock on(LocalDate today) {
    return TermClock.of(FROM, TO, today, List.of(), List.of());
  }

  @Test
  void the_bar_is_full_when_the_last_day_is_over() {
    assertEquals(0, on(FROM).served());
    assertTrue(on(TO).served() < on(TO).width());
    assertEquals(on(TO).width(), on(TO.plusDays(1)).served());
  }

  @Test
  void today_is_drawn_only_within_the_term() {
    assertNull(on(FROM.minusDays(1)).now());
    assertNull(on(TO.plusDays(1)).now());
    TermClock.Now last = on(TO).now();
    assertEquals(Text.of("shell.term.left", 0L), last == null ? null : last.label());
  }

  @Test
  void a_label_that_would_run_into_its_neighbour_is_left_to_the_list() {
    var first = new TermClock.Event(TermClock.Kind.DONE, FROM.plusDays(100), Text.literal("one"));
    var close = new TermClock.Event(TermClock.Kind.BAD, FROM.plusDays(101), Text.literal("two"));

    TermClock clock = TermClock.of(FROM, TO, FROM, List.of(), List.of(first, close));

    assertEquals(
        List.of(Text.literal("one"), Text.literal("")),
        clock.marks().stream().map(TermClock.Mark::label).toList());
    assertTrue(
        clock.facts().contains(new Line(Text.of("shell.term.day", close.date()), close.label())));
  }

  @Test
  void a_term_cannot_end_before_it_begins() {
    assertThrows(
        IllegalArgumentException.class, () -> TermClock.of(TO, FROM, FROM, List.of(), List.of()));
  }

  @Test
  void everything_stays_inside_the_drawing() {
    long seed = 11;
    var random = new Random(seed);
    for (int turn = 0; turn < 500; turn++) {
      LocalDate from = FROM.plusDays(random.nextInt(2_000));
      LocalDate to = from.plusDays(random.nextInt(8_000));
      LocalDate today = from.plusDays(random.nextInt(9_000) - 500L);
      LocalDate begins = from.plusDays(random.nextInt(9_000) - 500L);
      var period =
          new TermClock.Period(
              TermClock.Restriction.STRICT, begins, begins.plusDays(90), Text.literal(""));
      TermClock clock = TermClock.of(from, to, today, List.of(period), List.of());
      String said = "seed " + seed + ", turn " + turn;
      double end = clock.left() + clock.width();
      TermClock.Bar bar = clock.bars().getFirst();
      assertTrue(bar.x() >= clock.left() && bar.x() + bar.width() <= end + 2, said);
      assertTrue(clock.served() >= 0 && clock.served() <= clock.width(), said);
      assertTrue(clock.ticks().size() <= 10, said);
      TermClock.Now now = clock.now();
      assertTrue(now == null || (now.pillX() >= 84 && now.pillX() <= 1340 - 84), said);
    }
  }
}
