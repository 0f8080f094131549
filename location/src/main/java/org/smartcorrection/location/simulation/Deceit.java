package org.smartcorrection.location.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.FixSource;
import org.smartcorrection.location.simulation.Receiver.Measured;
import org.smartcorrection.location.simulation.Story.Lie;
import org.smartcorrection.location.supervision.Report.Sky;

/** Positions that are not those of the device. */
final class Deceit {
  /** Fewer steps make no journey. */
  private static final int LEAST_RECORDED = 60;

  private static final int MOST_RECORDED = 600;
  private static final double DRAWN_SPEED = 3.2;
  private static final double TURNS_AFTER_SECONDS = 900;

  private final Town town;
  private final Chance chance;
  private final List<Spot> today = new ArrayList<>();
  private List<Spot> recorded = List.of();
  private int played;
  private Spot far = new Spot(0, 0);
  private double direction;
  private double seconds;
  private boolean flagged;

  Deceit(Town town, Chance chance) {
    this.town = town;
    this.chance = chance;
  }

  /**
   * Another day begins: what was recorded yesterday can be replayed, what each story needs is
   * drawn.
   */
  void wake() {
    if (today.size() >= LEAST_RECORDED) recorded = List.copyOf(today);
    today.clear();
    played = 0;
    seconds = 0;
    direction = chance.between(-Math.PI, Math.PI);
    far = Spot.polar(town.home, direction, chance.between(30_000, 400_000));
    flagged = chance.happens(0.9);
  }

  void remember(Spot honest) {
    if (today.size() < MOST_RECORDED) today.add(honest);
  }

  boolean isPossible(Lie lie) {
    return lie != Lie.RECORDED || played < recorded.size();
  }

  /** Whether software admits that it made the position up; not all does. */
  boolean isFlagged() {
    return flagged && chance.happens(0.95);
  }

  /** The position that is told instead; nothing if this story leaves it as it is. */
  Optional<Measured> lie(Lie lie, Receiver receiver, double passed) {
    seconds += passed;
    return switch (lie) {
      case NONE, TIME -> Optional.empty();
      case BY_SOFTWARE -> Optional.of(told(jitter(town.home, 2)));
      case FAR_AWAY -> Optional.of(receiver.satellites(far, Receiver.Around.OPEN));
      case RECORDED -> Optional.of(told(recorded.get(played++)));
      case DRAWN -> {
        double cycle = seconds % (2 * TURNS_AFTER_SECONDS);
        double metres = DRAWN_SPEED * Math.min(cycle, 2 * TURNS_AFTER_SECONDS - cycle);
        yield Optional.of(told(Spot.polar(town.home, direction, metres)));
      }
      case SATELLITES -> Optional.of(receiver.satellites(town.home, Receiver.Around.STREET));
    };
  }

  private Spot jitter(Spot spot, double metres) {
    return spot.plus(metres * chance.normal(), metres * chance.normal());
  }

  private static Measured told(Spot spot) {
    return new Measured(spot, 6, FixSource.GNSS, Optional.of(Sky.of(14, 0.9)));
  }
}
