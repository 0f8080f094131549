package org.smartcorrection.location.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VitalsTest {
  private static final Instant MEASURED = Instant.parse("2026-03-01T18:05:00Z");

  @Test
  void a_wearable_behind_traccar_is_read_at_the_time_it_measured() {
    Vitals vitals =
        Traccar.vitals(
            traccar(
                "watch",
                Map.of(
                    "heartRate",
                    72,
                    "steps",
                    1200,
                    "pressureHigh",
                    "128",
                    "pressureLow",
                    "81",
                    "temp1",
                    36.6)));
    assertEquals(Optional.of(MEASURED), vitals.time(), "and not of the place beside it");
    assertEquals(OptionalInt.of(72), vitals.heartRate());
    assertEquals(OptionalInt.of(1200), vitals.steps());
    assertEquals(Optional.of(new Vitals.Pressure(128, 81)), vitals.pressure());
    assertEquals(OptionalDouble.of(36.6), vitals.temperature());
    assertFalse(vitals.fell());
  }

  @Test
  void the_probe_of_another_device_is_nobodys_temperature() {
    assertTrue(Traccar.vitals(traccar("teltonika", Map.of("temp1", 36.6))).isEmpty());
    assertTrue(Traccar.vitals(traccar("watch", Map.of("deviceTemp", 36.6))).isEmpty());
    assertTrue(Traccar.vitals(traccar("watch", Map.of("temp1", 21.5))).isEmpty(), "it lies there");
  }

  @Test
  void a_fall_is_read_from_a_position_and_from_an_event() {
    assertTrue(Traccar.vitals(traccar("watch", Map.of("alarm", "general,fallDown"))).fell());
    Map<String, Object> event = new HashMap<>(traccar("watch", Map.of()));
    event.put("event", Map.of("type", "alarm", "attributes", Map.of("alarm", "fallDown")));
    assertTrue(Traccar.vitals(event).fell());
    assertFalse(Traccar.vitals(traccar("watch", Map.of("alarm", "fallDownward"))).fell());
  }

  @Test
  void what_no_living_body_has_is_none() {
    for (Map<String, Object> wrong :
        List.<Map<String, Object>>of(
            Map.of("heartRate", 0),
            Map.of("heartRate", 301),
            Map.of("heartRate", Double.NaN),
            Map.of("heartRate", List.of(72)),
            Map.of("heartRate", "7".repeat(300)),
            Map.of("pressureHigh", "120"),
            Map.of("pressureHigh", "80", "pressureLow", "120"),
            Map.of("temp1", 1e300),
            Map.of("steps", -1),
            Map.of("alarm", 7))) assertTrue(Traccar.vitals(traccar("watch", wrong)).isEmpty());
  }

  @Test
  void osmand_parameters_are_read_under_the_names_of_traccar() {
    Vitals vitals =
        Osmand.vitals(
            Map.of(
                "timestamp", Long.toString(MEASURED.getEpochSecond()),
                "heartRate", "71",
                "pressureHigh", "128",
                "pressureLow", "81",
                "bodyTemp", "36.7",
                "steps", "40",
                "alarm", "fallDown"));
    assertEquals(Optional.of(MEASURED), vitals.time());
    assertEquals(Set.of(VitalSign.values()), vitals.signs());
    assertTrue(Osmand.vitals(Map.of("heartRate", "seventy", "lat", "31", "lon", "104")).isEmpty());
  }

  /** What judges positions is the same message with and without signs of the body. */
  @Test
  void a_reading_of_positions_knows_nothing_of_the_body() {
    Map<String, Object> signs =
        Map.of("heartRate", 0, "steps", 0, "pressureHigh", "90", "pressureLow", "60");
    Map<String, Object> fallen = new HashMap<>(signs);
    fallen.put("alarm", "fallDown");
    for (Map<String, Object> with : List.of(signs, fallen))
      assertEquals(Traccar.read(traccar("watch", Map.of())), Traccar.read(traccar("watch", with)));

    Map<String, String> bare = Map.of("lat", "31.1", "lon", "104.5", "worn", "true");
    Map<String, String> more = new HashMap<>(bare);
    more.putAll(Map.of("heartRate", "0", "steps", "0", "bodyTemp", "20", "alarm", "fallDown"));
    assertEquals(Osmand.read(bare), Osmand.read(more));
  }

  @Test
  void only_what_is_wanted_stays_and_nothing_is_said_of_values() {
    Vitals all = Osmand.vitals(Map.of("heartRate", "71", "steps", "4021", "alarm", "fallDown"));
    Vitals some = all.only(Set.of(VitalSign.STEPS));
    assertEquals(Set.of(VitalSign.STEPS), some.signs());
    assertEquals(OptionalInt.of(4021), some.steps());
    assertFalse(some.toString().contains("4021"));
  }

  @Test
  void nothing_that_can_be_sent_makes_it_throw() {
    var random = new Random(7);
    Object[] values = {0, -1, 1e308, Double.NaN, "", "x".repeat(5000), true, Map.of(), List.of()};
    String[] names = {"heartRate", "steps", "pressureHigh", "pressureLow", "temp1", "alarm"};
    for (int round = 0; round < 2_000; round++) {
      Map<String, Object> attributes = new HashMap<>();
      for (String name : names) attributes.put(name, values[random.nextInt(values.length)]);
      assertFalse(Traccar.vitals(traccar("watch", attributes)).fell());
      Map<String, Object> message = new HashMap<>(traccar("watch", attributes));
      message.put("event", values[random.nextInt(values.length)]);
      assertFalse(Traccar.vitals(message).fell());
      Map<String, String> query = new HashMap<>();
      attributes.forEach((name, value) -> query.put(name, value.toString()));
      assertFalse(Osmand.vitals(query).fell());
    }
    assertTrue(Traccar.vitals(Map.of()).isEmpty());
    assertTrue(Traccar.vitals(Map.of("position", 7)).isEmpty());
  }

  private static Map<String, Object> traccar(String protocol, Map<String, Object> attributes) {
    return Map.of(
        "position",
        Map.of(
            "protocol",
            protocol,
            "fixTime",
            MEASURED.minusSeconds(900).toEpochMilli(),
            "deviceTime",
            MEASURED.toEpochMilli(),
            "valid",
            true,
            "latitude",
            31.15,
            "longitude",
            104.55,
            "attributes",
            attributes));
  }
}
