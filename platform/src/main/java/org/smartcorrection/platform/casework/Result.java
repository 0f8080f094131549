package org.smartcorrection.platform.casework;

import java.util.List;
import org.smartcorrection.procedure.Reason;

/** What came of a command. */
public sealed interface Result {
  /** The act is in force. */
  record Recorded(Case in, Act act, Running instance) implements Result {}

  /**
   * A rule that only warns speaks against it: a written reason is needed, or something else done.
   */
  record NeedsReason(List<Reason> warnings) implements Result {
    public NeedsReason {
      warnings = List.copyOf(warnings);
    }
  }

  /** The law refuses. */
  record Refused(List<Reason> reasons) implements Result {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
