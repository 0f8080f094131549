package org.smartcorrection.location.simulation;

/** What is out of the ordinary on a simulated day; most days are {@link #ORDINARY}. */
enum Story {
  ORDINARY(0, Plan.ORDINARY, Lie.NONE, 0, 0),
  EXIT(0.12, Plan.BEYOND_THE_BORDER, Lie.NONE, 0, 0),
  EXIT_AND_SILENCE(0.02, Plan.BEYOND_THE_BORDER, Lie.NONE, 0, 0),
  FORBIDDEN_VISIT(0.05, Plan.ON_FORBIDDEN_GROUND, Lie.NONE, 0, 0),
  MISSED_APPOINTMENT(0.05, Plan.STAYS_AWAY, Lie.NONE, 0, 0),
  LEAVE(0.05, Plan.ON_LEAVE, Lie.NONE, 0, 0),
  STRAP_CUT_AND_LEFT(0.015, Plan.WITHOUT_DEVICE, Lie.NONE, 4, 8.5),
  SLIPPED_OFF_AND_LEFT(0.02, Plan.WITHOUT_DEVICE, Lie.NONE, 4, 8.5),
  LEFT_ON_THE_CHARGER(0.015, Plan.WITHOUT_DEVICE, Lie.NONE, 4, 8.5),
  WORN_BY_ANOTHER(0.005, Plan.WITHOUT_DEVICE, Lie.NONE, 4, 8.5),
  MOCKED(0.012, Plan.ORDINARY, Lie.BY_SOFTWARE, 2, 6),
  TELEPORTED(0.012, Plan.ORDINARY, Lie.FAR_AWAY, 1, 3),
  REPLAYED(0.012, Plan.ORDINARY, Lie.RECORDED, 1, 3),
  TOO_SMOOTH(0.012, Plan.ORDINARY, Lie.DRAWN, 1, 3),
  CLOCK_DRIFT(0.012, Plan.ORDINARY, Lie.TIME, 3, 8),
  SOURCES_DISAGREE(0.012, Plan.FAR_FROM_HOME, Lie.SATELLITES, 2, 6),
  STRAP_OPENED(0.02, Plan.ORDINARY, Lie.NONE, 0.1, 0.7),
  CASE_OPENED(0.015, Plan.ORDINARY, Lie.NONE, 0.1, 0.7),
  JAMMED(0.015, Plan.ORDINARY, Lie.NONE, 0.2, 1),
  SWITCHED_OFF(0.02, Plan.ORDINARY, Lie.NONE, 1, 6),
  NOT_CHARGED(0.05, Plan.ORDINARY, Lie.NONE, 0, 0);

  /** What the person does on such a day. */
  enum Plan {
    ORDINARY,
    BEYOND_THE_BORDER,
    ON_FORBIDDEN_GROUND,
    STAYS_AWAY,
    ON_LEAVE,
    WITHOUT_DEVICE,
    FAR_FROM_HOME
  }

  /** What is untrue of the positions. */
  enum Lie {
    NONE,
    BY_SOFTWARE,
    FAR_AWAY,
    RECORDED,
    DRAWN,
    TIME,
    SATELLITES
  }

  final double share;
  final Plan plan;
  final Lie lie;
  final double leastHours;
  final double mostHours;

  Story(double share, Plan plan, Lie lie, double leastHours, double mostHours) {
    this.share = share;
    this.plan = plan;
    this.lie = lie;
    this.leastHours = leastHours;
    this.mostHours = mostHours;
  }

  static Story draw(Chance chance) {
    double drawn = chance.uniform();
    for (Story story : values()) {
      drawn -= story.share;
      if (drawn < 0) return story;
    }
    return ORDINARY;
  }
}
