package org.smartcorrection.location;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

/**
 * The published GCJ-02 and BD-09 formulas and their inverses.
 *
 * <p>The formulas shift inside one rectangle around China and nowhere else, so along its sides (in
 * Central Asia, the sea and Japan) two places share one shifted coordinate; there the inverse
 * answers with the place inside.
 */
final class ChinaShift {
  private static final double SEMI_MAJOR_AXIS = 6378245.0; // Krasovsky 1940
  private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
  private static final double BD_WAVE = PI * 3000.0 / 180.0;
  private static final double BD_EAST = 0.0065;
  private static final double BD_NORTH = 0.006;
  private static final double CLOSE_ENOUGH = 1e-11; // degrees, about a micrometre
  private static final int MOST_STEPS = 60;

  private ChinaShift() {}

  static Gcj02Point gcj02Of(Wgs84Point wgs) {
    double y = wgs.latitude();
    double x = wgs.longitude();
    return shifts(y, x) ? GCJ.apply(y, x, Gcj02Point::new) : new Gcj02Point(y, x);
  }

  static Wgs84Point wgs84Of(Gcj02Point gcj) {
    return undo(GCJ, gcj.latitude(), gcj.longitude(), Wgs84Point::new);
  }

  static Bd09Point bd09Of(Gcj02Point gcj) {
    double y = gcj.latitude();
    double x = gcj.longitude();
    return shifts(y, x) ? BD.apply(y, x, Bd09Point::new) : new Bd09Point(y, x);
  }

  static Gcj02Point gcj02Of(Bd09Point bd) {
    return undo(BD, bd.latitude(), bd.longitude(), Gcj02Point::new);
  }

  private static boolean shifts(double latitude, double longitude) {
    return longitude >= 72.004
        && longitude <= 137.8347
        && latitude >= 0.8293
        && latitude <= 55.8271;
  }

  private interface Maker<P> {
    P at(double latitude, double longitude);
  }

  private interface Shift {
    <P> P apply(double latitude, double longitude, Maker<P> maker);
  }

  private static final Shift GCJ =
      new Shift() {
        @Override
        public <P> P apply(double latitude, double longitude, Maker<P> maker) {
          double x = longitude - 105.0;
          double y = latitude - 35.0;
          double radians = toRadians(latitude);
          double magic = 1 - ECCENTRICITY_SQUARED * sin(radians) * sin(radians);
          double meridian =
              SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED) / (magic * sqrt(magic)) * PI / 180;
          double parallel = SEMI_MAJOR_AXIS / sqrt(magic) * cos(radians) * PI / 180;
          return maker.at(latitude + north(x, y) / meridian, longitude + east(x, y) / parallel);
        }
      };

  private static final Shift BD =
      new Shift() {
        @Override
        public <P> P apply(double latitude, double longitude, Maker<P> maker) {
          double radius = hypot(longitude, latitude) + 0.00002 * sin(latitude * BD_WAVE);
          double angle = atan2(latitude, longitude) + 0.000003 * cos(longitude * BD_WAVE);
          return maker.at(radius * sin(angle) + BD_NORTH, radius * cos(angle) + BD_EAST);
        }
      };

  private static double north(double x, double y) {
    return -100.0
        + 2.0 * x
        + 3.0 * y
        + 0.2 * y * y
        + 0.1 * x * y
        + 0.2 * sqrt(abs(x))
        + (20.0 * sin(6.0 * x * PI) + 20.0 * sin(2.0 * x * PI)) * 2.0 / 3.0
        + (20.0 * sin(y * PI) + 40.0 * sin(y / 3.0 * PI)) * 2.0 / 3.0
        + (160.0 * sin(y / 12.0 * PI) + 320.0 * sin(y * PI / 30.0)) * 2.0 / 3.0;
  }

  private static double east(double x, double y) {
    return 300.0
        + x
        + 2.0 * y
        + 0.1 * x * x
        + 0.1 * x * y
        + 0.1 * sqrt(abs(x))
        + (20.0 * sin(6.0 * x * PI) + 20.0 * sin(2.0 * x * PI)) * 2.0 / 3.0
        + (20.0 * sin(x * PI) + 40.0 * sin(x / 3.0 * PI)) * 2.0 / 3.0
        + (150.0 * sin(x / 12.0 * PI) + 300.0 * sin(x / 30.0 * PI)) * 2.0 / 3.0;
  }

  /** Both shifts are small and smooth, so the difference alone converges in a few steps. */
  private static <P> P undo(Shift shift, double latitude, double longitude, Maker<P> maker) {
    double y = latitude;
    double x = longitude;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] there = shift.apply(y, x, (lat, lon) -> new double[] {lat, lon});
      double offLatitude = latitude - there[0];
      double offLongitude = longitude - there[1];
      y += offLatitude;
      x += offLongitude;
      if (abs(offLatitude) < CLOSE_ENOUGH && abs(offLongitude) < CLOSE_ENOUGH) break;
      if (!shifts(y, x) && !shifts(latitude, longitude)) break;
    }
    return shifts(y, x) ? maker.at(y, x) : maker.at(latitude, longitude);
  }
}
