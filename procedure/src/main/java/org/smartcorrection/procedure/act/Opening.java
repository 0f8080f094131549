package org.smartcorrection.procedure.act;

import java.util.Optional;
import java.util.Set;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Category;
import org.smartcorrection.procedure.Reason;

/**
 * When a procedure may begin in a person's case.
 *
 * @param phase of the case; empty for {@link Phase#UNDER_CORRECTION}
 * @param single only one runs at a time
 * @param categories of correction to which it applies (L01); empty for all
 */
public record Opening(Optional<Phase> phase, boolean single, Set<Category> categories) {

  /** What is not restricted: any number, for anybody, while they are under correction. */
  static final Opening USUAL = new Opening(Optional.empty(), false, Set.of());

  public Opening {
    categories = Set.copyOf(categories);
  }

  /** The part of a case in which something may begin. */
  public enum Phase {
    /** It is what the case begins with. */
    FIRST,
    /** From the referral until the correction ends. */
    BEFORE_END,
    /** From the plan until the correction ends. */
    UNDER_CORRECTION,
    AFTER_END,
    ALWAYS
  }

  /** Where a case stands. */
  public enum Stage {
    /** There is no case yet: it would be the first act. */
    NEW,
    /** Referred, and not yet received to the end. */
    REFERRED,
    /** Taken over from an old register without its decision: nothing is begun about it (H7). */
    UNVERIFIED,
    UNDER_CORRECTION,
    ENDED
  }

  /**
   * Why it may not begin now; empty when it may.
   *
   * @param runs whether one runs already
   */
  public Optional<Reason> against(Stage stage, Category category, boolean runs) {
    Optional<Reason> phased = against(stage);
    if (phased.isPresent()) return phased;
    if (single && runs) return Optional.of(Reason.of("reason.opening.runs", "H4"));
    if (!categories.isEmpty() && !categories.contains(category)) {
      return Optional.of(
          Reason.of("reason.opening.category", "L01", new Arg.Named("choice." + category)));
    }
    return Optional.empty();
  }

  private Optional<Reason> against(Stage stage) {
    return switch (phase.orElse(Phase.UNDER_CORRECTION)) {
      case ALWAYS -> Optional.empty();
      case FIRST -> unless(stage == Stage.NEW, "reason.opening.first", "H4");
      case BEFORE_END ->
          verified(stage)
              .or(() -> unless(stage != Stage.ENDED, "reason.opening.ended", "L32"))
              .or(() -> unless(stage != Stage.NEW, "reason.opening.not-received", "L13"));
      case UNDER_CORRECTION ->
          verified(stage)
              .or(() -> unless(stage != Stage.ENDED, "reason.opening.ended", "L32"))
              .or(
                  () ->
                      unless(
                          stage == Stage.UNDER_CORRECTION, "reason.opening.not-received", "L13"));
      case AFTER_END -> unless(stage == Stage.ENDED, "reason.opening.not-ended", "L32");
    };
  }

  private static Optional<Reason> verified(Stage stage) {
    return unless(stage != Stage.UNVERIFIED, "reason.opening.unverified", "H7");
  }

  private static Optional<Reason> unless(boolean fine, String key, String rule) {
    return fine ? Optional.empty() : Optional.of(Reason.of(key, rule));
  }
}
