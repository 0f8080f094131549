package org.smartcorrection.location.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.supervision.Observation.Phase;

/** Positions that are older than they say, or not where the device was heading. */
class QualityTest {
  private static final double EAST = 90;
  private static final double WEST = 270;

  private final Wearer person = new Wearer();

  @Test
  void a_position_under_a_new_time_confirms_no_departure() {
    person.heading(2, EAST);
    person.gnss(0, 4_800);
    person.gnss(30, 5_600);
    for (int second = 60; second <= 900; second += 30)
      assertEquals(LeftOutReason.STALE, reason(person.gnss(second, 5_600)));
    assertEquals(List.of(), person.raised());

    person.gnss(930, 5_650);
    person.gnss(960, 5_700);
    Observation left = person.only(Phase.RAISED);
    assertEquals(Kind.LEFT_PERMITTED_AREA, left.kind());
    assertEquals(3, left.evidence().size());
  }

  @Test
  void a_device_that_rests_may_be_where_it_was() {
    person.heading(0, 0);
    person.gnss(0, 4_800);
    for (int second = 30; second <= 90; second += 30) used(person.gnss(second, 5_600));
    assertEquals(List.of(Kind.LEFT_PERMITTED_AREA), person.raised());

    var unmoved = new Wearer().heading(2, EAST).signs(Wearer.WORN.with(Sign.MOVED, false));
    unmoved.gnss(0, 100);
    used(unmoved.gnss(30, 100));
  }

  @Test
  void a_network_says_the_same_place_again_and_again() {
    person.heading(2, EAST);
    person.fix(0, 100, 30, FixSource.WIFI);
    used(person.fix(30, 100, 30, FixSource.WIFI));
  }

  @Test
  void what_a_network_says_in_between_makes_a_position_no_younger() {
    person.heading(2, EAST);
    person.gnss(0, 100);
    person.fix(30, 120, 600, FixSource.CELL);
    assertEquals(LeftOutReason.STALE, reason(person.gnss(60, 100)));
  }

  @Test
  void a_place_to_which_the_device_was_not_heading_is_left_out() {
    person.heading(20, EAST);
    for (int second = 0; second <= 50; second += 5) used(person.gnss(second, driven(20, second)));
    assertEquals(LeftOutReason.IMPLAUSIBLE_COURSE, reason(person.gnss(55, 900)));
    used(person.gnss(60, 1_200));
  }

  @Test
  void whose_course_is_always_wrong_is_followed_all_the_same() {
    person.heading(20, WEST);
    for (int second = 0; second <= 600; second += 5) person.gnss(second, driven(20, second));
    assertEquals(List.of(Kind.LEFT_PERMITTED_AREA), person.raised());
  }

  @Test
  void nothing_is_held_against_whoever_is_slow_or_was_not_heard_for_a_while() {
    person.heading(3, WEST);
    for (int second = 0; second <= 50; second += 5) used(person.gnss(second, driven(3, second)));
    person.heading(20, WEST);
    used(person.gnss(80, 750));
  }

  @Test
  void a_bend_is_no_contradiction() {
    person.heading(8, 0);
    used(person.gnss(0, 0));
    used(person.gnss(8, 60));
  }

  /** No receiver goes as by a ruler. */
  private static double driven(double speed, int second) {
    int step = second / 5;
    return speed * second + step * step * 7 % 11 * 0.5;
  }

  private static void used(Outcome outcome) {
    assertInstanceOf(UsedFix.class, outcome.fix().orElseThrow());
  }

  private static LeftOutReason reason(Outcome outcome) {
    return assertInstanceOf(LeftOutFix.class, outcome.fix().orElseThrow()).reason();
  }
}
