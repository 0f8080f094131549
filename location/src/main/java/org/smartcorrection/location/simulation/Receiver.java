package org.smartcorrection.location.simulation;

import java.util.Optional;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.supervision.Report.Sky;

/** The part of a device that finds out where it is, and how wrong it is about it. */
final class Receiver {
  /** Where a device is, as far as reception goes. */
  enum Around {
    OPEN,
    STREET,
    INDOORS
  }

  /** What it makes of it. */
  record Measured(Spot at, double accuracy, FixSource source, Optional<Sky> sky) {}

  private final Chance chance;
  private final double misjudged;

  // the error that stays alike, in sigmas
  private double east;
  private double north;
  private int reflectedFixes;
  private Spot reflection = new Spot(0, 0);
  private double movedNetworkLeft;
  private Spot movedNetwork = new Spot(0, 0);

  Receiver(Chance chance) {
    this.chance = chance;
    misjudged =
        chance.logNormal(1, Noise.MISJUDGED_SPREAD)
            * (chance.happens(Noise.FLATTERING_SHARE) ? Noise.FLATTERING_FACTOR : 1);
    east = chance.normal();
    north = chance.normal();
  }

  /** Lets time pass: errors change slowly. */
  void pass(double seconds, boolean moving) {
    double alike =
        StrictMath.exp(
            -seconds / (moving ? Noise.ALIKE_MOVING_SECONDS : Noise.ALIKE_RESTING_SECONDS));
    double fresh = Math.sqrt(1 - alike * alike);
    east = alike * east + fresh * chance.normal();
    north = alike * north + fresh * chance.normal();
    movedNetworkLeft -= seconds;
    if (movedNetworkLeft < 0 && chance.happens(Noise.MOVED_NETWORK_PER_HOUR, seconds / 3_600)) {
      movedNetworkLeft = chance.exponential(Noise.MOVED_NETWORK_MINUTES) * 60;
      double metres =
          chance.happens(0.5) ? chance.between(300, 3_000) : chance.between(3_000, 30_000);
      movedNetwork = Spot.polar(new Spot(0, 0), chance.between(-Math.PI, Math.PI), metres);
    }
  }

  /** The best position that can be had here. */
  Optional<Measured> best(Spot truth, Around around) {
    boolean sky = chance.happens(around == Around.INDOORS ? Noise.SKY_INDOORS : Noise.SKY_OUTSIDE);
    if (sky) return Optional.of(satellites(truth, around));
    if (around == Around.INDOORS && chance.happens(Noise.WIFI_INDOORS)) {
      return Optional.of(wifi(truth));
    }
    return Optional.of(masts(truth));
  }

  Measured satellites(Spot truth, Around around) {
    double accuracy =
        chance.logNormal(
            switch (around) {
              case OPEN -> Noise.OPEN_ACCURACY;
              case STREET -> Noise.STREET_ACCURACY;
              case INDOORS -> Noise.INDOOR_ACCURACY;
            },
            Noise.ACCURACY_SPREAD);
    Spot at = wrong(truth, accuracy * misjudged);
    reflect(around);
    boolean reflected = reflectedFixes > 0;
    if (reflected) {
      reflectedFixes--;
      at = at.plus(reflection.x(), reflection.y());
    }
    double told = reflected ? accuracy * chance.between(1, 3) : accuracy;
    return new Measured(at, told, FixSource.GNSS, Optional.of(sky(around)));
  }

  private void reflect(Around around) {
    double begins =
        switch (around) {
          case OPEN -> Noise.REFLECTION_OPEN;
          case STREET -> Noise.REFLECTION_STREET;
          case INDOORS -> Noise.REFLECTION_INDOOR;
        };
    if (reflectedFixes > 0 || !chance.happens(begins)) return;
    reflectedFixes = 1 + chance.below(Noise.LONGEST_REFLECTION);
    reflection =
        Spot.polar(
            new Spot(0, 0),
            chance.between(-Math.PI, Math.PI),
            Math.min(Noise.FARTHEST_REFLECTION, 50 + chance.exponential(Noise.REFLECTION_METRES)));
  }

  private Sky sky(Around around) {
    double satellites =
        switch (around) {
          case OPEN -> 18 + 4 * chance.normal();
          case STREET -> 11 + 3 * chance.normal();
          case INDOORS -> 6 + 1.5 * chance.normal();
        };
    int count = (int) Math.max(3, Math.round(satellites));
    return Sky.of(count, Math.max(0.6, 12.0 / count + 0.2 * chance.normal()));
  }

  /** By networks in reach: heavier tails than told, and at times a network that has moved. */
  Measured wifi(Spot truth) {
    double accuracy = chance.logNormal(Noise.WIFI_ACCURACY, Noise.ACCURACY_SPREAD);
    double tail = chance.happens(0.1) ? 2.5 : 1;
    Spot at = wrong(truth, accuracy * tail);
    if (movedNetworkLeft > 0) at = at.plus(movedNetwork.x(), movedNetwork.y());
    return new Measured(at, accuracy, FixSource.WIFI, Optional.empty());
  }

  Measured masts(Spot truth) {
    double accuracy = chance.logNormal(Noise.CELL_ACCURACY, Noise.ACCURACY_SPREAD);
    double sigma = accuracy / Noise.RADIUS_IN_SIGMAS;
    Spot at = truth.plus(sigma * chance.normal(), sigma * chance.normal());
    if (chance.happens(Noise.MAST_WRONG)) {
      at =
          Spot.polar(
              at, chance.between(-Math.PI, Math.PI), chance.exponential(Noise.MAST_WRONG_METRES));
    }
    return new Measured(at, accuracy, FixSource.CELL, Optional.empty());
  }

  private Spot wrong(Spot truth, double radius) {
    double sigma = radius / Noise.RADIUS_IN_SIGMAS;
    return truth.plus(east * sigma, north * sigma);
  }
}
