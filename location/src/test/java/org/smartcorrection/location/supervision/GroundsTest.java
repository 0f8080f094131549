package org.smartcorrection.location.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.LeftOutReason;
import org.smartcorrection.location.PermittedArea;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.supervision.Observation.Phase;

class GroundsTest {
  private final Wearer person = new Wearer();

  @Test
  void a_departure_is_red_on_three_good_fixes_and_over_on_three_inside() {
    person.gnss(0, 4_800);
    person.gnss(30, 5_200);
    person.gnss(60, 5_420);
    assertEquals(List.of(), person.observations());
    person.gnss(90, 5_600);
    Observation left = person.only(Phase.RAISED);
    assertEquals(Kind.LEFT_PERMITTED_AREA, left.kind());
    assertEquals(Severity.RED, left.severity());
    assertEquals(Wearer.START.plusSeconds(30), left.since());
    assertEquals(Set.of(Reason.MOVED), left.reasons());
    assertEquals(3, left.evidence().size());
    for (int second = 120; second < 3_000; second += 30) person.gnss(second, 5_600 + second % 7);
    assertEquals(1, person.observations().size());
    person.gnss(3_000, 4_700);
    person.gnss(3_030, 4_600);
    person.gnss(3_060, 4_500);
    assertEquals(left.since(), person.only(Phase.ENDED).since());
  }

  @Test
  void a_poor_fix_is_never_red_and_networks_alone_need_an_hour() {
    person.gnss(0, 4_000);
    for (int second = 60; second <= 3_600; second += 60) {
      person.fix(second, 6_000, 40, FixSource.WIFI);
    }
    assertEquals(List.of(), person.raised());
    for (int second = 3_660; second <= 36_000; second += 60) {
      person.fix(second, 6_000, 40, FixSource.WIFI);
    }
    assertEquals(Severity.AMBER, person.only(Phase.RAISED).severity());
  }

  @Test
  void a_network_whose_owner_moved_house_brings_nobody_away_from_where_the_masts_are() {
    person.gnss(0, 4_000);
    for (int second = 60; second <= 36_000; second += 60) {
      person.fix(second, 16_000, 40, FixSource.WIFI);
      if (second % 600 == 0) person.fix(second + 1, 4_000, 600, FixSource.CELL);
    }
    assertEquals(List.of(), person.raised());
    var away = new Wearer();
    away.gnss(0, 4_000);
    for (int second = 60; second <= 36_000; second += 60) {
      away.fix(second, 16_000, 40, FixSource.WIFI);
      if (second % 600 == 0) away.fix(second + 1, 15_500, 600, FixSource.CELL);
    }
    assertEquals(List.of(Kind.LEFT_PERMITTED_AREA), away.raised());
  }

  @Test
  void positions_that_a_ruler_would_put_there_wait_for_the_next_one() {
    person.gnss(0, 4_800);
    for (int second = 30; second <= 600; second += 30) person.gnss(second, 5_000 + 7 * second);
    assertEquals(List.of(Kind.TOO_SMOOTH), person.raised());
    var walker = new Wearer();
    walker.gnss(0, 4_800);
    for (int second = 30; second <= 90; second += 30) walker.gnss(second, 5_000 + 7 * second);
    assertEquals(List.of(), walker.raised());
    walker.gnss(120, 5_900);
    assertEquals(List.of(Kind.LEFT_PERMITTED_AREA), walker.raised());
    var rests = new Wearer();
    rests.gnss(0, 4_800);
    for (int second = 30; second <= 90; second += 30) rests.gnss(second, 5_000 + 7 * second);
    rests.gnss(120, 5_632);
    assertEquals(List.of(Kind.LEFT_PERMITTED_AREA), rests.raised());
  }

  @Test
  void a_mast_that_is_wrong_once_delays_a_departure_and_loses_none() {
    person.gnss(0, 4_800);
    person.fix(29, -4_000, 400, FixSource.CELL);
    person.gnss(30, 5_200);
    person.gnss(60, 5_410);
    for (int second = 90; second < 900; second += 30) person.gnss(second, 5_600 + second % 7);
    assertEquals(List.of(), person.raised());
    for (int second = 900; second < 1_000; second += 30) person.gnss(second, 5_600 + second % 7);
    assertEquals(List.of(Kind.LEFT_PERMITTED_AREA), person.raised());
    assertEquals(Wearer.START.plusSeconds(30), person.only(Phase.RAISED).since());
  }

  @Test
  void a_position_that_was_filtered_keeps_its_reason() {
    person.gnss(0, 0);
    assertEquals(LeftOutReason.CELL_ONLY, reason(person.fix(30, 0, 500, FixSource.CELL)));
    assertEquals(LeftOutReason.TOO_INACCURATE, reason(person.fix(60, 0, 900, FixSource.WIFI)));
    assertEquals(LeftOutReason.IMPLAUSIBLE_SPEED, reason(person.gnss(70, 40_000)));
    Outcome late = person.gnss(65, 0);
    assertEquals(LeftOutReason.LATE, reason(late));
    assertTrue(late.late());
    person.gnss(100, 0);
    assertEquals(LeftOutReason.DUPLICATE, reason(person.gnss(100, 0)));
  }

