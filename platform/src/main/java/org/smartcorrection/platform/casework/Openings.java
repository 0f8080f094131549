package org.smartcorrection.platform.casework;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.procedure.Category;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Opening.Stage;

/** Whether a procedure may begin in a case as it stands. */
public final class Openings {
  private Openings() {}

  /**
   * Why it may not; empty when it may.
   *
   * @param summary of the case; {@code null} before its first act
   * @param runs of the case
   */
  public static Optional<Reason> against(
      Definition definition, @Nullable Summary summary, Collection<Running> runs) {
    Category category =
        summary == null ? Category.SUSPENDED_SENTENCE : Category.valueOf(summary.category().name());
    boolean running =
        runs.stream().anyMatch(run -> !run.closed() && run.procedure().equals(definition.id()));
    return definition.opens().against(stage(summary), category, running);
  }

  private static Stage stage(@Nullable Summary summary) {
    if (summary == null) return Stage.NEW;
    return switch (summary.status()) {
      case ASSESSMENT -> Stage.NEW;
      case REFERRED, IN_RECEPTION -> Stage.REFERRED;
      case UNVERIFIED -> Stage.UNVERIFIED;
      case ACTIVE -> Stage.UNDER_CORRECTION;
      case ENDED -> Stage.ENDED;
    };
  }
}
