package org.smartcorrection.platform.welfare;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.procedure.Rule;

/**
 * Who is told of a welfare alert that nobody acknowledges, and when: by day the responsible
 * officer, by night whoever is on duty, then the deputy, then the head (the minutes of rule H15).
 * Pure.
 */
final class Reach {
  static final String RULE = "H15";

  /** An attempt that ended with its process is not waited for longer than this. */
  private static final Duration CUT_OFF = Duration.ofMinutes(1);

  private static final int ROUNDS = 3;

  private Reach() {}

  enum Stage {
    OFFICER,
    DUTY,
    DEPUTY,
    HEAD
  }

  enum Way {
    TEXT,
    VOICE
  }

  enum Answer {
    BEGUN,
    SENT,
    UNAVAILABLE,
    /** There was nobody to be reached. */
    NOBODY
  }

  /**
   * One attempt.
   *
   * @param number within the alert, from 1
   * @param to absent where there was nobody
   * @param why it did not go out, of {@code notify.unavailable.…}
   */
  record Attempt(
      int number,
      Stage stage,
      @Nullable AccountId to,
      Way way,
      Instant at,
      Answer answer,
      @Nullable String why) {}

  /** How long is waited before each stage. */
  record Patience(Duration duty, Duration deputy, Duration head) {
    static Patience of(Rule rule) {
      return new Patience(
          Duration.ofMinutes(rule.number("callMinutes")),
          Duration.ofMinutes(rule.number("deputyMinutes")),
          Duration.ofMinutes(rule.number("headMinutes")));
    }

    private Duration before(Stage stage) {
      return switch (stage) {
        case OFFICER -> Duration.ZERO;
        case DUTY -> duty;
        case DEPUTY -> deputy;
        case HEAD -> head;
      };
    }
  }

  /** A stage and when it is to begin. */
  record Due(Stage stage, Instant at) {}

  /**
   * What comes next; nothing after the head was reached, or after {@value #ROUNDS} rounds in which
   * nobody was.
   *
   * @param tried in their order
   */
  static Optional<Due> next(Instant raised, boolean night, Patience patience, List<Attempt> tried) {
    Stage first = night ? Stage.DUTY : Stage.OFFICER;
    if (tried.isEmpty()) return Optional.of(new Due(first, raised));
    Attempt last = tried.getLast();
    if (last.stage() == Stage.HEAD) return again(first, last, patience, tried);
    boolean reached =
        tried.stream().anyMatch(one -> one.stage() == last.stage() && one.answer() == Answer.SENT);
    Stage next = after(last.stage());
    if (reached) return Optional.of(new Due(next, last.at().plus(patience.before(next))));
    return Optional.of(
        new Due(next, last.answer() == Answer.BEGUN ? last.at().plus(CUT_OFF) : last.at()));
  }

  private static Stage after(Stage stage) {
    return switch (stage) {
      case OFFICER -> Stage.DUTY;
      case DUTY -> Stage.DEPUTY;
      case DEPUTY, HEAD -> Stage.HEAD;
    };
  }

  private static Optional<Due> again(
      Stage first, Attempt last, Patience patience, List<Attempt> tried) {
    boolean reached = tried.stream().anyMatch(one -> one.answer() == Answer.SENT);
    long rounds =
        tried.stream().filter(one -> one.stage() == Stage.HEAD).map(Attempt::at).distinct().count();
    return reached || rounds >= ROUNDS
        ? Optional.empty()
        : Optional.of(new Due(first, last.at().plus(patience.head())));
  }
}