  @Test
  void m34_forbidden_ground_is_found_where_it_holds_and_not_where_the_person_was_admitted() {
    ForbiddenZone zone = Wearer.forbidden(Schedule.always());
    person.under(List.of(zone), List.of());
    walkOnto(0);
    Observation entered = person.only(Phase.RAISED);
    assertEquals(Kind.ENTERED_FORBIDDEN_ZONE, entered.kind());
    assertEquals("square", entered.zone());
    var admitted = new Wearer();
    admitted.under(
        List.of(
            new ForbiddenZone(
                zone.id(),
                zone.basis(),
                zone.during(),
                zone.schedule(),
                zone.area(),
                List.of(Validity.between(Wearer.LONG_AGO, Wearer.START.plusSeconds(9_000))))),
        List.of());
    for (int second = 0; second < 600; second += 30) admitted.gnss(second, 2_000 + second % 7);
    assertEquals(List.of(), admitted.raised());
  }

  @Test
  void who_is_already_there_when_the_hours_begin_is_found_at_that_hour_however_it_is_noticed() {
    var asked = new Wearer().under(List.of(Wearer.forbidden(Wearer.tuesday(9, 22))), List.of());
    var unasked = new Wearer().under(List.of(Wearer.forbidden(Wearer.tuesday(9, 22))), List.of());
    for (Wearer one : List.of(asked, unasked)) {
      for (int second = 2_900; second < 3_550; second += 30) one.gnss(second, 2_000 + second % 7);
      assertEquals(List.of(), one.raised());
    }
    asked.pass(3_700);
    assertEquals(1, asked.raised().size());
    asked.gnss(3_800, 2_000);
    unasked.gnss(3_800, 2_000);
    assertEquals(asked.observations(), unasked.observations());
    assertEquals(Wearer.START.plusSeconds(3_600), asked.only(Phase.RAISED).since());
    assertEquals(Set.of(Reason.AREA_CHANGED), asked.only(Phase.RAISED).reasons());
  }

  @Test
  void who_is_not_where_they_have_to_be_is_asked_after_the_grace_and_no_more_after_the_hours() {
    person.under(List.of(), List.of(Wearer.office(Wearer.tuesday(9, 11))));
    for (int second = 3_000; second < 3_600 + 900; second += 60) person.gnss(second, second % 7);
    assertEquals(List.of(), person.raised());
    for (int second = 4_500; second < 4_800; second += 60) person.gnss(second, second % 7);
    Observation absent = person.only(Phase.RAISED);
    assertEquals(Kind.ABSENT_AT_REQUIRED_TIME, absent.kind());
    assertEquals(Wearer.START.plusSeconds(3_600), absent.since());
    person.gnss(4_800 + 900, 3);
    person.gnss(4_800 + 1_800, 3);
    person.pass(10_900);
    assertEquals(Wearer.START.plusSeconds(10_800), person.only(Phase.ENDED).at());
  }

  @Test
  void who_came_is_not_asked_and_who_is_on_leave_neither() {
    person.under(List.of(), List.of(Wearer.office(Wearer.tuesday(9, 11))));
    for (int second = 3_300; second < 10_800; second += 60) {
      person.gnss(second, -2_000 + second % 7);
    }
    var away =
        new Wearer()
            .under(
                List.of(),
                List.of(
                    Wearer.office(
                        Wearer.tuesday(9, 11)
                            .suspended(
                                Validity.between(
                                    Wearer.START, Wearer.START.plusSeconds(50_000))))));
    for (int second = 3_300; second < 10_800; second += 60) away.gnss(second, second % 7);
    assertEquals(List.of(), person.observations());
    assertEquals(List.of(), away.observations());
  }

  @Test
  void changed_terms_are_applied_at_once() {
    for (int second = 0; second < 300; second += 60) person.gnss(second, 4_000 + second % 7);
    person.reconsider(
        300, Terms.of(PermittedArea.of("new", Wearer.circle(0, 3_000), Instant.EPOCH)));
    Observation left = person.only(Phase.RAISED);
    assertEquals(Set.of(Reason.AREA_CHANGED), left.reasons());
    assertEquals(Wearer.START.plusSeconds(240), left.at());
  }

  @Test
  void nothing_is_found_on_ground_of_which_nothing_was_decided() {
    person.under(new Terms(Optional.empty(), List.of(), List.of(), List.of()));
    for (int second = 0; second < 6_000; second += 30) {
      person.gnss(second, second * 9.0 + second % 11);
    }
    assertEquals(List.of(), person.observations());
    assertEquals(LeftOutReason.NO_PERMITTED_AREA, reason(person.gnss(6_000, 54_000)));
  }

  private void walkOnto(int from) {
    person.gnss(from, 1_500);
    person.gnss(from + 60, 1_800);
    person.gnss(from + 90, 1_890);
    person.gnss(from + 120, 2_000);
  }

  private static LeftOutReason reason(Outcome outcome) {
    return ((LeftOutFix) outcome.fix().orElseThrow()).reason();
  }
}
