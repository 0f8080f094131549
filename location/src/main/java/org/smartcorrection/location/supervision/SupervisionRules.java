package org.smartcorrection.location.supervision;

import java.time.Duration;
import org.smartcorrection.location.FindingRules;
import org.smartcorrection.location.Severity;

/**
 * The numbers by which observations are made, as data with a version, so that an observation can
 * say under which it was made and changed ones can be tried on past tracks. They are our own, not
 * the law's.
 *
 * @param version stored with every observation
 * @param ground how positions speak for being on one side of a border
 * @param silence how long a device is silent before that is asked about
 * @param networkDwell how long positions from networks alone have to agree, for nobody comes
 *     anywhere without having travelled, and networks are moved
 * @param abruptSpeed metres a second; faster than cars
 * @param abruptDoubt who came that fast has not crossed a border before that time is over
 * @param fewestSatellites below it a satellite position is not used
 * @param strap how long an open strap counts as a loose contact
 * @param casing the same of the case
 * @param jamming the same of the jamming sign
 * @param mocking the same of the mock flag
 * @param clock the same of a clock that is off
 * @param clockOff by how much it is off
 * @param sources how often and how long sources have to disagree
 * @param unworn how long the worn sensor says no before it counts
 * @param stillByDay how long a device that is worn never lies still by day
 * @param stillByNight and by night
 * @param charging how long charging takes at most
 * @param separatedFrom from which probability separation is asked about
 * @param smoothSteps so many steps without tremor
 * @param smoothMetres and what is no tremor
 * @param lowBatteryPercent at and below it the wearer is told to charge
 */
public record SupervisionRules(
    String version,
    FindingRules ground,
    Expectation silence,
    Duration networkDwell,
    double abruptSpeed,
    Duration abruptDoubt,
    int fewestSatellites,
    Persistence strap,
    Persistence casing,
    Persistence jamming,
    Persistence mocking,
    Persistence clock,
    Duration clockOff,
    Persistence sources,
    Persistence unworn,
    Persistence stillByDay,
    Persistence stillByNight,
    Persistence charging,
    double separatedFrom,
    int smoothSteps,
    double smoothMetres,
    int lowBatteryPercent) {

  /**
   * Red on a clear satellite fix with two more over 45 seconds, amber on four fixes over three
   * minutes: reflections between houses last for a few fixes.
   */
  private static final FindingRules GROUND =
      new FindingRules(
          "ground-2",
          0.8,
          0.5,
          0.2,
          0.99,
          50,
          2,
          Duration.ofSeconds(45),
          4,
          Duration.ofMinutes(3),
          500,
          5,
          10,
          100,
          3,
          0.999);

  /**
   * @throws IllegalArgumentException if a number cannot be
   */
  public SupervisionRules {
    if (version.isBlank()) throw new IllegalArgumentException("rules have a version");
    if (!(separatedFrom > 0.5 && separatedFrom < 1)) {
      throw new IllegalArgumentException("an observation is likelier than not");
    }
    if (smoothSteps < 3 || fewestSatellites < 0 || clockOff.isNegative()) {
      throw new IllegalArgumentException("one step alone is never enough");
    }
  }

  /** The rules in force. */
  public static SupervisionRules standard() {
    return new SupervisionRules(
        "supervision-2",
        GROUND,
        Expectation.STANDARD,
        Duration.ofMinutes(60),
        45,
        Duration.ofMinutes(10),
        4,
        new Persistence(2, Duration.ofSeconds(75), 0.9, Severity.AMBER),
        new Persistence(2, Duration.ofSeconds(60), 0.9, Severity.AMBER),
        new Persistence(2, Duration.ofMinutes(2), 0.85, Severity.AMBER),
        new Persistence(2, Duration.ofSeconds(20), 0.97, Severity.AMBER),
        new Persistence(3, Duration.ofMinutes(5), 0.9, Severity.AMBER),
        Duration.ofMinutes(2),
        new Persistence(3, Duration.ofMinutes(15), 0.9, Severity.AMBER),
        new Persistence(3, Duration.ofMinutes(20), 0.85, Severity.AMBER),
        new Persistence(6, Duration.ofMinutes(50), 0.85, Severity.AMBER),
        new Persistence(12, Duration.ofHours(4), 0.85, Severity.AMBER),
        new Persistence(6, Duration.ofHours(4), 0.5, Severity.AMBER),
        0.8,
        6,
        0.3,
        20);
  }
}
