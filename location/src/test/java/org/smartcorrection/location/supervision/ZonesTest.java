package org.smartcorrection.location.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.CircleArea;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.PermittedArea;
import org.smartcorrection.location.Validity;
import org.smartcorrection.location.Wgs84Point;

class ZonesTest {
  private static final LocalFrame FRAME = new LocalFrame(new Wgs84Point(31.2, 104.6));
  private static final Instant START = Instant.parse("2026-09-29T00:00:00Z"); // Tuesday, 8:00
  private static final Schedule TUESDAY =
      Schedule.weekly(
          new Schedule.Window(DayOfWeek.TUESDAY, LocalTime.of(9, 0), LocalTime.of(11, 0)));

  @Test
  void a_schedule_holds_in_legal_time() {
    assertFalse(TUESDAY.holdsAt(START.plusSeconds(3_599)));
    assertTrue(TUESDAY.holdsAt(START.plusSeconds(3_600)));
    assertTrue(TUESDAY.holdsAt(START.plusSeconds(3 * 3_600 - 1)));
    assertFalse(TUESDAY.holdsAt(START.plusSeconds(3 * 3_600)));
    assertEquals(
        Optional.of(Validity.between(START.plusSeconds(3_600), START.plusSeconds(10_800))),
        TUESDAY.windowAt(START.plusSeconds(5_000)));
    assertTrue(Schedule.always().holdsAt(START));
    assertEquals(24 + 8, Schedule.hourOfWeek(START));
    assertEquals(8 * 3_600, Schedule.secondOfDay(START));
  }

  @Test
  void holidays_and_a_leave_suspend_it() {
    Instant within = START.plusSeconds(5_000);
    assertFalse(TUESDAY.exceptOn(Set.of(LocalDate.of(2026, 9, 29))).holdsAt(within));
    assertTrue(TUESDAY.exceptOn(Set.of(LocalDate.of(2026, 10, 1))).holdsAt(within));
    var onlyHolidays =
        new Schedule(
            TUESDAY.windows(),
            Schedule.OnHolidays.ONLY,
            Set.of(LocalDate.of(2026, 10, 1)),
            List.of());
    assertFalse(onlyHolidays.holdsAt(within));
    var noneKnown = new Schedule(TUESDAY.windows(), Schedule.OnHolidays.ONLY, Set.of(), List.of());
    assertFalse(noneKnown.holdsAt(within), "no holiday is known, so none is today");
    assertFalse(
        TUESDAY.suspended(Validity.between(START, START.plusSeconds(6_000))).holdsAt(within));
  }

  @Test
  void every_instant_finds_the_presences_of_its_hour() {
    long seed = 31;
    var random = new Random(seed);
    var zones = new ArrayList<RequiredPresence>();
    for (int i = 0; i < 6; i++) {
      LocalTime from = LocalTime.of(random.nextInt(22), random.nextInt(60));
      var window =
          new Schedule.Window(
              DayOfWeek.of(1 + random.nextInt(7)), from, from.plusMinutes(1 + random.nextInt(90)));
      zones.add(required("r" + i, 0, Schedule.weekly(window)));
    }
    var terms = new Terms(Optional.empty(), List.of(), zones, List.of());
    Instant at = START;
    for (int i = 0; i < 20_000; i++) {
      at = at.plusMillis(random.nextInt(i % 50 == 0 ? 400_000_000 : 1_200_000));
      if (i % 900 == 0) at = START.minusSeconds(random.nextInt(2_000_000)); // a late one
      for (int zone = 0; zone < zones.size(); zone++) {
        int number = zone;
        boolean named = Arrays.stream(terms.requiredAround(at)).anyMatch(one -> one == number);
        assertTrue(named || zones.get(zone).beganBefore(at) == null, "seed " + seed);
      }
    }
  }

  @Test
  void l28_nobody_can_be_required_to_be_somewhere_always() {
    assertThrows(IllegalArgumentException.class, () -> required("r", 0, Schedule.always()));
    for (PresenceBasis basis : PresenceBasis.values()) {
      assertFalse(basis.name().contains("CURFEW"));
      assertFalse(basis.article().isBlank() || basis.rule().isBlank());
    }
  }

