package org.smartcorrection.platform.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.figures.Figures.Done;
import org.smartcorrection.platform.figures.Figures.People;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.shell.Text;
import org.springframework.beans.factory.annotation.Autowired;

/** Every figure of made-up caseloads against a count that reads all acts for each of them. */
@PlatformTest
class CountTests {
  @Autowired Figures figures;
  @Autowired Book book;

  @Test
  void every_figure_is_what_brute_force_over_the_acts_counts() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    int compared = 0;
    for (int round = 0; round < 3; round++) {
      var load = new RandomCaseload(random, 60);
      for (RandomCaseload.One one : load.cases)
        book.replace(one.id(), CountFold.whole(one.acts(), load.agency, one::traits).orElseThrow());
      for (@Nullable List<AgencyId> offices : scopes(load)) {
        LocalDate first = RandomCaseload.FIRST.plusDays(random.nextInt(800));
        Period period = new Period(Period.DAYS, first, first.plusDays(random.nextInt(400)));
        compared += compare(load, List.of(load.agency), offices, period, "seed " + seed);
        if (offices != null) continue;
        compared += compare(load, List.of(load.other), null, period, "seed " + seed);
        // who moves between agencies of one city neither comes to it nor leaves it
        var both = List.of(load.agency, load.other);
        compared += compare(load, both, null, period, "seed " + seed);
      }
    }
    assertTrue(compared > 2000, "compared " + compared);
  }

  private static List<@Nullable List<AgencyId>> scopes(RandomCaseload load) {
    var scopes = new ArrayList<@Nullable List<AgencyId>>();
    scopes.add(null);
    scopes.add(load.offices.subList(0, 1));
    // a unit with two offices: who moves between them neither comes nor goes
    scopes.add(load.offices.subList(1, 3));
    return scopes;
  }

  private int compare(
      RandomCaseload load,
      List<AgencyId> agencies,
      @Nullable List<AgencyId> offices,
      Period period,
      String seed) {
    var scope = new Scope("test", Text.literal("test"), agencies, offices);
    var brute =
        new ByBruteForce(load, Set.copyOf(agencies), offices == null ? null : Set.copyOf(offices));
    Map<Column, People> people = figures.people(scope, period);
    int compared = 0;
    for (Map<Dimension, String> asked : questions()) {
      for (Column column : Column.values()) {
        int expected =
            switch (column) {
              case BEGINNING -> brute.thereOn(period.before(), asked);
              case CAME -> brute.came(period.first(), period.last(), asked);
              case WENT -> brute.went(period.first(), period.last(), asked);
              case END -> brute.thereOn(period.last(), asked);
            };
        String what =
            column + " " + asked + " " + period + " " + agencies + " " + offices + " " + seed;
        int counted = Objects.requireNonNull(people.get(column)).count(asked);
        assertEquals(expected, counted, what);
        if (asked.size() < 2) assertEquals(counted, behind(scope, period, column, asked), what);
        compared++;
      }
    }
    for (Column column : List.of(Column.CAME, Column.WENT))
      assertEquals(
          Objects.requireNonNull(people.get(column)).count(Map.of()),
          figures.byMonth(scope, period, column).values().stream()
              .mapToInt(Integer::intValue)
              .sum());
    Map<EventKind, Done> acts = figures.acts(scope, period);
    for (EventKind kind : EventKind.values()) {
      int expected =
          brute.acts(
              period.first(),
              period.last(),
              act -> EventKind.of(act).filter(kind::equals).isPresent());
      Done done = acts.getOrDefault(kind, Done.NONE);
      assertEquals(expected, done.acts(), kind + " " + period + " " + offices + " " + seed);
      assertEquals(expected, behind(scope, period, kind));
      compared++;
    }
    return compared;
  }

  /** Each division alone, with every other one, and none. */
  private static List<Map<Dimension, String>> questions() {
    var questions = new ArrayList<Map<Dimension, String>>();
    questions.add(Map.of());
    for (Dimension one : Dimension.values())
      for (String value : one.groups()) {
        questions.add(Map.of(one, value));
        if (one == Dimension.CATEGORY) continue;
        for (String category : Dimension.CATEGORY.groups()) {
          var both = new EnumMap<Dimension, String>(Dimension.class);
          both.put(one, value);
          both.put(Dimension.CATEGORY, category);
          questions.add(both);
        }
      }
    return questions;
  }

  private int behind(Scope scope, Period period, Column column, Map<Dimension, String> asked) {
    var keys = new HashSet<String>();
    @Nullable String after = null;
    do {
      Slice<Figures.Behind> page = figures.people(scope, period, column, asked, after, 7);
      page.rows().forEach(row -> keys.add(row.key()));
      after = page.next();
    } while (after != null);
    return keys.size();
  }

  private int behind(Scope scope, Period period, EventKind kind) {
    var cases = new ArrayList<CaseId>();
    @Nullable String after = null;
    do {
      Slice<Figures.Behind> page = figures.acts(scope, period, kind, null, after, 7);
      page.rows().forEach(row -> cases.add(row.caseId()));
      after = page.next();
    } while (after != null);
    return cases.size();
  }
}
