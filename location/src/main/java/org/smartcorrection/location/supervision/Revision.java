package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.location.JudgedFix;

/**
 * What late messages change, evaluated in their place in time: everything from a snapshot before
 * the first of them on is judged again. Nothing is deleted: what does not hold any more is
 * withdrawn, with the reason that messages came later, and stays visible as withdrawn.
 *
 * @param state after the last message
 * @param fixes what became of each message's position, in the order of the messages
 * @param added observations that are new
 * @param withdrawn observations that were made and would not be made with all that is known now
 * @param revised observations that stay, on other evidence or from another moment on
 */
public record Revision(
    SupervisionState state,
    List<Optional<JudgedFix>> fixes,
    List<Observation> added,
    List<Observation> withdrawn,
    List<Revised> revised) {

  /** Observations of one thing that begin so close to each other are the same observation. */
  private static final Duration SAME_WITHIN = Duration.ofHours(1);

  /** An observation that stays, before and after. */
  public record Revised(Observation before, Observation after) {}

  /**
   * Judges again.
   *
   * @param snapshot a state from before the first late message
   * @param messages all that came after the snapshot, late ones included, in the order of their
   *     time
   * @param passed until when the clock was looked at
   * @param made what had been observed after the snapshot, without what was withdrawn
   */
  public static Revision of(
      Supervising supervision,
      SupervisionState snapshot,
      List<Message> messages,
      Instant passed,
      Terms terms,
      List<Observation> made) {
    SupervisionState state = snapshot;
    var fixes = new ArrayList<Optional<JudgedFix>>(messages.size());
    var found = new ArrayList<Observation>();
    for (Message message : messages) {
      Outcome outcome = supervision.hear(state, message, terms);
      state = outcome.state();
      fixes.add(outcome.fix());
      found.addAll(outcome.observations());
    }
    Outcome last = supervision.pass(state, passed, terms);
    found.addAll(last.observations());
    return compared(last.state(), fixes, new ArrayList<>(made), found);
  }

  private static Revision compared(
      SupervisionState state,
      List<Optional<JudgedFix>> fixes,
      List<Observation> made,
      List<Observation> found) {
    var added = new ArrayList<Observation>();
    found.forEach(
        now -> {
          if (!made.remove(now)) added.add(now);
        });
    var revised = new ArrayList<Revised>();
    added.removeIf(
        now -> {
          Optional<Observation> before = made.stream().filter(old -> isSame(old, now)).findFirst();
          before.ifPresent(
              old -> {
                made.remove(old);
                revised.add(new Revised(old, now));
              });
          return before.isPresent();
        });
    return new Revision(
        state, List.copyOf(fixes), List.copyOf(added), List.copyOf(made), List.copyOf(revised));
  }

  private static boolean isSame(Observation one, Observation other) {
    return one.isOfSame(other)
        && one.phase() == other.phase()
        && Duration.between(one.since(), other.since()).abs().compareTo(SAME_WITHIN) <= 0;
  }
}
