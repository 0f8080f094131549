package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.supervision.Draft.Turn;
import org.smartcorrection.location.supervision.Observation.Phase;

/** What the device says of itself: battery, power, strap, case, jamming (Measures 37, M32). */
final class Tampering {
  private static final int ENOUGH_CHARGED = 5;
  private static final int EMPTY = 5;
  private static final Persistence BATTERY = new Persistence(2, Duration.ZERO, 0.95, Severity.BLUE);
  private static final Persistence EMPTIED = new Persistence(2, Duration.ZERO, 0.95, Severity.BLUE);
  private static final Persistence POWER = new Persistence(2, Duration.ZERO, 0.95, Severity.AMBER);

  void heard(Draft draft, Report report) {
    SupervisionRules rules = draft.rules();
    battery(draft, report);
    power(draft, report);
    sign(draft, report, Sign.STRAP_OPEN, Condition.STRAP, Kind.STRAP_OPEN, rules.strap());
    sign(draft, report, Sign.CASE_OPEN, Condition.CASE, Kind.CASE_OPEN, rules.casing());
    sign(draft, report, Sign.JAMMED, Condition.JAMMED, Kind.JAMMED, rules.jamming());
  }

  static void sign(
      Draft draft, Report report, Sign sign, Condition condition, Kind kind, Persistence rule) {
    boolean is = report.signs().is(sign);
    if (!is && !report.signs().isNot(sign)) return;
    Held known = draft.get(condition);
    Turn turn = draft.hold(condition, is, report.time(), rule);
    tell(draft, turn, known, report.time(), kind, rule);
  }

  static void tell(
      Draft draft, Turn turn, @Nullable Held known, Instant at, Kind kind, Persistence rule) {
    switch (turn) {
      case NONE -> {}
      case BEGINS ->
          draft.observe(
              kind, Phase.RAISED, known == null ? at : known.since(), at, rule, Reason.DEVICE_SAYS);
      case ENDS ->
          draft.observe(
              kind, Phase.ENDED, known == null ? at : known.since(), at, rule, Reason.DEVICE_SAYS);
    }
  }

  private static void battery(Draft draft, Report report) {
    if (report.batteryPercent().isEmpty()) return;
    int percent = report.batteryPercent().getAsInt();
    int low = draft.rules().lowBatteryPercent();
    boolean charging = report.signs().is(Sign.CHARGING);
    Held known = draft.get(Condition.BATTERY_LOW);
    if (known == null && percent <= low && !charging) {
      draft.set(Condition.BATTERY_LOW, Held.first(report.time()).counting());
      draft.observe(
          Kind.BATTERY_LOW,
          Phase.RAISED,
          report.time(),
          report.time(),
          BATTERY,
          Reason.DEVICE_SAYS);
    } else if (known != null && (charging || percent > low + ENOUGH_CHARGED)) {
      draft.set(Condition.BATTERY_LOW, null);
      draft.observe(
          Kind.BATTERY_LOW, Phase.ENDED, known.since(), report.time(), BATTERY, Reason.DEVICE_SAYS);
    }
  }

  /** Said once, by the device itself: there is no second word to wait for. */
  private static void power(Draft draft, Report report) {
    Held known = draft.get(Condition.POWERED_OFF);
    boolean is = report.signs().is(Sign.POWERING_OFF);
    if (is && known == null) {
      boolean empty = report.batteryPercent().orElse(100) <= EMPTY;
      draft.set(Condition.POWERED_OFF, Held.first(report.time()).counting());
      draft.observe(
          Kind.POWERED_OFF,
          Phase.RAISED,
          report.time(),
          report.time(),
          empty ? EMPTIED : POWER,
          Reason.DEVICE_SAYS);
    } else if (!is && known != null) {
      draft.set(Condition.POWERED_OFF, null);
      draft.observe(
          Kind.POWERED_OFF, Phase.ENDED, known.since(), report.time(), POWER, Reason.DEVICE_SAYS);
    }
  }
}
