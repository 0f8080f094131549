package org.smartcorrection.platform.welfare;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.location.protocol.Vitals;

/** What was measured at one time, in words for a table. */
record ValueRow(
    Instant at, String heart, String pressure, String temperature, String steps, boolean fell) {
  private static final String NONE = "–";

  static List<ValueRow> of(List<BodyValues.Value> values) {
    return values.stream().map(ValueRow::of).toList();
  }

  private static ValueRow of(BodyValues.Value value) {
    Vitals vitals = value.vitals();
    return new ValueRow(
        value.at(),
        vitals.heartRate().isPresent() ? Integer.toString(vitals.heartRate().getAsInt()) : NONE,
        vitals.pressure().map(one -> one.high() + "/" + one.low()).orElse(NONE),
        vitals.temperature().isPresent()
            ? String.format(Locale.ROOT, "%.1f", vitals.temperature().getAsDouble())
            : NONE,
        vitals.steps().isPresent() ? Integer.toString(vitals.steps().getAsInt()) : NONE,
        vitals.fell());
  }
}
