package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.smartcorrection.location.FindingRules;

/**
 * The figures of the rules that an agency may set to others, as whole numbers. All others stay as
 * they are: what is evidence is not a matter of the place.
 */
public enum Figure {
  /** Per cent: from here on positions speak for being outside. */
  SURE_PERCENT("surePercent"),
  /** Satellite positions, clearly outside, that make a red observation. */
  CLEAR_FIXES("clearFixes"),
  /** Seconds from the first to the last of them. */
  CLEAR_SECONDS("clearSeconds"),
  /** Positions, none of them clear, that make an amber one. */
  DWELL_FIXES("dwellFixes"),
  /** Minutes from the first to the last of them. */
  DWELL_MINUTES("dwellMinutes"),
  /** Minutes over which positions from networks alone have to agree. */
  NETWORK_MINUTES("networkMinutes"),
  /** Minutes without a word after which a device is offline. */
  SILENT_MINUTES("silentMinutes"),
  /** The same of a device that is often silent, at most. */
  LONGEST_SILENT_MINUTES("longestSilentMinutes"),
  /** Seconds for which an open strap counts as a loose contact. */
  STRAP_SECONDS("strapSeconds"),
  /** The same of the case. */
  CASE_SECONDS("caseSeconds"),
  /** The same of disturbed reception. */
  JAMMED_SECONDS("jammedSeconds"),
  /** Minutes for which the worn sensor has to say no. */
  UNWORN_MINUTES("unwornMinutes"),
  /** Minutes that a worn device never lies still by day. */
  STILL_MINUTES("stillMinutes"),
  /** Per cent: from here on separation is asked about. */
  SEPARATED_PERCENT("separatedPercent");

  private final String number;

  Figure(String number) {
    this.number = number;
  }

  /** Its name as a number of a rule. */
  public String number() {
    return number;
  }

  /** What it is in some rules. */
  public int in(SupervisionRules rules) {
    FindingRules ground = rules.ground();
    return switch (this) {
      case SURE_PERCENT -> percent(ground.raiseProbability());
      case CLEAR_FIXES -> ground.confirmations() + 1;
      case CLEAR_SECONDS -> seconds(ground.confirmationGap());
      case DWELL_FIXES -> ground.dwellFixes();
      case DWELL_MINUTES -> minutes(ground.dwell());
      case NETWORK_MINUTES -> minutes(rules.networkDwell());
      case SILENT_MINUTES -> minutes(rules.silence().silence());
      case LONGEST_SILENT_MINUTES -> minutes(rules.silence().longestSilence());
      case STRAP_SECONDS -> seconds(rules.strap().over());
      case CASE_SECONDS -> seconds(rules.casing().over());
      case JAMMED_SECONDS -> seconds(rules.jamming().over());
      case UNWORN_MINUTES -> minutes(rules.unworn().over());
      case STILL_MINUTES -> minutes(rules.stillByDay().over());
      case SEPARATED_PERCENT -> percent(rules.separatedFrom());
    };
  }

  /** All of some rules. */
  public static Map<Figure, Integer> of(SupervisionRules rules) {
    var all = new EnumMap<Figure, Integer>(Figure.class);
    for (Figure figure : values()) all.put(figure, figure.in(rules));
    return all;
  }

  /**
   * Rules with other figures.
   *
   * @param version what they are called
   * @param rules of which everything else stays
   * @param figures those that are missing stay as well
   * @throws IllegalArgumentException if a number cannot be, such as one that makes one fix enough
   */
  public static SupervisionRules set(
      String version, SupervisionRules rules, Map<Figure, Integer> figures) {
    Map<Figure, Integer> all = of(rules);
    all.putAll(figures);
    FindingRules ground = rules.ground();
    return new SupervisionRules(
        version,
        new FindingRules(
            ground.version(),
            get(all, SURE_PERCENT) / 100.0,
            ground.clearProbability(),
            ground.returnProbability(),
            ground.clearlyOutside(),
            ground.goodAccuracyMetres(),
            get(all, CLEAR_FIXES) - 1,
            Duration.ofSeconds(get(all, CLEAR_SECONDS)),
            get(all, DWELL_FIXES),
            Duration.ofMinutes(get(all, DWELL_MINUTES)),
            ground.usableAccuracyMetres(),
            ground.smallestAccuracyMetres(),
            ground.borderSigmaMetres(),
            ground.fastest(),
            ground.agreeingJumps(),
            ground.highestProbability()),
        new Expectation(
            Duration.ofMinutes(get(all, SILENT_MINUTES)),
            Duration.ofMinutes(get(all, LONGEST_SILENT_MINUTES))),
        Duration.ofMinutes(get(all, NETWORK_MINUTES)),
        rules.abruptSpeed(),
        rules.abruptDoubt(),
        rules.fewestSatellites(),
        over(rules.strap(), Duration.ofSeconds(get(all, STRAP_SECONDS))),
        over(rules.casing(), Duration.ofSeconds(get(all, CASE_SECONDS))),
        over(rules.jamming(), Duration.ofSeconds(get(all, JAMMED_SECONDS))),
        rules.mocking(),
        rules.clock(),
        rules.clockOff(),
        rules.sources(),
        over(rules.unworn(), Duration.ofMinutes(get(all, UNWORN_MINUTES))),
        over(rules.stillByDay(), Duration.ofMinutes(get(all, STILL_MINUTES))),
        rules.stillByNight(),
        rules.charging(),
        get(all, SEPARATED_PERCENT) / 100.0,
        rules.smoothSteps(),
        rules.smoothMetres(),
        rules.lowBatteryPercent());
  }

  private static int get(Map<Figure, Integer> all, Figure figure) {
    Integer value = all.get(figure);
    if (value == null) throw new IllegalArgumentException("no " + figure);
    return value;
  }

  private static Persistence over(Persistence of, Duration time) {
    return new Persistence(of.times(), time, of.probability(), of.severity());
  }

  private static int percent(double share) {
    return Math.toIntExact(Math.round(share * 100));
  }

  private static int seconds(Duration time) {
    return Math.toIntExact(time.toSeconds());
  }

  private static int minutes(Duration time) {
    return Math.toIntExact(time.toMinutes());
  }
}
