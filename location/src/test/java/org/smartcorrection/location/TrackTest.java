package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.smartcorrection.location.Tracks.START;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Finding.Cause;
import org.smartcorrection.location.Finding.DepartureConfirmed;
import org.smartcorrection.location.Finding.LeftPermittedArea;
import org.smartcorrection.location.Finding.ReturnedToPermittedArea;
import org.smartcorrection.location.TrackState.Presence;

class TrackTest {
  private final Tracks person = new Tracks();

  @Test
  void a_clear_satellite_fix_and_one_more_are_red() {
    person.gnss(0, -200);
    person.gnss(5, 100);
    assertEquals(List.of(), person.findings());
    person.gnss(10, 150);
    LeftPermittedArea left = onlyDeparture();
    assertEquals(Severity.RED, left.severity());
    assertEquals(START.plusSeconds(5), left.since());
    assertEquals(START.plusSeconds(10), left.at());
    assertEquals(Cause.MOVED, left.cause());
    assertEquals(2, left.evidence().size());
    assertTrue(left.probability() >= 0.99);
  }

  @Test
  void one_fix_alone_finds_nothing_however_far_it_is_outside() {
    person.gnss(0, -200);
    person.gnss(60, 5_000);
    person.gnss(120, -200);
    assertEquals(List.of(), person.findings());
    assertEquals(List.of(), person.state().evidence());
  }

  @Test
  void an_echo_within_a_second_confirms_nothing() {
    person.gnss(0, -200);
    person.step(Fix.of(START.plusMillis(5_000), east(150), 10, FixSource.GNSS));
    person.step(Fix.of(START.plusMillis(5_400), east(150), 10, FixSource.GNSS));
    assertEquals(List.of(), person.findings());
    person.step(Fix.of(START.plusMillis(6_000), east(150), 10, FixSource.GNSS));
    onlyDeparture();
  }

  @Test
  void poor_fixes_are_amber_after_three_of_them_over_two_minutes() {
    person.wifi(0, -200, 60);
    person.wifi(10, 150, 150);
    person.wifi(60, 150, 150);
    person.wifi(90, 160, 150);
    assertEquals(List.of(), person.findings());
    person.wifi(130, 150, 150);
    LeftPermittedArea left = onlyDeparture();
    assertEquals(Severity.AMBER, left.severity());
    assertTrue(left.probability() < 0.99);
  }

  @Test
  void poor_fixes_are_never_red_however_many() {
    person.wifi(0, -200, 60);
    for (int second = 10; second < 3_600; second += 10) person.wifi(second, 400, 60);
    assertEquals(Severity.AMBER, onlyDeparture().severity());
  }

  @Test
  void an_amber_departure_turns_red_once_a_good_fix_confirms_it() {
    person.wifi(0, -200, 60);
    for (int second = 10; second <= 140; second += 10) person.wifi(second, 150, 150);
    person.gnss(150, 200);
    person.gnss(160, 250);
    assertEquals(2, person.findings().size());
    var confirmed = assertInstanceOf(DepartureConfirmed.class, person.findings().getLast());
    assertEquals(Severity.RED, confirmed.severity());
    assertEquals(START.plusSeconds(10), confirmed.since());
  }

  @Test
  void nothing_is_found_twice_while_the_person_stays_outside() {
    person.gnss(0, -200);
    for (int second = 5; second < 7_200; second += 5) person.gnss(second, 300);
    onlyDeparture();
  }

  @Test
  void a_person_on_the_border_is_not_outside() {
    person.gnss(0, -50);
    for (int second = 5; second < 3_600; second += 5) person.gnss(second, second % 2 == 0 ? 3 : -3);
    assertEquals(List.of(), person.findings());
  }

  @Test
  void a_return_is_found_on_two_fixes_inside_and_the_next_departure_again() {
    person.gnss(0, -200);
    person.gnss(5, 150);
    person.gnss(10, 150);
    person.gnss(20, -100);
    assertEquals(1, person.findings().size());
    person.gnss(25, -100);
    var returned = assertInstanceOf(ReturnedToPermittedArea.class, person.findings().getLast());
    assertEquals(START.plusSeconds(5), returned.outsideSince());
    assertEquals(START.plusSeconds(20), returned.since());
    assertEquals(Cause.MOVED, returned.cause());
    assertTrue(returned.probability() > 0.8);
    person.gnss(40, 150);
    person.gnss(45, 150);
    assertEquals(3, person.findings().size());
  }

