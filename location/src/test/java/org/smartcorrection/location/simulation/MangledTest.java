package org.smartcorrection.location.simulation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class MangledTest {
  private static final List<byte[]> GOOD =
      List.of(
          "{\"lat\":31.15,\"lon\":104.55}".getBytes(StandardCharsets.US_ASCII),
          new byte[] {0x7e, 2, 0, 0, 5, 1, 2, 3, 4, 5, 9, 0x7e});

  @Test
  void one_seed_always_gives_the_same() {
    var once = new Mangled(7, GOOD);
    var again = new Mangled(7, GOOD);
    for (int i = 0; i < 10_000; i++) assertArrayEquals(once.next(), again.next());
  }

  @Test
  void they_differ_from_one_another_and_what_they_are_made_of_stays() {
    var mangled = new Mangled(8, GOOD);
    var seen = new HashSet<String>();
    for (int i = 0; i < 10_000; i++) {
      byte[] next = mangled.next();
      assertTrue(next.length <= 64 * 1024);
      seen.add(Arrays.toString(next));
    }
    assertTrue(seen.size() > 7_000, "different ones: " + seen.size());
    assertEquals(
        "{\"lat\":31.15,\"lon\":104.55}", new String(GOOD.getFirst(), StandardCharsets.US_ASCII));
  }
}
