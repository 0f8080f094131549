package org.smartcorrection.procedure;

/**
 * The length of a term as a judgement states it.
 *
 * <p>Construction fails when a part is negative.
 */
public record TermLength(int years, int months, int days) {

  public TermLength {
    if (years < 0 || months < 0 || days < 0) {
      throw new IllegalArgumentException("a term has no negative part");
    }
  }

  public static TermLength ofYears(int years) {
    return new TermLength(years, 0, 0);
  }

  public static TermLength ofMonths(int months) {
    return new TermLength(0, months, 0);
  }

  public boolean isZero() {
    return years == 0 && months == 0 && days == 0;
  }
}
