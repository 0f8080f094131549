package org.smartcorrection.procedure;

import java.util.List;

/** Whether a decision's term can be and is within the law (rule T1). */
public sealed interface TermCheck {

  /** The term is lawful and ends then. */
  record WithinLaw(Deadline end) implements TermCheck {}

  /**
   * The term can be, but the law as we know it knows no such term; a written reason overrides it,
   * and the decision organ should be asked.
   */
  record OutsideLaw(Deadline end, List<Reason> warnings) implements TermCheck {
    public OutsideLaw {
      warnings = List.copyOf(warnings);
    }
  }

  /** The dates contradict each other; nothing can be computed and nothing is registered. */
  record Impossible(List<Reason> reasons) implements TermCheck {
    public Impossible {
      reasons = List.copyOf(reasons);
    }
  }
}
