package org.smartcorrection.acceptance.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.smartcorrection.location.supervision.Supervision;
import org.smartcorrection.location.supervision.SupervisionRules;
import org.smartcorrection.location.supervision.SupervisionState;

/** What one tracked person takes: on the heap after two days, and stored. */
final class PersonMemory implements Row {
  private static final int PEOPLE = 2_000;
  private static final int DAYS = 2;
  private static final double KILO = 1_024;

  @Override
  public String id() {
    return "location.9";
  }

  @Override
  public List<Figure> measure() throws InterruptedException {
    var supervision = new Supervision(SupervisionRules.standard());
    var states = new ArrayList<SupervisionState>(PEOPLE);
    Recorded.of(1, DAYS); // classes and tables are loaded before
    long before = used();
    for (int i = 1; i <= PEOPLE; i++) {
      Recorded person = Recorded.of(i, DAYS);
      states.add(person.judged(supervision, person.terms()));
    }
    double each = (double) (used() - before) / PEOPLE;
    var stored = new ArrayList<Integer>();
    for (SupervisionState state : states) stored.add(state.encode().length);
    Collections.sort(stored);
    return List.of(
        Figure.note("location.9a", "a stored state, median", stored.get(PEOPLE / 2), "B"),
        Figure.note("location.9b", "a stored state, largest of 2,000", stored.getLast(), "B"),
        new Figure(id(), "memory of a tracked person, without zones", each / KILO, "KB", 4, 1));
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
