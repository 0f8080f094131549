package org.smartcorrection.location.supervision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.RefusedFix;
import org.smartcorrection.location.supervision.Report.Sky;
import org.smartcorrection.location.supervision.Reports.Checked;

class ReportsTest {
  private static final Instant NOW = Instant.parse("2026-09-29T00:10:00Z");
  private static final Signs STRAP = Signs.NONE.with(Sign.STRAP_OPEN, true);

  @Test
  void a_position_with_sky_and_signs_is_one_report_of_one_time() {
    Report report =
        good(
            new RawReport(
                at(OptionalDouble.of(31.2), OptionalInt.of(80)),
                OptionalInt.of(9),
                OptionalDouble.of(0.9),
                STRAP,
                Optional.empty()));
    assertEquals(NOW, report.time());
    assertEquals(31.2, report.fix().orElseThrow().point().latitude());
    assertEquals(Optional.of(Sky.of(9, 0.9)), report.sky());
    assertEquals(STRAP, report.signs());
    assertEquals(OptionalInt.of(80), report.batteryPercent());
    assertEquals(OptionalInt.empty(), report.clockAheadSeconds());
  }

  @Test
  void an_open_strap_is_heard_where_no_place_is_found() {
    RawFix nowhere = at(OptionalDouble.empty(), OptionalInt.empty());
    Report report = good(with(nowhere, STRAP));
    assertTrue(report.fix().isEmpty());
    assertTrue(report.signs().is(Sign.STRAP_OPEN));
  }

  @Test
  void a_battery_alone_is_a_report_and_silence_is_none() {
    Report report = good(RawReport.of(at(OptionalDouble.empty(), OptionalInt.of(4))));
    assertEquals(OptionalInt.of(4), report.batteryPercent());
    assertRefused(
        RefusedFix.NO_POSITION, RawReport.of(at(OptionalDouble.empty(), OptionalInt.of(255))));
  }

  @Test
  void a_position_that_cannot_be_spoils_the_message() {
    assertRefused(
        RefusedFix.LATITUDE_OUT_OF_RANGE,
        with(at(OptionalDouble.of(91), OptionalInt.of(80)), STRAP));
  }

  @Test
  void side_values_that_mean_unknown_are_dropped() {
    RawFix fix = at(OptionalDouble.of(31.2), OptionalInt.of(255));
    Report report =
        good(
            new RawReport(
                fix, OptionalInt.of(255), OptionalDouble.of(99.99), Signs.NONE, Optional.empty()));
    assertEquals(Optional.empty(), report.sky());
    assertEquals(OptionalInt.empty(), report.batteryPercent());
    assertEquals(
        Optional.of(new Sky(OptionalInt.of(7), OptionalDouble.empty())),
        good(new RawReport(
                fix,
                OptionalInt.of(7),
                OptionalDouble.of(Double.NaN),
                Signs.NONE,
                Optional.empty()))
            .sky());
  }

  @Test
  void a_clock_is_compared_with_ours_when_it_is_known_and_never_overflows() {
    assertEquals(OptionalInt.of(-3600), ahead(NOW.minusSeconds(3600)));
    assertEquals(OptionalInt.of(Integer.MAX_VALUE), ahead(Instant.MAX));
    assertEquals(OptionalInt.of(-Integer.MAX_VALUE), ahead(Instant.MIN));
  }

  private static OptionalInt ahead(Instant clock) {
    return good(new RawReport(
            at(OptionalDouble.of(31.2), OptionalInt.empty()),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            Signs.NONE,
            Optional.of(clock)))
        .clockAheadSeconds();
  }

  private static RawReport with(RawFix fix, Signs signs) {
    return new RawReport(fix, OptionalInt.empty(), OptionalDouble.empty(), signs, Optional.empty());
  }

  private static RawFix at(OptionalDouble latitude, OptionalInt battery) {
    return new RawFix(
        Optional.of(NOW),
        latitude,
        latitude.isPresent() ? OptionalDouble.of(104.6) : OptionalDouble.empty(),
        OptionalDouble.of(12),
        FixSource.GNSS,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        battery);
  }

  private static Report good(RawReport raw) {
    return assertInstanceOf(Checked.Good.class, Reports.check(raw, NOW)).report();
  }

  private static void assertRefused(RefusedFix reason, RawReport raw) {
    assertEquals(new Checked.Refused(reason), Reports.check(raw, NOW));
  }
}
