package org.smartcorrection.location;

/**
 * How many single verification points a plan allows (CCL 26, 34; rule L16a).
 *
 * @param perDay at most so many a legal day
 * @param perWeek at most so many a week
 */
public record VerificationCaps(int perDay, int perWeek) {
  /** Two a day, seven a week. */
  public static final VerificationCaps STANDARD = new VerificationCaps(2, 7);

  /** None at all, for what is not counted. */
  public static final VerificationCaps NONE = new VerificationCaps(0, 0);

  /**
   * @throws IllegalArgumentException if a cap is negative or a day's exceeds the week's
   */
  public VerificationCaps {
    if (perDay < 0 || perWeek < perDay) {
      throw new IllegalArgumentException("a week's cap is at least a day's");
    }
  }
}
