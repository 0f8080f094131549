package org.smartcorrection.location.simulation;

/**
 * How wrong simulated devices are: version 1, fixed before any detector was tuned. Speeds, their
 * changes and gaps follow 804 real recordings (57,155 steps: gaps of 5 s, 1 of 100 above 15 s, 1 of
 * 10,000 above 310 s; driving 0.1, 5.3 and 21 m/s at 5, 50 and 95 of 100; walking up to 1.9 m/s;
 * phases of about a minute). What recordings do not show, such as the habits of straps, is set by
 * judgement and on the pessimistic side.
 */
final class Noise {
  static final String VERSION = "noise-1";

  /** The reported radius in sigmas of one axis, as {@code Fix} defines it. */
  static final double RADIUS_IN_SIGMAS = 1.5095921854516636;

  // accuracy that a receiver reports, metres: median and spread
  static final double OPEN_ACCURACY = 5;
  static final double STREET_ACCURACY = 12;
  static final double INDOOR_ACCURACY = 30;
  static final double WIFI_ACCURACY = 35;
  static final double CELL_ACCURACY = 600;
  static final double ACCURACY_SPREAD = 0.45;

  /** Errors stay alike for so many seconds: same sky, same walls. */
  static final double ALIKE_MOVING_SECONDS = 40;

  static final double ALIKE_RESTING_SECONDS = 400;

  /** How far a device is off with its own accuracy, and the share that flatters itself. */
  static final double MISJUDGED_SPREAD = 0.3;

  static final double FLATTERING_SHARE = 0.1;
  static final double FLATTERING_FACTOR = 1.8;

  // reflections: chance to begin at a fix, metres, and fixes that they last
  static final double REFLECTION_OPEN = 0.0005;
  static final double REFLECTION_STREET = 0.002;
  static final double REFLECTION_INDOOR = 0.004;
  static final double REFLECTION_METRES = 120;
  static final double FARTHEST_REFLECTION = 600;
  static final int LONGEST_REFLECTION = 5;

  // a network whose place in the databases is old
  static final double MOVED_NETWORK_PER_HOUR = 0.3 / 720;
  static final double MOVED_NETWORK_MINUTES = 40;

  // masts: wrong by more than they say, now and then by far
  static final double MAST_WRONG = 0.05;
  static final double MAST_WRONG_METRES = 4_000;

  // whether a satellite position comes about
  static final double SKY_OUTSIDE = 0.98;
  static final double SKY_INDOORS = 0.35;
  static final double WIFI_INDOORS = 0.8;

  // sensors
  static final double STRAP_BLIP_PER_HOUR = 1.5 / 720;
  static final double STRAP_BLIP_SECONDS = 20;
  static final double LOOSE_SHARE = 0.05;
  static final double LOOSE_BLIP_PER_HOUR = 8.0 / 720;
  static final double LOOSE_BLIP_SECONDS = 60;
  static final double CASE_BLIP_PER_HOUR = 0.3 / 720;
  static final double JAM_BLIP_PER_HOUR = 1.0 / 720;
  static final double JAM_BLIP_SECONDS = 45;
  static final double UNWORN_BLIP_PER_HOUR = 3.0 / 720;
  static final double UNWORN_BLIP_SECONDS = 240;
  static final double MOTION_STUCK_SHARE = 0.02;
  static final double DEEP_SLEEP_MINUTES = 45;
  static final double LONGEST_DEEP_SLEEP_MINUTES = 150;

  // network
  static final double OUTAGE_PER_HOUR = 3.0 / 720;
  static final double OUTAGE_MINUTES = 40;
  static final double OUTAGE_SPREAD = 1.1;
  static final double LONGEST_OUTAGE_MINUTES = 720;
  static final double OUTAGE_LOSES = 0.05;
  static final double SINGLE_DELAY = 0.002;
  static final double REPEATED = 0.001;
  static final double GAP_BEGINS = 0.001;

  // battery, per cent an hour
  static final double DRAIN = 2.4;
  static final double CHARGE = 45;

  private Noise() {}
}
