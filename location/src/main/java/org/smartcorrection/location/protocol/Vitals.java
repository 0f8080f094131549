package org.smartcorrection.location.protocol;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Signs of the body that a device sent along (PIPL 28: sensitive personal information). They say
 * nothing of where somebody is and are nothing to supervise by; so they are read apart from a
 * {@link Reading}, and what judges positions is never given them.
 *
 * @param time when the device measured; absent where it did not say
 * @param heartRate beats a minute
 * @param temperature of the body, degrees Celsius
 * @param steps as the device counts them
 * @param fell whether it took something for a fall
 */
public record Vitals(
    Optional<Instant> time,
    OptionalInt heartRate,
    Optional<Pressure> pressure,
    OptionalDouble temperature,
    OptionalInt steps,
    boolean fell) {
  /** A message without any. */
  public static final Vitals NONE =
      new Vitals(
          Optional.empty(),
          OptionalInt.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          OptionalInt.empty(),
          false);

  /** Millimetres of mercury. */
  public record Pressure(int high, int low) {}

  /** Which signs it has. */
  public Set<VitalSign> signs() {
    var signs = EnumSet.noneOf(VitalSign.class);
    if (heartRate.isPresent()) signs.add(VitalSign.HEART_RATE);
    if (pressure.isPresent()) signs.add(VitalSign.BLOOD_PRESSURE);
    if (temperature.isPresent()) signs.add(VitalSign.TEMPERATURE);
    if (steps.isPresent()) signs.add(VitalSign.STEPS);
    if (fell) signs.add(VitalSign.FALL);
    return signs;
  }

  public boolean isEmpty() {
    return signs().isEmpty();
  }

  /** Those of these kinds, and nothing of the others. */
  public Vitals only(Set<VitalSign> wanted) {
    return new Vitals(
        time,
        wanted.contains(VitalSign.HEART_RATE) ? heartRate : OptionalInt.empty(),
        wanted.contains(VitalSign.BLOOD_PRESSURE) ? pressure : Optional.empty(),
        wanted.contains(VitalSign.TEMPERATURE) ? temperature : OptionalDouble.empty(),
        wanted.contains(VitalSign.STEPS) ? steps : OptionalInt.empty(),
        fell && wanted.contains(VitalSign.FALL));
  }

  /** Says which signs, and no value: messages of faults and logs are read by others. */
  @Override
  public String toString() {
    return "Vitals" + signs();
  }
}
