package org.smartcorrection.location.simulation;

/**
 * Random numbers that are the same on every machine and in every version of Java: SplitMix64 and
 * strict arithmetic.
 */
final class Chance {
  private static final long GOLDEN = 0x9e3779b97f4a7c15L;

  private long state;

  Chance(long seed) {
    this.state = seed * GOLDEN + 0x632be59bd9b4e019L;
  }

  /** A stream of its own, so that more draws in one place change nothing in another. */
  Chance apart(long salt) {
    return new Chance(state ^ salt * 0xbf58476d1ce4e5b9L);
  }

  private long next() {
    state += GOLDEN;
    long z = state;
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** From 0 to below 1. */
  double uniform() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  double between(double least, double most) {
    return least + (most - least) * uniform();
  }

  int below(int bound) {
    return (int) (uniform() * bound);
  }

  boolean happens(double probability) {
    return uniform() < probability;
  }

  /** Whether an event of a rate happens within a time. */
  boolean happens(double perHour, double hours) {
    return uniform() < -StrictMath.expm1(-perHour * hours);
  }

  double normal() {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * Math.PI * uniform());
  }

  double exponential(double mean) {
    return -mean * StrictMath.log(1 - uniform());
  }

  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }
}
