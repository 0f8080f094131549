package org.smartcorrection.location.simulation;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.PolygonArea;
import org.smartcorrection.location.Validity;

/**
 * One person who does not exist: their ground, and their days with all that a device says of them.
 * The same seed gives the same life, byte for byte, on every machine.
 */
public final class SimulatedPerson {
  private static final ZoneId LEGAL_TIME = ZoneId.of("Asia/Shanghai");
  private static final double LEAVE_FROM = 7;
  private static final double LEAVE_UNTIL = 22;

  private final long seed;
  private final Town town;
  private final List<Day> days = new ArrayList<>();
  private final DayOfWeek appointment;

  /**
   * Draws a person and plans their days.
   *
   * @param seed see {@link Seeds}
   * @param first the first legal day
   * @param count how many days
   */
  public SimulatedPerson(long seed, LocalDate first, int count) {
    this(seed, new Town(seed), first, count);
  }

  /**
   * Draws a person who lives in a district that there is, around the middle of its box.
   *
   * @throws IllegalArgumentException if that middle is not well inside the district
   */
  public SimulatedPerson(long seed, PolygonArea district, LocalDate first, int count) {
    this(seed, new Town(seed, district), first, count);
  }

  private SimulatedPerson(long seed, Town town, LocalDate first, int count) {
    this.seed = seed;
    this.town = town;
    var chance = new Chance(seed).apart(2);
    appointment = DayOfWeek.of(1 + chance.below(5));
    for (int i = 0; i < count; i++) {
      LocalDate date = first.plusDays(i);
      days.add(
          new Day(
              town,
              midnight(date),
              date.getDayOfWeek().getValue() - 1,
              date.getDayOfWeek() == appointment,
              i == 0 ? Story.ORDINARY : Story.draw(chance),
              chance));
    }
  }

  private static long midnight(LocalDate date) {
    return date.atStartOfDay(LEGAL_TIME).toInstant().toEpochMilli();
  }

  /** The version of the noise model; figures are compared within one version only. */
  public static String noiseVersion() {
    return Noise.VERSION;
  }

  /** What was agreed and ruled. */
  public Ground ground() {
    var leaves = new ArrayList<Validity>();
    for (Day day : days) {
      if (day.story == Story.LEAVE) {
        leaves.add(
            Validity.between(
                Instant.ofEpochMilli(day.hour(LEAVE_FROM)),
                Instant.ofEpochMilli(day.hour(LEAVE_UNTIL))));
      }
    }
    return new Ground(
        town.district,
        town.forbidden,
        town.office,
        appointment,
        LocalTime.of((int) Day.APPOINTMENT_FROM, 0),
        LocalTime.of((int) Day.APPOINTMENT_UNTIL, 0),
        leaves,
        leaveGround(),
        town.approvedDeadZones);
  }

  List<PolygonArea> leaveGround() {
    return List.of(town.farTown, town.way());
  }

  /** Lives all days: reports in the order of their arrival, truths as they end. */
  public void live(Watcher watcher) {
    new Life(town, leaveGround(), new Chance(seed).apart(3), watcher).live(days);
  }

  static boolean mayLeave(Day day, long now) {
    return day.story == Story.LEAVE && now >= day.hour(LEAVE_FROM) && now < day.hour(LEAVE_UNTIL);
  }
}
