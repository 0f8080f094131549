package org.smartcorrection.location.simulation;

import java.util.List;

/** A body that rests, walks and drives: where it truly is. */
final class Walker {
  private static final double WALKS_BELOW_METRES = 900;
  private static final double HIGHWAY_FROM_METRES = 15_000;
  private static final double PHASE_SECONDS = 64;

  private final Chance chance;
  private Spot at;
  private List<Spot> path = List.of();
  private int leg;
  private double speed;
  private double phaseLeft;
  private double length;

  Walker(Spot at, Chance chance) {
    this.at = at;
    this.chance = chance;
  }

  Spot at() {
    return at;
  }

  boolean moves() {
    return !path.isEmpty();
  }

  /** Sets out along streets that do not lead there straight. */
  void setOut(Spot to) {
    length = at.to(to);
    double bend = chance.between(0.2, 0.8);
    double aside = length * chance.between(-0.12, 0.12);
    var corner =
        new Spot(at.x() + (to.x() - at.x()) * bend, at.y() + (to.y() - at.y()) * (1 - bend));
    path =
        length < HIGHWAY_FROM_METRES
            ? List.of(corner.plus(aside, -aside), to)
            : List.of(
                new Spot(at.x() + (to.x() - at.x()) * bend, at.y() + (to.y() - at.y()) * bend), to);
    leg = 0;
    phaseLeft = 0;
  }

  /** Moves on by so many seconds. */
  void advance(double seconds) {
    double left = seconds;
    while (left > 0 && moves()) {
      if (phaseLeft <= 0) {
        phaseLeft = Math.max(2, chance.exponential(PHASE_SECONDS));
        speed = speed();
      }
      double now = Math.min(left, phaseLeft);
      phaseLeft -= now;
      left -= now;
      go(speed * now);
    }
  }

  private void go(double metres) {
    double left = metres;
    while (left > 0 && moves()) {
      Spot to = path.get(leg);
      double there = at.to(to);
      if (there > left) {
        at =
            new Spot(
                at.x() + (to.x() - at.x()) * left / there,
                at.y() + (to.y() - at.y()) * left / there);
        return;
      }
      at = to;
      left -= there;
      leg++;
      if (leg == path.size()) path = List.of();
    }
  }

  private double speed() {
    if (length < WALKS_BELOW_METRES) {
      return chance.happens(0.2) ? 0 : Math.clamp(1.2 + 0.35 * chance.normal(), 0.4, 2.4);
    }
    if (length > HIGHWAY_FROM_METRES) return Math.clamp(chance.logNormal(19, 0.35), 3, 33);
    return chance.happens(0.18) ? 0 : Math.clamp(chance.logNormal(7, 0.65), 1, 29);
  }
}
