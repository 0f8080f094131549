package org.smartcorrection.procedure.act;

import java.util.List;
import org.smartcorrection.procedure.Explanation;
import org.smartcorrection.procedure.Reason;

/** What becomes of a proposal. */
public sealed interface Outcome {

  /**
   * It may be done.
   *
   * @param next the instance after it
   * @param opened deadlines it opened; they are in {@code next} too unless it met them at once
   * @param met deadlines it met, in time or late
   * @param overridden warnings that a written reason overrode
   * @param explanation how the outcome was come to
   */
  record Accepted(
      Instance next,
      List<OpenDeadline> opened,
      List<MetDeadline> met,
      List<Effect> effects,
      List<Reason> overridden,
      Explanation explanation)
      implements Outcome {
    public Accepted {
      opened = List.copyOf(opened);
      met = List.copyOf(met);
      effects = List.copyOf(effects);
      overridden = List.copyOf(overridden);
    }
  }

  /** It goes against unchecked rules only; with a written reason it may be done. */
  record NeedsReason(List<Reason> warnings, Explanation explanation) implements Outcome {
    public NeedsReason {
      warnings = List.copyOf(warnings);
    }
  }

  /** It may not be done; each reason names its rule and how to go on. */
  record Refused(List<Reason> reasons) implements Outcome {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