  @Test
  void m34_an_admission_lifts_a_prohibition_for_its_time_only() {
    ForbiddenZone zone =
        new ForbiddenZone(
            "f",
            ProhibitionBasis.COURT_PROHIBITION,
            Validity.from(START),
            Schedule.always(),
            circle(0, 0, 300),
            List.of(Validity.between(START.plusSeconds(60), START.plusSeconds(120))));
    assertTrue(zone.holdsAt(START.plusSeconds(59)));
    assertFalse(zone.holdsAt(START.plusSeconds(60)));
    assertTrue(zone.holdsAt(START.plusSeconds(120)));
    assertFalse(zone.holdsAt(START.minusSeconds(1)));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ForbiddenZone(
                "f",
                ProhibitionBasis.COURT_PROHIBITION,
                Validity.from(START),
                Schedule.always(),
                circle(0, 0, 300),
                List.of(Validity.from(START))));
  }

  /** M16: an adversary who walks the whole border learns the circle and still not the place. */
  @Test
  void m16_the_middle_of_a_hidden_margin_says_little_about_who_lives_there() {
    byte[] key = "sixteen bytes...".getBytes(StandardCharsets.UTF_8);
    long seed = 22;
    var random = new Random(seed);
    int within = 0;
    int draws = 2_000;
    double[] metres = new double[draws];
    for (int i = 0; i < draws; i++) {
      Wgs84Point home = FRAME.pointAt(new Offset(random.nextInt(20_000), random.nextInt(20_000)));
      CircleArea margin = HiddenMargin.around(home, 200, 400, key);
      assertEquals(margin, HiddenMargin.around(home, 200, 400, key));
      assertTrue(margin.signedDistanceMetres(home) <= -200, "seed " + seed);
      metres[i] = margin.centre().metresTo(home);
      if (metres[i] < 100) within++;
    }
    Arrays.sort(metres);
    assertTrue(metres[draws / 2] > 250, "half are farther than " + metres[draws / 2]);
    assertTrue(within < draws / 10, "whoever looks at the middle finds " + within);
    assertThrows(
        IllegalArgumentException.class, () -> HiddenMargin.around(FRAME.origin(), 200, 50, key));
  }

  @Test
  void zones_that_are_absurd_together_are_named() {
    var terms =
        new Terms(
            Optional.of(PermittedArea.of("home", circle(0, 0, 3_000), START)),
            List.of(
                forbidden("all", 0, 2_500),
                forbidden("huge", 0, 15_000),
                forbidden("some", 900, 100)),
            List.of(required("far", 9_000, TUESDAY), required("near", 1_000, TUESDAY)),
            List.of());
    var named = new ArrayList<TermsCheck.What>();
    TermsCheck.of(terms, START).forEach(odd -> named.add(odd.what()));
    assertEquals(
        Set.of(TermsCheck.What.values()).size() - 1, Set.copyOf(named).size(), named::toString);
    assertEquals(
        List.of(), TermsCheck.of(Terms.of(PermittedArea.of("h", circle(0, 0, 900), START)), START));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Terms(
                Optional.empty(),
                List.of(forbidden("a", 0, 100), forbidden("a", 0, 100)),
                List.of(),
                List.of()));
  }

  private static ForbiddenZone forbidden(String id, double east, double radius) {
    return new ForbiddenZone(
        id,
        ProhibitionBasis.COURT_PROHIBITION,
        Validity.from(START),
        Schedule.always(),
        circle(east, 0, radius),
        List.of());
  }

  private static RequiredPresence required(String id, double east, Schedule schedule) {
    return new RequiredPresence(
        id,
        PresenceBasis.REPORT_IN_PERSON,
        Validity.from(START),
        schedule,
        circle(east, 0, 150),
        Duration.ofMinutes(15));
  }

  private static CircleArea circle(double east, double north, double radius) {
    return new CircleArea(FRAME.pointAt(new Offset(east, north)), radius);
  }
}