  @Test
  void mast_positions_are_left_out_and_named_in_the_finding() {
    person.gnss(0, -200);
    person.gnss(5, 150);
    JudgedFix mast = person.step(Tracks.fix(8, 900, 480, FixSource.CELL));
    assertEquals(LeftOutReason.CELL_ONLY, assertInstanceOf(LeftOutFix.class, mast).reason());
    person.gnss(10, 160);
    assertEquals(List.of(mast), onlyDeparture().leftOut());
  }

  @Test
  void a_too_coarse_fix_is_left_out() {
    assertLeftOut(LeftOutReason.TOO_INACCURATE, person.wifi(0, 5_000, 501));
  }

  @Test
  void a_jump_is_left_out_and_believed_once_three_fixes_agree() {
    person.gnss(0, -200);
    assertLeftOut(LeftOutReason.IMPLAUSIBLE_SPEED, person.gnss(5, 40_000));
    person.gnss(10, -200);
    assertEquals(List.of(), person.findings());
    assertLeftOut(LeftOutReason.IMPLAUSIBLE_SPEED, person.gnss(15, 40_000));
    assertLeftOut(LeftOutReason.IMPLAUSIBLE_SPEED, person.gnss(20, 40_010));
    assertInstanceOf(UsedFix.class, person.gnss(25, 40_020));
    person.gnss(30, 40_030);
    onlyDeparture();
  }

  @Test
  void late_and_repeated_fixes_change_nothing() {
    person.gnss(0, -200);
    person.gnss(10, -190);
    TrackState before = person.state();
    assertLeftOut(LeftOutReason.DUPLICATE, person.gnss(10, -190));
    assertLeftOut(LeftOutReason.LATE, person.gnss(10, 500));
    assertLeftOut(LeftOutReason.LATE, person.gnss(5, 500));
    assertSame(before, person.state());
  }

  @Test
  void a_leave_widens_the_area_at_once_and_ends_by_itself() {
    Instant leaveEnds = START.plusSeconds(600);
    person.permitted(
        Tracks.HOME.with(
            new PermittedZone(
                "leave",
                LegalBasis.LEAVE,
                Validity.between(START, leaveEnds),
                Tracks.square(1_000, -1_000, 2_000))));
    for (int second = 0; second < 600; second += 30) person.gnss(second, 1_000);
    assertEquals(List.of(), person.findings());
    person.gnss(600, 1_000);
    person.gnss(630, 1_000);
    LeftPermittedArea left = onlyDeparture();
    assertEquals(Cause.AREA_CHANGED, left.cause());
    assertEquals(leaveEnds, left.since());
  }

  @Test
  void a_permission_given_while_outside_brings_the_person_inside_without_moving() {
    person.gnss(0, -200);
    person.gnss(10, 500);
    person.gnss(15, 500);
    person.permitted(
        Tracks.HOME.with(
            new PermittedZone(
                "leave",
                LegalBasis.LEAVE,
                Validity.between(START, START.plusSeconds(600)),
                Tracks.square(1_000, -1_000, 2_000))));
    person.gnss(20, 500);
    person.gnss(25, 500);
    var returned = assertInstanceOf(ReturnedToPermittedArea.class, person.findings().getLast());
    assertEquals(Cause.AREA_CHANGED, returned.cause());
  }

  @Test
  void whoever_is_first_seen_outside_is_found_outside() {
    person.gnss(0, 300);
    person.gnss(5, 300);
    assertEquals(Cause.FIRST_SEEN, onlyDeparture().cause());
  }

  @Test
  void without_a_place_of_execution_in_force_nobody_has_left_it() {
    person.permitted(PermittedArea.of("next", Tracks.square(0, 0, 10), START.plusSeconds(1_000)));
    assertLeftOut(LeftOutReason.NO_PERMITTED_AREA, person.gnss(0, 300));
    assertEquals(new Presence.NotKnown(), person.state().presence());
  }

  @Test
  void a_fix_that_is_more_likely_inside_takes_the_suspicion_back() {
    person.gnss(0, -200);
    for (int second = 5; second < 600; second += 5) {
      person.wifi(second, second % 10 == 0 ? 100 : -10, 60);
    }
    assertEquals(List.of(), person.findings());
  }

  private LeftPermittedArea onlyDeparture() {
    assertEquals(1, person.findings().size(), () -> person.findings().toString());
    return assertInstanceOf(LeftPermittedArea.class, person.findings().getFirst());
  }

  private static void assertLeftOut(LeftOutReason reason, JudgedFix fix) {
    assertEquals(reason, assertInstanceOf(LeftOutFix.class, fix).reason());
  }

  private static Wgs84Point east(double metresOutside) {
    return Tracks.FRAME.pointAt(new LocalFrame.Offset(1_000 + metresOutside, 0));
  }
}
