package org.smartcorrection.location.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.RawFix;
import org.smartcorrection.location.protocol.Reading.Fault;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.location.supervision.Reports;
import org.smartcorrection.location.supervision.Sign;

class OsmandTest {
  private static final Instant TIME = Instant.parse("2026-09-29T00:10:00Z");

  @Test
  void a_position_of_the_traccar_client_is_read_in_our_units() {
    var reading =
        reported(
            Map.of(
                "id", "device-0417",
                "timestamp", "1790640600",
                "lat", "31.2",
                "lon", "104.6",
                "speed", "10",
                "bearing", "90",
                "accuracy", "12.5",
                "altitude", "480.2",
                "batt", "79.6"));
    assertEquals(Optional.of("device-0417"), reading.device());
    RawFix fix = reading.report().fix();
    assertEquals(Optional.of(TIME), fix.time());
    assertEquals(OptionalDouble.of(31.2), fix.latitude());
    assertEquals(OptionalDouble.of(104.6), fix.longitude());
    assertEquals(OptionalDouble.of(12.5), fix.accuracyMetres());
    assertEquals(5.144, fix.speedMetresPerSecond().orElseThrow(), 0.001);
    assertEquals(OptionalDouble.of(90), fix.courseDegrees());
    assertEquals(OptionalInt.of(80), fix.batteryPercent());
    assertEquals(FixSource.UNKNOWN, fix.source());
  }

  @Test
  void time_is_read_in_every_form_that_clients_send() {
    for (String form :
        List.of(
            "1790640600",
            "1790640600000",
            "2026-09-29T00:10:00Z",
            "2026-09-29T08:10:00+08:00",
            "2026-09-29T08:10:00 08:00",
            "2026-09-29 00:10:00")) {
      assertEquals(Optional.of(TIME), reported(at("timestamp", form)).report().fix().time(), form);
    }
  }

  @Test
  void a_message_without_time_has_no_time() {
    assertEquals(Optional.empty(), reported(at("id", "a")).report().fix().time());
  }

  @Test
  void dilution_of_precision_gives_accuracy_and_speaks_for_satellites() {
    RawFix fix = reported(at("hdop", "2")).report().fix();
    assertEquals(OptionalDouble.of(10), fix.accuracyMetres());
    assertEquals(FixSource.GNSS, fix.source());
  }

  @Test
  void a_device_may_say_what_a_position_was_made_from() {
    assertEquals(FixSource.GNSS, reported(at("source", "gnss")).report().fix().source());
    assertEquals(FixSource.CELL, reported(at("source", "cell")).report().fix().source());
    assertEquals(FixSource.UNKNOWN, reported(at("source", "oracle")).report().fix().source());
  }

  @Test
  void sensors_sky_and_clock_are_read_where_a_device_says_them() {
    RawReport report =
        reported(
                Map.of(
                    "lat",
                    "31.2",
                    "lon",
                    "104.6",
                    "hdop",
                    "0.8",
                    "sat",
                    "11",
                    "charge",
                    "true",
                    "mock",
                    "false",
                    "alarm",
                    "removing,overspeed",
                    "sent",
                    "1790640600"))
            .report();
    assertEquals(OptionalInt.of(11), report.satellites());
    assertEquals(OptionalDouble.of(0.8), report.dilution());
    assertEquals(Optional.of(TIME), report.clock());
    assertTrue(report.signs().is(Sign.CHARGING));
    assertTrue(report.signs().isNot(Sign.MOCKED));
    assertTrue(report.signs().is(Sign.STRAP_OPEN));
    assertFalse(report.signs().isNot(Sign.JAMMED), "what is not named is not denied");
  }

  @Test
  void the_place_of_a_receiver_that_found_none_is_not_taken() {
    RawFix fix = reported(at("valid", "false")).report().fix();
    assertEquals(OptionalDouble.empty(), fix.latitude());
    assertEquals(OptionalDouble.empty(), fix.longitude());
  }

  @Test
  void what_cannot_be_read_is_named() {
    assertMalformed(Fault.FLAG, at("charge", "perhaps"));
    assertMalformed(Fault.POSITION, at("lat", "NaN"));
    assertMalformed(Fault.POSITION, at("lat", "0x1p3"));
    assertMalformed(Fault.POSITION, Map.of("lat", "31.2"));
    assertMalformed(Fault.TIME, at("timestamp", "yesterday"));
    assertMalformed(Fault.TIME, at("timestamp", "2026-13-01T00:00:00Z"));
    assertMalformed(Fault.NUMBER, at("accuracy", "good"));
    assertMalformed(Fault.DEVICE_NAME, at("id", "a'; drop table"));
    assertMalformed(Fault.TOO_LARGE, at("x", "9".repeat(300)));
  }

  @Test
  void nothing_that_a_device_can_send_makes_it_throw() {
    long seed = 31;
    var random = new Random(seed);
    List<String> names =
        List.of(
            "id",
            "deviceid",
            "timestamp",
            "lat",
            "lon",
            "speed",
            "bearing",
            "accuracy",
            "hdop",
            "batt",
            "source",
            "heading",
            "sat",
            "charge",
            "alarm",
            "valid",
            "sent",
            "?");
    List<String> values =
        List.of(
            "",
            " ",
            "0",
            "-0",
            "1e99",
            "1E-99",
            "9999999999999999",
            "-9999999999999999",
            "+1",
            ".",
            "1.",
            "--1",
            "true",
            "tampering,,jamming",
            "T",
            "2026-09-29T00:10:00",
            "２６",
            "\u0000",
            "∞",
            "+999999999-12-31T23:59:59Z",
            "-999999999-01-01 00:00:00");
    for (int i = 0; i < 200_000; i++) {
      var query = new HashMap<String, String>();
      for (int n = random.nextInt(9); n >= 0; n--) {
        query.put(
            names.get(random.nextInt(names.size())),
            random.nextInt(4) == 0 ? noise(random) : values.get(random.nextInt(values.size())));
      }
      Reading reading = Osmand.read(query);
      assertNotNull(reading, "seed " + seed);
      if (reading instanceof Reading.Reported reported) {
        assertNotNull(Reports.check(reported.report(), TIME), "seed " + seed);
      }
    }
  }

  static String noise(Random random) {
    var text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) text.append((char) random.nextInt(0x250));
    return text.toString();
  }

  private static Map<String, String> at(String name, String value) {
    var query = new HashMap<>(Map.of("lat", "31.2", "lon", "104.6"));
    query.put(name, value);
    return query;
  }

  private static Reading.Reported reported(Map<String, String> query) {
    return assertInstanceOf(Reading.Reported.class, Osmand.read(query));
  }

  private static void assertMalformed(Fault fault, Map<String, String> query) {
    assertEquals(new Reading.Malformed(fault), Osmand.read(query));
  }
}
