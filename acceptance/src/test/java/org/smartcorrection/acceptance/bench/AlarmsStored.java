package org.smartcorrection.acceptance.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.smartcorrection.acceptance.InsideDatabase;

/**
 * How long it takes from sending the position that raises an alarm to its being stored: it is
 * stored with the position, and the answer comes after that. Alone, and beside devices that send
 * what is 70 in 100 of the floor of row 1.
 */
final class AlarmsStored implements Row {
  private static final int PEOPLE = 100;

  /** So many alarms come before, one right after the other. */
  private static final int WARM = 300;

  private static final double FAR_EAST = 105.2;
  private static final int[] EARLIER = {230, 150, 70};
  private static final double NANOS_A_MILLI = 1e6;
  private static final double BUSY = 0.7 * 45_000;

  private final Tracked tracked;

  AlarmsStored(Tracked tracked) {
    this.tracked = tracked;
  }

  @Override
  public String id() {
    return "location.5";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (Launch _ = tracked.start();
        var database = new InsideDatabase(tracked.data())) {
      List<Tracked.Credential> devices = tracked.devices();
      int measured = 2 * PEOPLE;
      beAtHome(devices.subList(0, measured + WARM), database);
      List<Double> together = leave(devices.subList(measured, measured + WARM), database, false);
      settle(database);
      List<Double> alone = leave(devices.subList(0, PEOPLE), database, true);
      settle(database);
      List<Tracked.Credential> others = devices.subList(measured + WARM, devices.size());
      long pause = (long) (1e9 * others.size() * Terminal.AT_ONCE / BUSY);
      List<Double> busy;
      try (var load =
          new Load(tracked.terminals(others), Instant.now().minus(Tracked.BESIDE_ALARMS), pause)) {
        busy = leave(devices.subList(PEOPLE, measured), database, false);
        if (load.answered() == 0) throw new IllegalStateException("nobody was busy");
      }
      return List.of(
          new Figure(id() + "a", "fix to alarm stored, p50", at(alone, 0.5), "ms", 5, 2),
          new Figure(id() + "b", "fix to alarm stored, p99", at(alone, 0.99), "ms", 25, 10),
          Figure.note(
              id() + "c", "while the act of the one before is made, p50", at(together, 0.5), "ms"),
          new Figure("location.6", "the same at 70 % load, p99", at(busy, 0.99), "ms", 100, 40));
    }
  }

  /** That they were silent for days is asked about before anything is measured. */
  private void beAtHome(List<Tracked.Credential> people, InsideDatabase database) throws Exception {
    Instant earlier = Instant.now().minus(Duration.ofHours(3));
    for (Terminal terminal : tracked.terminals(people))
      try (terminal) {
        terminal.send(earlier, 1, Load.NORTH, Load.EAST);
      }
    settle(database);
  }

  /** Waits until every alarm has its act. */
  private static void settle(InsideDatabase database) throws Exception {
    while (database.number("select count(*) from tracking.alarms where state = 'PENDING'") > 0)
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
  }

  /**
   * Each is far away at once: as they state no accuracy, it takes four positions to make sure.
   *
   * @param apart whether each leaves when the act of the alarm before is made
   */
  private List<Double> leave(
      List<Tracked.Credential> people, InsideDatabase database, boolean apart) throws Exception {
    String alarms = "select count(*) from tracking.alarms where kind = 'LEFT_AREA'";
    long before = database.number(alarms);
    var millis = new ArrayList<Double>();
    for (int i = 0; i < people.size(); i++) {
      try (var terminal = new Terminal(tracked.port(), i, people.get(i))) {
        Instant now = Instant.now();
        for (int ago : EARLIER) terminal.send(now.minusSeconds(ago), 1, Load.NORTH, FAR_EAST);
        if (apart) settle(database);
        long begun = System.nanoTime();
        terminal.send(now.minusSeconds(10), 1, Load.NORTH, FAR_EAST);
        millis.add((System.nanoTime() - begun) / NANOS_A_MILLI);
      }
    }
    long raised = database.number(alarms) - before;
    if (raised != people.size())
      throw new IllegalStateException(raised + " alarms of " + people.size());
    Collections.sort(millis);
    return millis;
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get(Math.min(sorted.size() - 1, (int) Math.floor(share * sorted.size())));
  }
}
