package org.smartcorrection.location.measure;

/**
 * How well one thing is found.
 *
 * @param happened how often it truly happened, such that a device could see it
 * @param found how many of these were found
 * @param raised how often it was observed
 * @param right how many of these were true
 * @param personMonths over how many months of thirty days
 */
public record Score(int happened, int found, int raised, int right, double personMonths) {
  static final Score NONE = new Score(0, 0, 0, 0, 0);

  /** The share of what happened that was found. */
  public double recall() {
    return happened == 0 ? 1 : (double) found / happened;
  }

  /** The share of what was observed that is true. */
  public double precision() {
    return raised == 0 ? 1 : (double) right / raised;
  }

  /** How often a person is suspected for nothing, a month. */
  public double falseAMonth() {
    return personMonths == 0 ? 0 : (raised - right) / personMonths;
  }

  Score plus(Score other) {
    return new Score(
        happened + other.happened,
        found + other.found,
        raised + other.raised,
        right + other.right,
        personMonths + other.personMonths);
  }
}
