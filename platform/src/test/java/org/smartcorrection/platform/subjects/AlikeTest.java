package org.smartcorrection.platform.subjects;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rule H12: what speaks for two records being one human, and that the blind index finds it. */
class AlikeTest {
  private static final String BODY = "11010519900307123";
  private final LikenessMarks marks = new LikenessMarks("a key for tests".getBytes(UTF_8));

  @Test
  void a_wrong_digit_two_that_changed_places_and_a_wrong_check_digit_are_alike() {
    Identity right = somebody("陈小东", "Chen Xiaodong", BODY + check(BODY), 1990);
    assertEquals(Set.of(Alike.ONE_DIGIT), alike(right, "陈小东", "11010519900307124", 1991));
    assertEquals(Set.of(Alike.TRANSPOSED), alike(right, "陈小东", "11010519900307132", 1991));
    Identity unchecked = somebody("陈小东", "", BODY + (check(BODY) == '0' ? '1' : '0'), 1991);
    assertEquals(Set.of(Alike.CHECK_DIGIT), Alike.between(right, unchecked));
    assertEquals(Set.of(Alike.ONE_DIGIT), alike(right, "陈晓东", "11010519900307124", 1991));
    assertEquals(
        Set.of(Alike.NAME_AND_BIRTH),
        Alike.between(right, somebody("陈 小东", "", "PASSPORT-7", 1990)));
  }

  @Test
  void neighbours_in_a_register_and_namesakes_of_another_day_are_strangers() {
    Identity right = somebody("陈小东", "Chen Xiaodong", BODY + check(BODY), 1990);
    assertEquals(Set.of(), alike(right, "王国强", "11010519900307124", 1990));
    assertEquals(Set.of(), alike(right, "陈小东", "11010519900307999", 1991));
    assertEquals(Set.of(), Alike.between(right, somebody("陈小东", "", "PASSPORT-7", 1991)));
  }

  @Test
  void whatever_is_alike_shares_a_mark_and_a_mark_tells_nothing_without_the_key() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 300; i++) {
      var digits = new StringBuilder();
      for (int at = 0; at < Alike.BODY; at++) digits.append(random.nextInt(10));
      Identity one = somebody("李一", "", digits.toString() + random.nextInt(10), 1990);
      int at = random.nextInt(Alike.BODY - 1);
      if (random.nextBoolean()) digits.setCharAt(at, (char) ('0' + random.nextInt(10)));
      else {
        char moved = digits.charAt(at);
        digits.setCharAt(at, digits.charAt(at + 1));
        digits.setCharAt(at + 1, moved);
      }
      Identity other = somebody("李一", "", digits.toString() + random.nextInt(10), 1991);
      boolean shared = !Collections.disjoint(List.of(marks.of(one)), List.of(marks.of(other)));
      assertEquals(!Alike.between(one, other).isEmpty(), shared, "seed " + seed);
      var elsewhere = new LikenessMarks("another key".getBytes(UTF_8));
      assertFalse(
          !Collections.disjoint(List.of(marks.of(one)), List.of(elsewhere.of(one))),
          "seed " + seed);
    }
  }

  private static Set<Alike> alike(Identity one, String name, String body, int year) {
    return Alike.between(
        one,
        somebody(
            name, "Chen Xiaodong".repeat(name.startsWith("陈") ? 1 : 0), body + check(body), year));
  }

  private static char check(String body) {
    return IdentityNumber.check(body);
  }

  private static Identity somebody(String name, String latin, String number, int year) {
    return new Identity(
        name, latin, Identity.Gender.MALE, LocalDate.of(year, 3, 7), number, "", "");
  }
}
