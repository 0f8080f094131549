package org.smartcorrection.platform.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.procedure.act.Instance;
import org.smartcorrection.procedure.act.OpenDeadline;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The statute clock of a county, counted anew from nothing but the acts of its cases: it has to say
 * what the platform keeps. {@code -Dclock.cases} says how many cases, and {@code -Dclock.figure} a
 * file for the seconds that counting took, reading and opening the acts included.
 */
@PlatformTest
class ClockFromNothingTests {
  private static final int CASES = Integer.getInteger("clock.cases", 6);
  private static final @Nullable String FIGURE = System.getProperty("clock.figure");
  private static final double NANOS = 1e9;

  @Autowired District district;
  @Autowired Acts acts;
  @Autowired Deadlines deadlines;
  @Autowired Law law;

  /** What is owed: in which run, by which name, until which day. */
  private record Owed(UUID instance, String name, String day) {}

  @Test
  void the_clock_counted_from_the_acts_alone_is_the_clock_that_is_kept() throws Exception {
    District.Staffed staffed = district.staffed();
    var cases = new ArrayList<Case>();
    for (int i = 0; i < CASES; i++) cases.add(district.received(staffed).in());

    long begun = System.nanoTime();
    List<Set<Owed>> counted = counted(cases);
    double seconds = (System.nanoTime() - begun) / NANOS;

    for (int i = 0; i < CASES; i++) assertEquals(kept(cases.get(i)), counted.get(i));
    write(seconds);
  }

  private List<Set<Owed>> counted(List<Case> cases) throws Exception {
    try (var hands = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Callable<Set<Owed>>> work =
          cases.stream().map(in -> (Callable<Set<Owed>>) () -> counted(in)).toList();
      var all = new ArrayList<Set<Owed>>();
      for (var done : hands.invokeAll(work)) all.add(done.get());
      return all;
    }
  }

  private Set<Owed> counted(Case in) {
    var whole =
        assertInstanceOf(Fold.Whole.class, Fold.of(law, in.agency(), acts.history(in.id())));
    var last = new LinkedHashMap<UUID, Instance>();
    whole.steps().forEach(step -> last.put(step.act().instance(), step.outcome().next()));
    Set<Owed> owed = sorted();
    last.forEach(
        (run, instance) -> {
          for (OpenDeadline open : instance.deadlines())
            owed.add(new Owed(run, open.id(), open.deadline().day().toString()));
        });
    return owed;
  }

  private Set<Owed> kept(Case in) {
    Set<Owed> owed = sorted();
    deadlines
        .open(List.of(in.id()))
        .forEach(due -> owed.add(new Owed(due.instance(), due.name(), due.day().toString())));
    return owed;
  }

  private static Set<Owed> sorted() {
    return new TreeSet<>(Comparator.comparing(Owed::toString));
  }

  private static void write(double seconds) throws IOException {
    if (FIGURE != null) Files.writeString(Path.of(FIGURE), Double.toString(seconds));
  }
}
