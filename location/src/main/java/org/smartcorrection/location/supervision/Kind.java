package org.smartcorrection.location.supervision;

/**
 * What can be observed: each is a question to a person (CCL 34, PIPL 24), never a decision. Order
 * is stored.
 */
public enum Kind {
  /** Probably outside of the city or county without permission (CCL 27). */
  LEFT_PERMITTED_AREA(Matter.GROUND, "L17"),
  /** Probably on ground that a prohibition names, or near a protected person (Measures 25, 39). */
  ENTERED_FORBIDDEN_ZONE(Matter.GROUND, "M34"),
  /** Probably not where the person had to be (Measures 24; CCL 36, 42). */
  ABSENT_AT_REQUIRED_TIME(Matter.GROUND, "M13"),
  /** Nothing was heard for longer than this device ever is silent (CCL 30: lost contact). */
  OFFLINE(Matter.DEVICE, "L24"),
  /** The battery is low: advice to the wearer to charge it, before anything else. */
  BATTERY_LOW(Matter.DEVICE, "M32"),
  /** The device said that it is being switched off. */
  POWERED_OFF(Matter.DEVICE, "M32"),
  /** The strap has been open for longer than a loose contact. */
  STRAP_OPEN(Matter.DEVICE, "M32"),
  /** The case has been open. */
  CASE_OPEN(Matter.DEVICE, "M32"),
  /** Reception is being disturbed. */
  JAMMED(Matter.DEVICE, "M32"),
  /** The device is probably not on the person (Measures 37). */
  SEPARATED(Matter.SEPARATION, "M32"),
  /** Positions are put in by software. */
  MOCKED(Matter.SPOOFING, "M32"),
  /** Nobody travels that fast. */
  IMPOSSIBLE_TRAVEL(Matter.SPOOFING, "M32"),
  /** The device's clock is not ours. */
  CLOCK_DRIFT(Matter.SPOOFING, "M32"),
  /** Satellites say one place, networks another, again and again. */
  SOURCES_DISAGREE(Matter.SPOOFING, "M32"),
  /** A journey was sent before, digit by digit. */
  REPLAYED(Matter.SPOOFING, "M32"),
  /** A movement without the tremor that every receiver has. */
  TOO_SMOOTH(Matter.SPOOFING, "M32");

  private final Matter matter;
  private final String rule;

  Kind(Matter matter, String rule) {
    this.matter = matter;
    this.rule = rule;
  }

  /** What it concerns. */
  public Matter matter() {
    return matter;
  }

  /** The rule of the legal digest for whose sake it is watched. */
  public String rule() {
    return rule;
  }

  /** What observations concern. */
  public enum Matter {
    /** Where the person is. */
    GROUND,
    /** The device's state. */
    DEVICE,
    /** Whether the device is with the person. */
    SEPARATION,
    /** Whether its positions are its own. */
    SPOOFING
  }
}
