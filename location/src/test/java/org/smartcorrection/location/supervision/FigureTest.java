package org.smartcorrection.location.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FigureTest {
  private static final SupervisionRules STANDARD = SupervisionRules.standard();

  @Test
  void each_figure_is_set_to_what_it_is_set_to_and_no_other_one_changes() {
    for (Figure figure : Figure.values()) {
      int value = figure.in(STANDARD) + 1;
      SupervisionRules changed = Figure.set("tried", STANDARD, Map.of(figure, value));
      for (Figure other : Figure.values())
        assertEquals(
            other == figure ? value : other.in(STANDARD), other.in(changed), figure + " " + other);
      assertEquals("tried", changed.version());
    }
  }

  @Test
  void all_figures_of_some_rules_make_these_rules() {
    assertEquals(STANDARD, Figure.set(STANDARD.version(), STANDARD, Figure.of(STANDARD)));
    assertEquals(STANDARD, Figure.set(STANDARD.version(), STANDARD, Map.of()));
  }

  @Test
  void one_position_alone_is_never_made_enough() {
    for (Figure figure : new Figure[] {Figure.CLEAR_FIXES, Figure.DWELL_FIXES})
      assertThrows(
          IllegalArgumentException.class, () -> Figure.set("tried", STANDARD, Map.of(figure, 1)));
    assertThrows(
        IllegalArgumentException.class,
        () -> Figure.set("tried", STANDARD, Map.of(Figure.SURE_PERCENT, 50)));
  }
}
