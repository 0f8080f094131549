package org.smartcorrection.procedure.act;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.procedure.Counting.FirstDay;
import org.smartcorrection.procedure.Counting.LastDay;
import org.smartcorrection.procedure.Span;

/**
 * A deadline of a procedure; its name is the message {@code deadline.<procedure>.<id>}. Exactly one
 * of {@code number}, {@code numberFact} and {@code on} is given.
 *
 * @param rule the rule that sets it
 * @param owner who owes
 * @param starts the acts that open it, or open it anew
 * @param unit of the number
 * @param number name of the rule's number
 * @param numberFact the fact that holds the number
 * @param on the fact that holds the day itself
 * @param daysBefore name of the rule's number of days by which it comes before {@code on}
 * @param metBy the acts that meet it
 * @param then the act of time itself that follows when it passes
 * @param cap a fact with a day beyond which it never goes
 * @param protects it protects the person under correction
 */
public record DeadlineSpec(
    String id,
    String rule,
    Role owner,
    List<Starting> starts,
    Optional<Span.Unit> unit,
    Optional<String> number,
    Optional<String> numberFact,
    Optional<String> on,
    Optional<String> daysBefore,
    FirstDay firstDay,
    LastDay lastDay,
    List<Meeting> metBy,
    Optional<String> then,
    Optional<String> cap,
    boolean protects) {

  public DeadlineSpec {
    starts = List.copyOf(starts);
    metBy = List.copyOf(metBy);
  }

  /** The start that the act brings when such facts are stated. */
  Optional<Starting> starting(Act act, Map<String, Fact> facts) {
    return starts.stream()
        .filter(start -> start.act().equals(act.type()) && holds(start.when(), facts))
        .findFirst();
  }

  /** How the act meets it when such facts are stated. */
  Optional<Meeting> meeting(Act act, Map<String, Fact> facts) {
    return metBy.stream()
        .filter(met -> met.act().equals(act.type()) && holds(met.when(), facts))
        .findFirst();
  }

  private static boolean holds(Optional<When> when, Map<String, Fact> facts) {
    return when.map(condition -> condition.holds(facts)).orElse(true);
  }

  /**
   * An act that opens the deadline.
   *
   * @param fact the fact with the day or moment from which it is counted; empty for the act's own
   * @param way the choice of a {@link org.smartcorrection.procedure.Delivery.Way} by which a
   *     document was delivered on that day; the deadline then runs from when it counts as served
   * @param when only then
   */
  public record Starting(
      String act, Optional<String> fact, Optional<String> way, Optional<When> when) {}

  /**
   * An act that meets the deadline.
   *
   * @param fact the fact with the day or moment at which it was met; empty for the act's own
   * @param when only then
   */
  public record Meeting(String act, Optional<String> fact, Optional<When> when) {}
}
