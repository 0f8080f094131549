package org.smartcorrection.platform.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.platform.notify.Attempt.Answer;

/**
 * When the next member of staff is told of what nobody acknowledges (rule H15): rung by rung, each
 * after its wait, and at once where nobody was reached on the one before. Pure: what was tried and
 * the time give what is to be tried next.
 *
 * @param <S> the stages
 * @param rungs at least two, in their order
 */
public record Ladder<S extends Enum<S>>(List<Rung<S>> rungs) {
  /** An attempt that ended with its process is not waited for longer than this. */
  private static final Duration CUT_OFF = Duration.ofMinutes(1);

  /** So often is it tried from the beginning where nobody at all could be reached. */
  public static final int ROUNDS = 3;

  public Ladder {
    rungs = List.copyOf(rungs);
  }

  /** A stage and how long is waited before it. */
  public record Rung<S extends Enum<S>>(S stage, Duration after) {}

  /** A stage and when it is to begin. */
  public record Due<S extends Enum<S>>(S stage, Instant at) {}

  /**
   * What comes next; nothing after the last rung was reached, or after {@value #ROUNDS} rounds in
   * which nobody was.
   *
   * @param since when it was raised
   * @param tried in their order
   */
  public Optional<Due<S>> next(Instant since, List<Attempt<S>> tried) {
    Rung<S> first = rungs.getFirst();
    if (tried.isEmpty()) return Optional.of(new Due<>(first.stage(), since.plus(first.after())));
    Attempt<S> last = tried.getLast();
    if (last.stage() == rungs.getLast().stage()) return again(last, tried);
    Rung<S> next = rungs.get(place(last.stage()) + 1);
    boolean reached =
        tried.stream().anyMatch(one -> one.stage() == last.stage() && one.answer() == Answer.SENT);
    Instant at =
        reached
            ? last.at().plus(next.after())
            : last.answer() == Answer.BEGUN ? last.at().plus(CUT_OFF) : last.at();
    return Optional.of(new Due<>(next.stage(), at));
  }

  private int place(S stage) {
    return rungs.stream().map(Rung::stage).toList().indexOf(stage);
  }

  /** From the beginning, when nobody at all was reached: gateways come back. */
  private Optional<Due<S>> again(Attempt<S> last, List<Attempt<S>> tried) {
    boolean reached = tried.stream().anyMatch(one -> one.answer() == Answer.SENT);
    return reached || rounds(tried) >= ROUNDS
        ? Optional.empty()
        : Optional.of(new Due<>(rungs.getFirst().stage(), last.at().plus(rungs.getLast().after())));
  }

  /** How often the last rung was come to; several may have been called on it. */
  private long rounds(List<Attempt<S>> tried) {
    S end = rungs.getLast().stage();
    long rounds = 0;
    boolean before = false;
    for (Attempt<S> one : tried) {
      if (one.stage() == end && !before) rounds++;
      before = one.stage() == end;
    }
    return rounds;
  }
}
