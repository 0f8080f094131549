package org.smartcorrection.location.journal;

/**
 * The serial form of a page, version 1. Numbers are LEB128, signed ones zigzag, differences to the
 * entry before; enums by position. Any change of it is a new version.
 *
 * <pre>
 * version, number of devices, each device (16 bytes), number of entries, then of each entry:
 *   two bytes of what is there (below), time in ms since the entry before, ms until it was received,
 *   device if there are several, signs said and on, battery, clock ahead in s,
 *   satellites, dilution in hundredths,
 *   latitude and longitude in 1e-7 degrees since the last position, accuracy in cm, source,
 *   speed in cm/s, course in hundredths of a degree,
 *   reason it was left out, or metres outside in decimetres
 * </pre>
 */
final class PageForm {
  static final byte VERSION = 1;
  static final double DECIMETRES = 10;

  static final int FIX = 1;
  static final int SATELLITES = 1 << 1;
  static final int SIGNS = 1 << 2;
  static final int BATTERY = 1 << 3;
  static final int CLOCK = 1 << 4;
  static final int SPEED = 1 << 5;
  static final int COURSE = 1 << 6;
  static final int WEIGHED = 1 << 7;
  static final int LEFT_OUT = 1 << 8;
  static final int UNJUDGED = 1 << 9;
  static final int DILUTION = 1 << 10;
  static final int ALL = (1 << 11) - 1;

  private PageForm() {}
}
