package org.smartcorrection.location.simulation;

/** Metres east and north of the middle of a simulated district. */
record Spot(double x, double y) {
  double to(Spot other) {
    return Math.hypot(other.x - x, other.y - y);
  }

  Spot plus(double east, double north) {
    return new Spot(x + east, y + north);
  }

  static Spot polar(Spot from, double angle, double metres) {
    return from.plus(metres * StrictMath.cos(angle), metres * StrictMath.sin(angle));
  }
}
