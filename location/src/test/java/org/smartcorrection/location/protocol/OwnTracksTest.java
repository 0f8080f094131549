package org.smartcorrection.location.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.protocol.Reading.Fault;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.location.supervision.Reports;
import org.smartcorrection.location.supervision.Sign;
import org.smartcorrection.location.supervision.Signs;

class OwnTracksTest {
  private static final Instant TIME = Instant.parse("2026-09-29T00:10:00Z");

  @Test
  void a_location_is_read_in_our_units() {
    var message = location();
    message.putAll(
        Map.of("acc", 12, "batt", 79, "vel", 36, "cog", 270, "t", "t", "tid", "zx", "alt", 480));
    var reading = assertInstanceOf(Reading.Reported.class, OwnTracks.read(message));
    assertEquals(Optional.of("zx"), reading.device());
    RawFix fix = reading.report().fix();
    assertEquals(Optional.of(TIME), fix.time());
    assertEquals(OptionalDouble.of(31.2), fix.latitude());
    assertEquals(OptionalDouble.of(12), fix.accuracyMetres());
    assertEquals(10, fix.speedMetresPerSecond().orElseThrow(), 1e-9);
    assertEquals(OptionalDouble.of(270), fix.courseDegrees());
    assertEquals(OptionalInt.of(79), fix.batteryPercent());
    assertEquals(FixSource.UNKNOWN, fix.source());
  }

  @Test
  void a_charger_and_a_clock_are_read_where_a_message_says_them() {
    assertTrue(reported("bs", 2).signs().is(Sign.CHARGING));
    assertTrue(reported("bs", 1).signs().isNot(Sign.CHARGING));
    assertEquals(Signs.NONE, reported("bs", 0).signs());
    assertEquals(Optional.of(TIME), reported("sent", 1_790_640_600).clock());
    assertEquals(Optional.empty(), reported("created_at", 1_790_640_600).clock());
  }

  @Test
  void other_messages_are_no_reports() {
    assertEquals(new Reading.NoReport(), OwnTracks.read(Map.of("_type", "waypoint")));
    assertEquals(new Reading.NoReport(), OwnTracks.read(Map.of("_type", "lwt", "tst", 1)));
  }

  @Test
  void what_cannot_be_read_is_named() {
    assertMalformed(Fault.TYPE, "_type", 5);
    assertMalformed(Fault.TYPE, "_type", null);
    assertMalformed(Fault.POSITION, "lat", "31.2");
    assertMalformed(Fault.POSITION, "lon", null);
    assertMalformed(Fault.POSITION, "lat", Double.NaN);
    assertMalformed(Fault.TIME, "tst", "now");
    assertMalformed(Fault.TIME, "tst", 1e300);
    assertMalformed(Fault.NUMBER, "acc", List.of());
    assertMalformed(Fault.DEVICE_NAME, "tid", "two words");
    assertMalformed(Fault.DEVICE_NAME, "tid", 7);
  }

  @Test
  void nothing_that_a_device_can_send_makes_it_throw() {
    long seed = 32;
    var random = new Random(seed);
    List<String> names =
        List.of(
            "lat", "lon", "tst", "acc", "batt", "vel", "cog", "tid", "source", "bs", "sent", "?");
    List<@Nullable Object> values =
        Arrays.asList(
            null,
            true,
            0,
            -1,
            91,
            1e308,
            Long.MAX_VALUE,
            Double.NEGATIVE_INFINITY,
            "",
            "gps",
            Map.of(),
            List.of(1),
            new BigDecimal("1e9999"),
            BigInteger.TWO.pow(900));
    for (int i = 0; i < 200_000; i++) {
      var message = location();
      for (int n = random.nextInt(6); n >= 0; n--) {
        message.put(
            names.get(random.nextInt(names.size())), values.get(random.nextInt(values.size())));
      }
      Reading reading = OwnTracks.read(message);
      assertNotNull(reading, "seed " + seed);
      if (reading instanceof Reading.Reported reported) {
        assertNotNull(Reports.check(reported.report(), TIME), "seed " + seed);
      }
    }
  }

  private static Map<String, @Nullable Object> location() {
    var message = new HashMap<String, @Nullable Object>();
    message.put("_type", "location");
    message.put("lat", 31.2);
    message.put("lon", 104.6);
    message.put("tst", 1_790_640_600);
    return message;
  }

  private static RawReport reported(String name, Object value) {
    var message = location();
    message.put(name, value);
    return assertInstanceOf(Reading.Reported.class, OwnTracks.read(message)).report();
  }

  private static void assertMalformed(Fault fault, String name, @Nullable Object value) {
    var message = location();
    message.put(name, value);
    assertEquals(new Reading.Malformed(fault), OwnTracks.read(message));
  }
}
