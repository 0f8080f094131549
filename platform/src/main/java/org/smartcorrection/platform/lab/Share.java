package org.smartcorrection.platform.lab;

/**
 * So many of so many, and between what the true share lies: the interval of Wilson (1927) at 95 %,
 * which stays honest where there are few cases or none of a kind.
 *
 * @param part how many of them, such as the false ones
 * @param of all of them
 */
record Share(int part, int of) {
  private static final double Z = 1.959964;

  /** A share whose interval is wider than this says little. */
  private static final double TELLING = 0.4;

  Share {
    if (part < 0 || part > of) throw new IllegalArgumentException("a part of the whole");
  }

  /** Whether there is anything to say at all. */
  public boolean any() {
    return of > 0;
  }

  /** The share itself, 0 to 1; 0 of nothing. */
  public double value() {
    return of == 0 ? 0 : (double) part / of;
  }

  /** The lower end of the interval. */
  public double low() {
    return of == 0 || part == 0 ? 0 : Math.max(0, middle() - spread());
  }

  /** The upper end of the interval. */
  public double high() {
    return of == 0 || part == of ? 1 : Math.min(1, middle() + spread());
  }

  /** Whether there are too few cases to say much. */
  public boolean few() {
    return high() - low() > TELLING;
  }

  private double middle() {
    return (value() + Z * Z / (2.0 * of)) / (1 + Z * Z / of);
  }

  private double spread() {
    double p = value();
    return Z * Math.sqrt((p * (1 - p)) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
  }
}
