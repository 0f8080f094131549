package org.smartcorrection.location;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Gate.Decision;

class GateTest {
  private static final Instant APPROVED = Instant.parse("2026-07-10T02:00:00Z");
  private static final Instant ENDS = Instant.parse("2026-10-09T16:00:00Z");
  private static final Instant NOW = Instant.parse("2026-09-29T00:10:00Z");
  private static final PositioningGround GROUND = ground(Optional.empty());

  @Test
  void a_dedicated_device_on_a_live_ground_is_admitted() {
    assertEquals(
        new Decision.Admitted(new Decision.UnderGround(Article29Ground.LEFT_WITHOUT_APPROVAL)),
        dedicated(Optional.of(GROUND), NOW, NOW));
  }

  @Test
  void a_dedicated_device_without_a_ground_is_refused() {
    assertRefused(Decision.Reason.NO_GROUND, dedicated(Optional.empty(), NOW, NOW));
  }

  @Test
  void what_was_measured_before_the_approval_is_refused() {
    assertRefused(
        Decision.Reason.BEFORE_GROUND,
        dedicated(Optional.of(GROUND), APPROVED.minusSeconds(1), APPROVED.plusSeconds(1)));
  }

  @Test
  void collection_stops_by_itself_at_the_end_also_for_stored_points() {
    Instant last = ENDS.minusNanos(1);
    assertEquals(Decision.Admitted.class, dedicated(Optional.of(GROUND), last, last).getClass());
    assertRefused(Decision.Reason.GROUND_EXPIRED, dedicated(Optional.of(GROUND), ENDS, ENDS));
    assertRefused(Decision.Reason.GROUND_EXPIRED, dedicated(Optional.of(GROUND), last, ENDS));
  }

  @Test
  void an_early_lift_takes_effect_at_once() {
    PositioningGround lifted = ground(Optional.of(NOW));
    assertRefused(Decision.Reason.GROUND_LIFTED, dedicated(Optional.of(lifted), NOW, NOW));
  }

  @Test
  void a_phone_gives_single_points_up_to_the_caps_with_or_without_a_ground() {
    assertEquals(
        new Decision.Admitted(new Decision.AsVerification(1, 1)), phone(Optional.empty(), 0, 0));
    assertEquals(
        new Decision.Admitted(new Decision.AsVerification(2, 7)), phone(Optional.of(GROUND), 1, 6));
    assertRefused(Decision.Reason.DAY_CAP_REACHED, phone(Optional.of(GROUND), 2, 2));
    assertRefused(Decision.Reason.WEEK_CAP_REACHED, phone(Optional.empty(), 0, 7));
  }

  @Test
  void a_ground_of_more_than_three_months_cannot_be_written_down() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new PositioningGround(
                Article29Ground.PUNISHED_BY_POLICE,
                APPROVED,
                Instant.parse("2026-10-10T16:00:00.001Z"),
                Optional.empty()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new PositioningGround(
                Article29Ground.PUNISHED_BY_POLICE, APPROVED, APPROVED, Optional.empty()));
  }

  @Test
  void three_months_from_a_months_last_day_reach_the_last_day_three_months_on() {
    assertEquals(
        Instant.parse("2027-05-31T16:00:00Z"),
        PositioningGround.latestEnd(Instant.parse("2027-02-28T01:00:00Z")));
    assertEquals(Instant.parse("2026-10-10T16:00:00Z"), PositioningGround.latestEnd(APPROVED));
  }

  private static PositioningGround ground(Optional<Instant> lifted) {
    return new PositioningGround(Article29Ground.LEFT_WITHOUT_APPROVAL, APPROVED, ENDS, lifted);
  }

  private static Decision dedicated(
      Optional<PositioningGround> ground, Instant measured, Instant now) {
    return decide(DeviceKind.DEDICATED, ground, 0, 0, measured, now);
  }

  private static Decision phone(Optional<PositioningGround> ground, int today, int week) {
    return decide(DeviceKind.PHONE, ground, today, week, NOW, NOW);
  }

  private static Decision decide(
      DeviceKind kind,
      Optional<PositioningGround> ground,
      int today,
      int week,
      Instant measured,
      Instant now) {
    Fix fix = Fix.of(measured, new Wgs84Point(31.2, 104.6), 10, FixSource.GNSS);
    return Gate.decide(kind, ground, VerificationCaps.STANDARD, today, week, fix.time(), now);
  }

  private static void assertRefused(Decision.Reason reason, Decision decision) {
    assertEquals(new Decision.Refused(reason), decision);
  }
}
