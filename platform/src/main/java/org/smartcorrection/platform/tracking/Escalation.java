package org.smartcorrection.platform.tracking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Severity;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.procedure.Rule;

/**
 * When and to whom an alarm goes that nobody acknowledges (rule H15): by text to whoever is on
 * duty, then by voice, then to the deputy, then to the head. Pure: what was tried and the time give
 * what is to be tried next.
 */
final class Escalation {
  static final String RULE = "H15";

  /** An attempt that ended with its process is not waited for longer than this. */
  static final Duration CUT_OFF = Duration.ofMinutes(1);

  /** So often is it tried from the beginning where nobody at all could be reached. */
  static final int ROUNDS = 3;

  private Escalation() {}

  /** The stages, in their order. */
  enum Stage {
    TEXT,
    CALL,
    DEPUTY,
    HEAD;

    Optional<Stage> next() {
      return Optional.ofNullable(
          switch (this) {
            case TEXT -> CALL;
            case CALL -> DEPUTY;
            case DEPUTY -> HEAD;
            case HEAD -> null;
          });
    }
  }

  /** By which way somebody was tried to be reached. */
  enum Way {
    TEXT,
    VOICE
  }

  /** What came of an attempt. */
  enum Answer {
    /** It has begun and is not known to have ended. */
    BEGUN,
    SENT,
    UNAVAILABLE,
    /** There was nobody to be reached. */
    NOBODY
  }

  /**
   * One attempt.
   *
   * @param number within the alarm, from 1
   * @param to absent where there was nobody
   * @param why it did not go out, of {@code notify.unavailable.…}
   */
  record Step(
      int number,
      Stage stage,
      @Nullable AccountId to,
      Way way,
      Instant at,
      Answer answer,
      @Nullable String why) {}

  /**
   * How long is waited before each stage.
   *
   * @param factor how many times as long for what is not about a person (◆)
   */
  record Patience(Duration text, Duration call, Duration deputy, Duration head, int factor) {
    static Patience of(Rule rule) {
      return new Patience(
          Duration.ofMinutes(rule.number("textMinutes")),
          Duration.ofMinutes(rule.number("callMinutes")),
          Duration.ofMinutes(rule.number("deputyMinutes")),
          Duration.ofMinutes(rule.number("headMinutes")),
          rule.number("plainFactor"));
    }

    private Duration before(Stage stage, Severity severity) {
      Duration once =
          switch (stage) {
            case TEXT -> text;
            case CALL -> call;
            case DEPUTY -> deputy;
            case HEAD -> head;
          };
      return severity == Severity.RED ? once : once.multipliedBy(factor);
    }
  }

  /** A stage and when it is to begin. */
  record Due(Stage stage, Instant at) {}

  /**
   * What comes next; nothing after the head was reached, or after {@value #ROUNDS} rounds in which
   * nobody was.
   *
   * @param since when the alarm was raised
   * @param tried in their order
   */
  static Optional<Due> next(Instant since, Severity severity, Patience patience, List<Step> tried) {
    if (tried.isEmpty())
      return Optional.of(new Due(Stage.TEXT, since.plus(patience.before(Stage.TEXT, severity))));
    Step last = tried.getLast();
    if (last.stage() == Stage.HEAD) return again(last, severity, patience, tried);
    boolean reached =
        tried.stream()
            .anyMatch(step -> step.stage() == last.stage() && step.answer() == Answer.SENT);
    return last.stage()
        .next()
        .map(
            next ->
                new Due(
                    next,
                    reached
                        ? last.at().plus(patience.before(next, severity))
                        : last.answer() == Answer.BEGUN ? last.at().plus(CUT_OFF) : last.at()));
  }

  /** From the beginning, when nobody at all was reached: gateways come back. */
  private static Optional<Due> again(
      Step last, Severity severity, Patience patience, List<Step> tried) {
    boolean reached = tried.stream().anyMatch(step -> step.answer() == Answer.SENT);
    long rounds = tried.stream().filter(step -> step.stage() == Stage.TEXT).count();
    return reached || rounds >= ROUNDS
        ? Optional.empty()
        : Optional.of(new Due(Stage.TEXT, last.at().plus(patience.before(Stage.HEAD, severity))));
  }
}
