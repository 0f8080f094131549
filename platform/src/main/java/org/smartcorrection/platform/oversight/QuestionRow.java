package org.smartcorrection.platform.oversight;

import java.util.List;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;

/**
 * A question as the page shows it.
 *
 * @param tag how its concern is drawn
 * @param done whether what was owed was done after all
 * @param acts numbers of the acts that are its evidence
 */
record QuestionRow(
    String id,
    CaseId caseId,
    String caseNumber,
    Text title,
    Text person,
    Text concern,
    String tag,
    Text late,
    boolean done,
    LawWords.Cite cite,
    Text rule,
    List<Integer> acts) {
  QuestionRow {
    acts = List.copyOf(acts);
  }

  /**
   * How a question came about.
   *
   * @param computed line by line, the conclusion last
   * @param why how the date behind it was counted; empty where there is none
   */
  record Origin(List<Line> computed, List<Line> why) {
    Origin {
      computed = List.copyOf(computed);
      why = List.copyOf(why);
    }
  }
}
