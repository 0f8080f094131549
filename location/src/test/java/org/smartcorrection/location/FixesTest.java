package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Fixes.Checked;

class FixesTest {
  private static final Instant NOW = Instant.parse("2026-09-29T00:10:00Z");

  @Test
  void a_good_fix_is_believed_as_sent() {
    Fix fix = good(raw(NOW, 31.2, 104.6, 12));
    assertEquals(new Wgs84Point(31.2, 104.6), fix.point());
    assertEquals(12, fix.accuracyMetres());
    assertEquals(OptionalDouble.of(3), fix.speedMetresPerSecond());
  }

  @Test
  void a_place_in_another_datum_is_brought_home() {
    var sent = new Wgs84Point(31.2, 104.6).toGcj02();
    Fix fix =
        assertInstanceOf(
                Checked.Good.class,
                Fixes.check(raw(NOW, sent.latitude(), sent.longitude(), 12), Datum.GCJ_02, NOW))
            .fix();
    assertEquals(31.2, fix.point().latitude(), 1e-7);
    assertEquals(104.6, fix.point().longitude(), 1e-7);
  }

  @Test
  void a_latitude_of_91_is_refused() {
    assertRefused(RefusedFix.LATITUDE_OUT_OF_RANGE, raw(NOW, 91, 104.6, 12));
    assertRefused(RefusedFix.LATITUDE_OUT_OF_RANGE, raw(NOW, Double.NaN, 104.6, 12));
    assertRefused(RefusedFix.LONGITUDE_OUT_OF_RANGE, raw(NOW, 31.2, -180.5, 12));
  }

  @Test
  void times_that_cannot_be_are_refused() {
    assertRefused(RefusedFix.TIME_BEFORE_2000, raw(Instant.EPOCH, 31.2, 104.6, 12));
    assertRefused(RefusedFix.TIME_TOO_OLD, raw(NOW.minus(Duration.ofDays(32)), 31.2, 104.6, 12));
    assertRefused(RefusedFix.TIME_IN_FUTURE, raw(NOW.plusSeconds(121), 31.2, 104.6, 12));
    good(raw(NOW.plusSeconds(120), 31.2, 104.6, 12));
    assertRefused(RefusedFix.TIME_IN_FUTURE, raw(Instant.MAX, 31.2, 104.6, 12));
    assertRefused(RefusedFix.TIME_BEFORE_2000, raw(Instant.MIN, 31.2, 104.6, 12));
  }

  @Test
  void no_time_is_invented() {
    RawFix raw = raw(NOW, 31.2, 104.6, 12);
    assertRefused(
        RefusedFix.NO_TIME,
        new RawFix(
            Optional.empty(),
            raw.latitude(),
            raw.longitude(),
            raw.accuracyMetres(),
            raw.source(),
            raw.speedMetresPerSecond(),
            raw.courseDegrees(),
            raw.batteryPercent()));
  }

  @Test
  void zero_zero_is_what_receivers_say_without_a_fix() {
    assertRefused(RefusedFix.NO_POSITION, raw(NOW, 0, 0, 12));
  }

  @Test
  void an_accuracy_that_cannot_be_is_refused_and_an_unknown_one_assumed_coarse() {
    assertRefused(RefusedFix.ACCURACY_ABSURD, raw(NOW, 31.2, 104.6, -1));
    assertRefused(RefusedFix.ACCURACY_ABSURD, raw(NOW, 31.2, 104.6, Double.NaN));
    assertRefused(RefusedFix.ACCURACY_ABSURD, raw(NOW, 31.2, 104.6, 1e6));
    assertEquals(Fixes.ASSUMED_ACCURACY_METRES, good(raw(NOW, 31.2, 104.6, 0)).accuracyMetres());
  }

  @Test
  void side_values_that_mean_unknown_are_dropped() {
    Fix fix =
        good(
            new RawFix(
                Optional.of(NOW),
                OptionalDouble.of(31.2),
                OptionalDouble.of(104.6),
                OptionalDouble.of(9),
                FixSource.GNSS,
                OptionalDouble.of(-1),
                OptionalDouble.of(360),
                OptionalInt.of(255)));
    assertEquals(OptionalDouble.empty(), fix.speedMetresPerSecond());
    assertEquals(OptionalDouble.of(0), fix.courseDegrees());
    assertEquals(OptionalInt.empty(), fix.batteryPercent());
  }

  private static RawFix raw(Instant time, double latitude, double longitude, double accuracy) {
    return new RawFix(
        Optional.of(time),
        OptionalDouble.of(latitude),
        OptionalDouble.of(longitude),
        OptionalDouble.of(accuracy),
        FixSource.GNSS,
        OptionalDouble.of(3),
        OptionalDouble.of(90),
        OptionalInt.of(80));
  }

  private static Fix good(RawFix raw) {
    return assertInstanceOf(Checked.Good.class, Fixes.check(raw, Datum.WGS_84, NOW)).fix();
  }

  private static void assertRefused(RefusedFix reason, RawFix raw) {
    assertEquals(new Checked.Refused(reason), Fixes.check(raw, Datum.WGS_84, NOW));
  }
}
