package org.smartcorrection.platform.oversight;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;

/**
 * Somebody who is not supervised as they should be, computed and with its evidence; never a
 * judgement.
 *
 * @param rule it rests on, such as {@code L13}
 * @param what was owed
 * @param late by how long
 * @param due the deadline behind it; {@code null} where it is the plan's contacts
 * @param acts numbers of the acts that are its evidence
 * @param computed line by line, the conclusion last
 * @param why how the date behind it was counted; empty where there is none
 */
public record SupervisionGap(
    Kind kind,
    CaseId caseId,
    String rule,
    Text what,
    Text late,
    @Nullable Due due,
    List<Integer> acts,
    List<Line> computed,
    List<Line> why) {
  public SupervisionGap {
    acts = List.copyOf(acts);
    computed = List.copyOf(computed);
    why = List.copyOf(why);
  }

  /** The three ways in which supervision is missing (O1 of the rules digest). */
  public enum Kind {
    /** 脱管: lost after receipt, or never came, and not looked for in time. */
    LOST,
    /** 漏管: referred, and the agency has not taken the person in. */
    NEVER_RECEIVED,
    /** 虚管: supervised on paper only. */
    PAPER_ONLY
  }
}
