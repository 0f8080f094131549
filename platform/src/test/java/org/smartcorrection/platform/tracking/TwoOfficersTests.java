package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.springframework.beans.factory.annotation.Autowired;

/** Two officers who decide the same thing at the same moment. */
@PlatformTest
class TwoOfficersTests {
  /** As many as asked for, such as {@code -Dofficers.rounds=1000}. */
  private static final int ROUNDS = Integer.getInteger("officers.rounds", 30);

  @Autowired Scene scene;
  @Autowired Casework casework;
  @Autowired Acts acts;
  @Autowired Comparison comparison;
  @Autowired Clock clock;

  @Test
  void one_decision_is_made_and_the_other_officer_is_told_where_it_stands() throws Exception {
    Scene.Somebody somebody = scene.somebody();
    LocalDate first = LegalCalendar.legalDay(clock.instant()).plusDays(5);
    try (ExecutorService officers = Executors.newFixedThreadPool(2)) {
      for (int round = 0; round < ROUNDS; round++) {
        Running leave = applied(somebody, first.plusDays(round * 2L));
        var start = new CyclicBarrier(2);
        Facts reason = Facts.NONE.text("reason", "as the papers show");

        List<Result> results =
            both(
                officers,
                () -> decide(start, leave, "LeaveGranted", Facts.NONE, somebody),
                () -> decide(start, leave, "LeaveRefused", reason, somebody));

        assertEquals(1, results.stream().filter(Result.Recorded.class::isInstance).count());
        assertEquals(List.of("reason.state"), reasons(results));
        assertEquals(2, acts.ofInstance(leave.id()).size(), "applied, and decided once");
      }
    }
    assertEquals(List.of(), comparison.of(somebody.caseId()));
    List<Integer> numbers =
        acts.history(somebody.caseId()).stream().map(Act::number).sorted().toList();
    assertEquals(numbers.size(), numbers.getLast(), "numbered without a gap");
  }

  private Running applied(Scene.Somebody somebody, LocalDate day) {
    return scene.perform(
        PerformAct.opening(
            somebody.caseId(),
            "leave",
            "LeaveApplied",
            Facts.NONE
                .text("destination", "elsewhere")
                .day("firstDay", day)
                .day("lastDay", day)
                .choice("cause", "MEDICAL"),
            somebody.staff().officer()),
        "proof");
  }

  private Result decide(
      CyclicBarrier start, Running leave, String type, Facts facts, Scene.Somebody somebody)
      throws Exception {
    start.await();
    // within the office's days: it decides (M19)
    return casework.perform(PerformAct.in(leave, type, facts, somebody.staff().office()));
  }

  private static List<Result> both(
      ExecutorService officers, Callable<Result> one, Callable<Result> other) throws Exception {
    var results = new ArrayList<Result>();
    for (Future<Result> result : officers.invokeAll(List.of(one, other))) results.add(result.get());
    return results;
  }

  private static List<String> reasons(List<Result> results) {
    return results.stream()
        .flatMap(
            result ->
                result instanceof Result.Refused(var reasons)
                    ? reasons.stream().map(Reason::key)
                    : Stream.<String>empty())
        .toList();
  }
}
