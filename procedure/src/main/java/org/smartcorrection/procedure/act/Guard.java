package org.smartcorrection.procedure.act;

import java.util.List;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.Step;

/**
 * A check beyond states, named by definitions. Whether it refuses or warns is the rule's to say.
 */
interface Guard {

  Verdict check(Situation situation);

  /**
   * What a guard found.
   *
   * @param reasons what is against the act, none when nothing is
   * @param steps how it was found out, shown in either case
   */
  record Verdict(List<Reason> reasons, List<Step> steps) {

    static final Verdict FINE = new Verdict(List.of(), List.of());

    public Verdict {
      reasons = List.copyOf(reasons);
      steps = List.copyOf(steps);
    }

    static Verdict against(Reason reason) {
      return new Verdict(List.of(reason), List.of());
    }

    static Verdict unless(boolean fine, Reason reason) {
      return fine ? FINE : against(reason);
    }
  }
}
