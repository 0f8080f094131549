package org.smartcorrection.location;

/**
 * The normal distribution. StrictMath throughout: a replay on another machine must give the same
 * bits.
 */
public final class Normal {
  private Normal() {}

  /** Probability that a standard normal variable is below z; error below 1.3e-7. */
  public static double below(double z) {
    double half = complementaryError(Math.abs(z) / StrictMath.sqrt(2)) / 2;
    return z > 0 ? 1 - half : half;
  }

  // Chebyshev fit of erfc for x >= 0, Abramowitz and Stegun's form with a longer polynomial
  private static double complementaryError(double x) {
    double t = 1 / (1 + x / 2);
    double polynomial = 0;
    for (int i = COEFFICIENTS.length - 1; i >= 0; i--) {
      polynomial = polynomial * t + COEFFICIENTS[i];
    }
    return t * StrictMath.exp(-x * x + polynomial);
  }

  private static final double[] COEFFICIENTS = {
    -1.26551223,
    1.00002368,
    0.37409196,
    0.09678418,
    -0.18628806,
    0.27886807,
    -1.13520398,
    1.48851587,
    -0.82215223,
    0.17087277
  };
}
