package org.smartcorrection.procedure;

/** Between what an agency may set a number, both included. */
public record Bounds(int min, int max) {

  public Bounds {
    if (min > max) throw new IllegalArgumentException(min + " is more than " + max);
  }

  public boolean hold(int value) {
    return value >= min && value <= max;
  }
}
