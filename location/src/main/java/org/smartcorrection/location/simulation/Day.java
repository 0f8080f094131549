package org.smartcorrection.location.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import org.smartcorrection.location.simulation.Story.Plan;

/** What a person means to do on one day, and when the day's story is told. */
final class Day {
  static final long HOUR = 3_600_000;
  static final long MINUTE = 60_000;
  static final double APPOINTMENT_FROM = 9;
  static final double APPOINTMENT_UNTIL = 11;

  /** To go somewhere at a time, or after a stay if that is later. */
  record Errand(long departAt, long stayBefore, Spot to) {}

  final Story story;
  final Deque<Errand> errands = new ArrayDeque<>();
  final boolean appointment;
  final boolean comesLate;
  final long midnight;
  final long storyFrom;
  final long storyUntil;

  private final Town town;
  private final Chance chance;

  Day(Town town, long midnight, int weekday, boolean appointment, Story story, Chance chance) {
    this.town = town;
    this.chance = chance;
    this.midnight = midnight;
    this.appointment = appointment;
    this.comesLate = appointment && chance.happens(0.05);
    this.story = story == Story.MISSED_APPOINTMENT && !appointment ? Story.ORDINARY : story;
    double from = chance.between(9.5, 15);
    storyFrom = hour(from);
    storyUntil = hour(from + chance.between(this.story.leastHours, this.story.mostHours));
    plan(weekday < 5);
  }

  long hour(double hour) {
    return midnight + Math.round(hour * HOUR);
  }

  private void plan(boolean workday) {
    boolean keeps = appointment && story.plan != Plan.STAYS_AWAY && story.plan != Plan.ON_LEAVE;
    if (keeps) {
      double at = comesLate ? chance.between(8.9, 9.3) : chance.between(7.7, 8.2);
      go(hour(at), 0, town.officeDoor);
      go(hour(APPOINTMENT_UNTIL + 0.05), HOUR / 4, town.home);
    }
    long free = hour(keeps ? APPOINTMENT_UNTIL + 0.6 : 7.6);
    switch (story.plan) {
      case ORDINARY -> ordinary(free, workday);
      case STAYS_AWAY -> ordinary(hour(APPOINTMENT_UNTIL + 0.6), workday);
      case BEYOND_THE_BORDER -> visit(free, town.beyond.get(chance.below(3)), 10, 180);
      case ON_FORBIDDEN_GROUND -> visit(free, town.forbiddenDoor, 6, 60);
      case ON_LEAVE -> {
        go(hour(chance.between(7.6, 8.5)), 0, town.farSquare);
        boolean overstays = chance.happens(0.2);
        go(hour(overstays ? chance.between(22.2, 22.9) : chance.between(15, 18)), 0, town.home);
      }
      case WITHOUT_DEVICE -> {
        Spot to = chance.happens(0.4) ? town.beyond.getFirst() : town.errands.getFirst();
        go(storyFrom + 5 * MINUTE, 0, to);
        go(storyUntil - 40 * MINUTE, 0, town.home);
      }
      case FAR_FROM_HOME -> {
        go(storyFrom, 0, farthest());
        go(storyUntil + 10 * MINUTE, 0, town.home);
      }
    }
  }

  private Spot farthest() {
    Spot farthest = town.work;
    for (Spot spot : town.errands) if (spot.to(town.home) > farthest.to(town.home)) farthest = spot;
    return farthest.to(town.home) < 3_500 ? town.beyond.getFirst() : farthest;
  }

  private void visit(long free, Spot to, double least, double most) {
    go(Math.max(free, hour(chance.between(8, 18))), 0, to);
    go(0, Math.round(chance.between(least, most) * MINUTE), town.home);
  }

  private void ordinary(long free, boolean workday) {
    if (workday) {
      go(Math.max(free, hour(7.75 + 0.3 * chance.normal())), 0, town.work);
      go(Math.max(free + HOUR, hour(17.75 + 0.4 * chance.normal())), 0, town.home);
      if (chance.happens(0.4)) errand(hour(chance.between(19, 20)));
      return;
    }
    for (int i = chance.below(3); i >= 0; i--) errand(Math.max(free, hour(18 - i * 4.0)));
  }

  private void errand(long at) {
    go(at, 0, town.errands.get(chance.below(town.errands.size())));
    go(0, Math.round(chance.between(15, 90) * MINUTE), town.home);
  }

  private void go(long departAt, long stayBefore, Spot to) {
    errands.add(new Errand(departAt, stayBefore, to));
  }
}
