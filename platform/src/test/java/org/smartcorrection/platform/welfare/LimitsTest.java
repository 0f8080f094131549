package org.smartcorrection.platform.welfare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.protocol.Osmand;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.location.protocol.Vitals;

class LimitsTest {
  private static final Limits LIMITS = new Limits(40, 140, 90, 180, 350, 390);

  @Test
  void a_value_at_a_limit_is_beyond_it() {
    assertEquals(Set.of(VitalSign.HEART_RATE), LIMITS.beyond(beats(40)));
    assertEquals(Set.of(), LIMITS.beyond(beats(41)));
    assertEquals(Set.of(), LIMITS.beyond(beats(139)));
    assertEquals(Set.of(VitalSign.HEART_RATE), LIMITS.beyond(beats(140)));
    assertEquals(
        Set.of(VitalSign.BLOOD_PRESSURE, VitalSign.TEMPERATURE),
        LIMITS.beyond(
            Osmand.vitals(Map.of("pressureHigh", "180", "pressureLow", "90", "bodyTemp", "39.0"))));
    assertEquals(Set.of(), LIMITS.beyond(Osmand.vitals(Map.of("steps", "0"))), "rest is no sign");
  }

  @Test
  void as_many_as_the_rule_says_confirm_one_another_without_a_good_one_between() {
    assertFalse(LIMITS.confirmed(VitalSign.HEART_RATE, all(150, 150), 3));
    assertFalse(LIMITS.confirmed(VitalSign.HEART_RATE, all(150, 80, 150, 150), 3));
    assertTrue(LIMITS.confirmed(VitalSign.HEART_RATE, all(80, 150, 35, 150), 3));
    assertTrue(
        LIMITS.confirmed(VitalSign.FALL, List.of(Osmand.vitals(Map.of("alarm", "fallDown"))), 3));
  }

  private static List<Vitals> all(int... beats) {
    return IntStream.of(beats).mapToObj(LimitsTest::beats).toList();
  }

  private static Vitals beats(int count) {
    return Osmand.vitals(Map.of("heartRate", Integer.toString(count)));
  }
}
