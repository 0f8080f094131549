package org.smartcorrection.platform.welfare;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.location.protocol.Vitals;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.procedure.Rule;

/**
 * From which values on somebody is told: those of rule H17 for an adult, or what a physician stated
 * for this person. No figure here says anything of what somebody did. Pure.
 *
 * @param pressureLow of the upper pressure, as is {@code pressureHigh}
 * @param coldTenths degrees Celsius, in tenths, as is {@code feverTenths}
 */
record Limits(
    int heartLow,
    int heartHigh,
    int pressureLow,
    int pressureHigh,
    int coldTenths,
    int feverTenths) {

  /** No value is beyond them: the figures of the rule are an adult's. */
  private static final Limits NONE =
      new Limits(
          Integer.MIN_VALUE,
          Integer.MAX_VALUE,
          Integer.MIN_VALUE,
          Integer.MAX_VALUE,
          Integer.MIN_VALUE,
          Integer.MAX_VALUE);

  /** What holds for a ground that states these facts. */
  static Limits of(Facts stated, Rule rule) {
    Limits usual = stated.is("minor") ? NONE : adult(rule);
    return new Limits(
        stated.count("heartLow").orElse(usual.heartLow),
        stated.count("heartHigh").orElse(usual.heartHigh),
        stated.count("pressureLow").orElse(usual.pressureLow),
        stated.count("pressureHigh").orElse(usual.pressureHigh),
        stated.count("coldTenths").orElse(usual.coldTenths),
        stated.count("feverTenths").orElse(usual.feverTenths));
  }

  private static Limits adult(Rule rule) {
    return new Limits(
        rule.number("heartLow"),
        rule.number("heartHigh"),
        rule.number("pressureLow"),
        rule.number("pressureHigh"),
        rule.number("coldTenths"),
        rule.number("feverTenths"));
  }

  /** The signs that lie at or beyond a limit; steps have none. */
  Set<VitalSign> beyond(Vitals vitals) {
    var beyond = EnumSet.noneOf(VitalSign.class);
    vitals
        .heartRate()
        .ifPresent(
            beats -> {
              if (beats <= heartLow || beats >= heartHigh) beyond.add(VitalSign.HEART_RATE);
            });
    vitals
        .pressure()
        .ifPresent(
            pressure -> {
              if (pressure.high() <= pressureLow || pressure.high() >= pressureHigh)
                beyond.add(VitalSign.BLOOD_PRESSURE);
            });
    vitals
        .temperature()
        .ifPresent(
            degrees -> {
              double tenths = degrees * 10;
              if (tenths <= coldTenths || tenths >= feverTenths) beyond.add(VitalSign.TEMPERATURE);
            });
    if (vitals.fell()) beyond.add(VitalSign.FALL);
    return beyond;
  }

  /**
   * Whether values confirm one another that somebody should look: a fall at once, everything else
   * when this and those before it are beyond.
   *
   * @param recent what was measured within the time of the rule, in its order, the newest last
   * @param values how many have to agree
   */
  boolean confirmed(VitalSign sign, List<Vitals> recent, int values) {
    List<Vitals> of = recent.stream().filter(one -> one.signs().contains(sign)).toList();
    if (sign == VitalSign.FALL) return !of.isEmpty();
    return of.size() >= values
        && of.subList(of.size() - values, of.size()).stream()
            .allMatch(one -> beyond(one).contains(sign));
  }
}
