package org.smartcorrection.location;

import java.time.Duration;

/**
 * The numbers by which findings are made, as data with a version, so that a finding can say under
 * which rule it was made and a changed rule can be tried on past tracks. They are our own, not the
 * law's.
 *
 * @param version stored with every finding
 * @param raiseProbability a fix speaks for being outside from here, and a finding is made from here
 * @param clearProbability below this a fix takes back the suspicion before it
 * @param returnProbability a fix speaks for being back inside up to here
 * @param clearlyOutside what a good fix must reach to make a red finding
 * @param goodAccuracyMetres a satellite fix at least this fine is good
 * @param confirmations further fixes that a clear one needs, so that one fix alone is never enough
 * @param confirmationGap least time between first and last of them: an echo is no second witness
 * @param dwellFixes fixes that are enough together where none of them is clear
 * @param dwell and the time over which they must lie
 * @param usableAccuracyMetres coarser fixes are left out
 * @param smallestAccuracyMetres finer claims are not believed
 * @param borderSigmaMetres standard deviation of the drawn border
 * @param fastest metres a second; faster is a wrong fix, not a journey
 * @param agreeingJumps so many implausible fixes in a row that agree with each other are believed
 * @param highestProbability what no number of fixes can exceed: a map may be wrong, a device
 *     swapped
 */
public record FindingRules(
    String version,
    double raiseProbability,
    double clearProbability,
    double returnProbability,
    double clearlyOutside,
    double goodAccuracyMetres,
    int confirmations,
    Duration confirmationGap,
    int dwellFixes,
    Duration dwell,
    double usableAccuracyMetres,
    double smallestAccuracyMetres,
    double borderSigmaMetres,
    double fastest,
    int agreeingJumps,
    double highestProbability) {

  /** So many positions are kept as evidence. */
  public static final int MOST_EVIDENCE = 6;

  /**
   * @throws IllegalArgumentException if a single fix could make a finding, or a number cannot be
   */
  public FindingRules {
    require(!version.isBlank(), "rules have a version");
    require(raiseProbability > 0.5 && raiseProbability < 1, "a finding is likelier than not");
    require(
        clearProbability <= 0.5 && clearProbability > 0, "suspicion ends when inside is likely");
    require(returnProbability <= clearProbability && returnProbability > 0, "a return is likely");
    require(clearlyOutside >= raiseProbability && clearlyOutside < 1, "clear is more than likely");
    require(confirmations >= 1 && dwellFixes >= 2, "one fix alone is never enough");
    require(dwellFixes <= MOST_EVIDENCE, "more fixes than are kept as evidence");
    require(confirmations < MOST_EVIDENCE, "more fixes than are kept as evidence");
    require(!confirmationGap.isNegative() && !dwell.isNegative(), "times are not negative");
    require(goodAccuracyMetres > 0 && goodAccuracyMetres <= usableAccuracyMetres, "good is usable");
    require(smallestAccuracyMetres > 0 && borderSigmaMetres >= 0, "errors are not negative");
    require(fastest > 0 && agreeingJumps >= 2, "jumps need a second fix");
    require(highestProbability >= clearlyOutside && highestProbability < 1, "nothing is certain");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) throw new IllegalArgumentException(rule);
  }
}
