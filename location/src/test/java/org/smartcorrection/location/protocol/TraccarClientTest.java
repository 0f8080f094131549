package org.smartcorrection.location.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.protocol.Reading.Fault;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.location.supervision.Reports;
import org.smartcorrection.location.supervision.Sign;

class TraccarClientTest {
  private static final Instant TIME = Instant.parse("2026-09-29T00:10:00Z");

  /** The form that traccar.org documents. */
  @Test
  void a_position_of_the_traccar_client_from_version_9_is_read_in_our_units() {
    Map<String, @Nullable Object> location = location();
    location.put("battery", Map.of("level", 0.79, "is_charging", true));
    location.put("is_moving", false);
    location.put("mock", true);
    Reading.Reported read =
        assertInstanceOf(
            Reading.Reported.class,
            TraccarClient.read(Map.of("location", location, "device_id", "48241179")));
    assertEquals(Optional.of("48241179"), read.device());
    RawReport report = read.report();
    RawFix fix = report.fix();
    assertEquals(Optional.of(TIME), fix.time());
    assertEquals(OptionalDouble.of(31.2), fix.latitude());
    assertEquals(OptionalDouble.of(12), fix.accuracyMetres());
    assertEquals(OptionalDouble.of(1.5), fix.speedMetresPerSecond());
    assertEquals(OptionalInt.of(79), fix.batteryPercent());
    assertTrue(report.signs().is(Sign.CHARGING));
    assertTrue(report.signs().is(Sign.MOCKED));
    assertFalse(report.signs().isNot(Sign.MOVED), "sitting is not the same as left behind");
  }

  @Test
  void what_is_below_nought_is_not_known() {
    Map<String, @Nullable Object> location = location();
    location.put("coords", Map.of("latitude", 31.2, "longitude", 104.6, "accuracy", -1));
    location.put("battery", Map.of("level", -1));
    var read =
        assertInstanceOf(Reading.Reported.class, TraccarClient.read(Map.of("location", location)));
    assertEquals(OptionalDouble.empty(), read.report().fix().accuracyMetres());
    assertInstanceOf(Reports.Checked.Good.class, Reports.check(read.report(), TIME));
  }

  @Test
  void what_cannot_be_read_is_named() {
    assertMalformed(Fault.TYPE, Map.of());
    assertMalformed(Fault.TYPE, Map.of("location", List.of()));
    assertMalformed(Fault.DEVICE_NAME, Map.of("location", location(), "device_id", 7));
    assertMalformed(Fault.POSITION, Map.of("location", Map.of("coords", Map.of("latitude", 31.2))));
    assertMalformed(Fault.TIME, Map.of("location", Map.of("timestamp", 5)));
    assertMalformed(Fault.FLAG, Map.of("location", Map.of("mock", "perhaps")));
  }

  @Test
  void nothing_that_a_device_can_send_makes_it_throw() {
    long seed = 34;
    var random = new Random(seed);
    List<String> names = List.copyOf(location().keySet());
    List<@Nullable Object> values =
        Arrays.asList(
            null,
            true,
            0,
            1e308,
            Double.NaN,
            "",
            "2026-13-01T00:00:00Z",
            Map.of("latitude", 91, "longitude", 1e300),
            Map.of("level", 1e300),
            Map.of("level", "full"),
            List.of());
    for (int i = 0; i < 100_000; i++) {
      Map<String, @Nullable Object> location = location();
      for (int n = random.nextInt(4); n >= 0; n--) {
        location.put(
            names.get(random.nextInt(names.size())), values.get(random.nextInt(values.size())));
      }
      Reading reading = TraccarClient.read(Map.of("location", location));
      assertNotNull(reading, "seed " + seed);
      if (reading instanceof Reading.Reported reported) {
        assertNotNull(Reports.check(reported.report(), TIME), "seed " + seed);
      }
    }
  }

  private static Map<String, @Nullable Object> location() {
    var location = new HashMap<String, @Nullable Object>();
    location.put("timestamp", "2026-09-29T00:10:00.000Z");
    location.put(
        "coords",
        Map.of("latitude", 31.2, "longitude", 104.6, "accuracy", 12, "speed", 1.5, "heading", 90));
    location.put("is_moving", true);
    location.put("battery", Map.of());
    location.put("mock", false);
    location.put("event", "motionchange");
    return location;
  }

  private static void assertMalformed(
      Fault fault, Map<String, ? extends @Nullable Object> message) {
    assertEquals(new Reading.Malformed(fault), TraccarClient.read(message));
  }
}
