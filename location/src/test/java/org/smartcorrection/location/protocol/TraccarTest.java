package org.smartcorrection.location.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
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

class TraccarTest {
  private static final Instant TIME = Instant.parse("2022-09-15T13:35:32Z");

  @Test
  void a_forwarded_position_is_read_in_our_units() {
    Map<String, @Nullable Object> position = position();
    position.put(
        "attributes",
        Map.of(
            "sat",
            14,
            "hdop",
            0.7,
            "batteryLevel",
            53,
            "charge",
            true,
            "motion",
            false,
            "alarm",
            "tampering"));
    RawReport report = reported(Map.of("position", position, "device", device())).report();
    RawFix fix = report.fix();
    assertEquals(Optional.of(TIME), fix.time());
    assertEquals(OptionalDouble.of(-6.1769233), fix.latitude());
    assertEquals(2.5, fix.speedMetresPerSecond().orElseThrow(), 0.001);
    assertEquals(3.5, fix.accuracyMetres().orElseThrow(), 1e-9);
    assertEquals(OptionalInt.of(53), fix.batteryPercent());
    assertEquals(FixSource.GNSS, fix.source());
    assertEquals(OptionalInt.of(14), report.satellites());
    assertTrue(report.signs().is(Sign.CASE_OPEN));
    assertTrue(report.signs().is(Sign.CHARGING));
    assertFalse(report.signs().isNot(Sign.MOVED), "slow is not the same as left behind");
  }

  @Test
  void the_device_is_named_by_what_traccar_knows_it_as() {
    Reading.Reported read = reported(Map.of("position", position(), "device", device()));
    assertEquals(Optional.of("359632106090555"), read.device());
  }

  @Test
  void time_is_read_as_every_version_of_traccar_writes_it() {
    for (Object form :
        List.of(
            1_663_248_932_000L,
            "2022-09-15T13:35:32.000+00:00",
            "2022-09-15T13:35:32.000+0000",
            "2022-09-15T13:35:32Z")) {
      Map<String, @Nullable Object> position = position();
      position.put("fixTime", form);
      assertEquals(Optional.of(TIME), reported(Map.of("position", position)).report().fix().time());
    }
  }

  @Test
  void an_event_gives_its_alarm_with_a_position_and_without_one() {
    Map<String, Object> alarm =
        Map.of("type", "alarm", "attributes", Map.of("alarm", "removing"), "positionId", 0);
    assertTrue(
        reported(Map.of("event", alarm, "position", position()))
            .report()
            .signs()
            .is(Sign.STRAP_OPEN));
    RawReport placeless = reported(Map.of("event", at("2026-03-02T08:00:00Z", alarm))).report();
    assertTrue(placeless.signs().is(Sign.STRAP_OPEN));
    assertEquals(Optional.of(Instant.parse("2026-03-02T08:00:00Z")), placeless.fix().time());
    assertEquals(OptionalDouble.empty(), placeless.fix().latitude());
    assertEquals(
        new Reading.NoReport(), Traccar.read(Map.of("event", Map.of("type", "deviceOffline"))));
    Map<String, Object> speeding =
        Map.of("type", "alarm", "attributes", Map.of("alarm", "overspeed"));
    assertEquals(new Reading.NoReport(), Traccar.read(Map.of("event", speeding)));
    assertMalformed(Fault.TYPE, Map.of("event", 5));
  }

  private static Map<String, Object> at(String time, Map<String, Object> event) {
    Map<String, Object> whole = new HashMap<>(event);
    whole.put("eventTime", time);
    return whole;
  }

  @Test
  void a_position_that_was_not_found_is_none() {
    Map<String, @Nullable Object> position = position();
    position.put("valid", false);
    assertEquals(
        OptionalDouble.empty(), reported(Map.of("position", position)).report().fix().latitude());
  }

  @Test
  void what_cannot_be_read_is_named() {
    assertMalformed(Fault.TYPE, Map.of());
    assertMalformed(Fault.TYPE, Map.of("position", 5));
    assertMalformed(Fault.POSITION, with("latitude", "31"));
    assertMalformed(Fault.POSITION, with("longitude", null));
    assertMalformed(Fault.TIME, with("fixTime", true));
    assertMalformed(Fault.TIME, with("fixTime", "yesterday"));
    assertMalformed(Fault.NUMBER, with("speed", "fast"));
    assertMalformed(Fault.FLAG, with("valid", "perhaps"));
  }

  @Test
  void nothing_that_can_be_sent_makes_it_throw() {
    long seed = 33;
    var random = new Random(seed);
    List<String> names = List.copyOf(position().keySet());
    List<@Nullable Object> values =
        Arrays.asList(
            null,
            true,
            0,
            91,
            Long.MIN_VALUE,
            1e308,
            Double.NaN,
            "",
            "a".repeat(300),
            "2022-09-15T13:35:32+9999",
            Map.of("alarm", "jamming,,"),
            Map.of("alarm", 1),
            Map.of("sat", 1e300),
            List.of(),
            new BigDecimal("1e9999"));
    for (int i = 0; i < 200_000; i++) {
      Map<String, @Nullable Object> position = position();
      for (int n = random.nextInt(5); n >= 0; n--) {
        position.put(
            names.get(random.nextInt(names.size())), values.get(random.nextInt(values.size())));
      }
      Reading reading = Traccar.read(Map.of("position", position));
      assertNotNull(reading, "seed " + seed);
      if (reading instanceof Reading.Reported reported) {
        assertNotNull(Reports.check(reported.report(), TIME), "seed " + seed);
      }
    }
  }

  /** As Traccar 5.3 forwarded it, from its forum. */
  private static Map<String, @Nullable Object> position() {
    var position = new HashMap<String, @Nullable Object>();
    position.put("id", 0);
    position.put("attributes", Map.of());
    position.put("deviceId", 134);
    position.put("protocol", "teltonika");
    position.put("deviceTime", 1_663_248_932_000L);
    position.put("fixTime", 1_663_248_932_000L);
    position.put("outdated", false);
    position.put("valid", true);
    position.put("latitude", -6.1769233);
    position.put("longitude", 106.99672);
    position.put("altitude", 21.0);
    position.put("speed", 4.859613);
    position.put("course", 117.0);
    position.put("address", null);
    position.put("accuracy", 0.0);
    return position;
  }

  private static Map<String, Object> device() {
    return Map.of("id", 134, "uniqueId", "359632106090555");
  }

  private static Map<String, @Nullable Object> with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> position = position();
    position.put(name, value);
    return Map.of("position", position);
  }

  private static Reading.Reported reported(Map<String, ? extends @Nullable Object> message) {
    return assertInstanceOf(Reading.Reported.class, Traccar.read(message));
  }

  private static void assertMalformed(
      Fault fault, Map<String, ? extends @Nullable Object> message) {
    assertEquals(new Reading.Malformed(fault), Traccar.read(message));
  }
}
