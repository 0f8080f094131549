package org.smartcorrection.platform.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long list is whole, in its order, and shows its beginning. */
class FoldedTest {
  private static Folded<Integer> of(int rows) {
    return Folded.of(IntStream.range(0, rows).boxed().toList(), 10);
  }

  @Test
  void nothing_is_left_out_and_nobody_presses_for_two_rows() {
    assertTrue(of(0).isEmpty());
    assertFalse(of(12).folds());
    assertEquals(12, of(12).first().size());
    Folded<Integer> long13 = of(13);
    assertEquals(10, long13.first().size());
    assertEquals(List.of(10, 11, 12), long13.rest());
  }
}
