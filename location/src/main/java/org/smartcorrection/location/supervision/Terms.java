package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.location.AreaIndex;
import org.smartcorrection.location.PermittedArea;
import org.smartcorrection.location.Wgs84Point;

/**
 * What holds for one person: where they may be, must not be, and have to be, and where their device
 * may be silent. Immutable; a change makes a new value, which {@link Supervision#reconsider}
 * applies at once.
 */
public final class Terms {
  private static final int HOURS_OF_WEEK = 168;
  private static final long HOUR = 3_600;
  private static final int[] NONE = {};

  private final Optional<PermittedArea> permitted;
  private final List<ForbiddenZone> forbidden;
  private final List<RequiredPresence> required;
  private final List<DeadZone> deadZones;
  private final AreaIndex forbiddenIndex;
  private final AreaIndex requiredIndex;
  private final AreaIndex deadIndex;
  private final Map<String, Integer> places = new HashMap<>();
  private final int[][] requiredByHour = new int[HOURS_OF_WEEK][];

  /** Found last; whichever thread sees which one, it is right. */
  private Free free = Free.NEVER;

  /**
   * Puts them together.
   *
   * @throws IllegalArgumentException if two zones have one id
   */
  public Terms(
      Optional<PermittedArea> permitted,
      List<ForbiddenZone> forbidden,
      List<RequiredPresence> required,
      List<DeadZone> deadZones) {
    this.permitted = permitted;
    this.forbidden = List.copyOf(forbidden);
    this.required = List.copyOf(required);
    this.deadZones = List.copyOf(deadZones);
    for (int i = 0; i < forbidden.size(); i++) place(forbidden.get(i).id(), i);
    for (int i = 0; i < required.size(); i++) place(required.get(i).id(), i);
    forbiddenIndex = new AreaIndex(forbidden.stream().map(ForbiddenZone::area).toList());
    requiredIndex = new AreaIndex(required.stream().map(RequiredPresence::area).toList());
    deadIndex = new AreaIndex(deadZones.stream().map(DeadZone::area).toList());
    Arrays.fill(requiredByHour, NONE);
    for (int i = 0; i < required.size(); i++) spread(i);
  }

  /** A permitted area alone. */
  public static Terms of(PermittedArea permitted) {
    return new Terms(Optional.of(permitted), List.of(), List.of(), List.of());
  }

  private void place(String id, int at) {
    if (id.isEmpty() || places.put(id, at) != null) {
      throw new IllegalArgumentException("each zone has an id of its own");
    }
  }

  private void spread(int zone) {
    for (Schedule.Window window : required.get(zone).schedule().windows()) {
      int day = 24 * (window.day().getValue() - 1);
      long last = (window.untilSecond() - 1) / 3_600;
      for (long hour = window.fromSecond() / 3_600; hour <= last; hour++) {
        int slot = day + (int) hour;
        int[] more = Arrays.copyOf(requiredByHour[slot], requiredByHour[slot].length + 1);
        more[more.length - 1] = zone;
        requiredByHour[slot] = more;
      }
    }
  }

  /** Where the person may be; empty while nothing was set, and then nobody has left it. */
  public Optional<PermittedArea> permitted() {
    return permitted;
  }

  /** Where the person must not be. */
  public List<ForbiddenZone> forbidden() {
    return forbidden;
  }

  /** Where the person has to be. */
  public List<RequiredPresence> required() {
    return required;
  }

  /** Where devices are known to be silent. */
  public List<DeadZone> deadZones() {
    return deadZones;
  }

  /** The place of a forbidden zone in the list, or -1. */
  int forbiddenPlace(String id) {
    return places.getOrDefault(id, -1);
  }

  /** The place of a required presence in the list, or -1. */
  int requiredPlace(String id) {
    return places.getOrDefault(id, -1);
  }

  /** The places of forbidden zones that may be within so many metres. */
  int[] forbiddenNear(Wgs84Point point, double metres) {
    return forbidden.isEmpty() ? NONE : forbiddenIndex.near(point, metres);
  }

  /** Whether a required presence is known to be farther than so many metres. */
  boolean requiredIsFarther(int place, Wgs84Point point, double metres) {
    return requiredIndex.isFarther(place, point, metres);
  }

  /** The places of dead zones that may be within so many metres. */
  int[] deadNear(Wgs84Point point, double metres) {
    return deadZones.isEmpty() ? NONE : deadIndex.near(point, metres);
  }

  /** The places of those that may be required in the hour of an instant. */
  int[] requiredAround(Instant at) {
    return required.isEmpty() || free.holds(at) ? NONE : requiredIn(Schedule.hourOfWeek(at), at);
  }

  private int[] requiredIn(int hour, Instant at) {
    int[] due = requiredByHour[hour];
    if (due.length > 0) return due;
    int hours = 1;
    while (hours < HOURS_OF_WEEK && requiredByHour[(hour + hours) % HOURS_OF_WEEK].length == 0) {
      hours++;
    }
    free = Free.from(at, hours);
    return NONE;
  }

  /** Full hours in a row in which nothing is required. */
  private record Free(long from, long until) {
    static final Free NEVER = new Free(0, 0);

    static Free from(Instant at, int hours) {
      long second = at.getEpochSecond();
      long from = second - Math.floorMod(second, HOUR);
      return new Free(from, from + HOUR * hours);
    }

    boolean holds(Instant at) {
      long second = at.getEpochSecond();
      return second >= from && second < until;
    }
  }
}
