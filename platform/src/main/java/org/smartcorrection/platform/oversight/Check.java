package org.smartcorrection.platform.oversight;

import java.time.Instant;
import java.util.List;
import org.smartcorrection.platform.kernel.CaseId;

/**
 * What came of comparing a case with the ledger.
 *
 * @param sound acts whose proof held
 * @param waiting acts that have no place in the ledger yet, or whose data were destroyed by law
 * @param broken numbers of acts that do not say what was recorded, or are missing; 0 stands for the
 *     case as a whole
 * @param places where else the standing comparison found a difference
 * @param heads of the logs under which all proofs were
 * @param micros how long it took
 */
record Check(
    CaseId caseId,
    Instant at,
    int acts,
    int sound,
    int waiting,
    List<Integer> broken,
    List<String> places,
    List<Head> heads,
    long micros) {
  Check {
    broken = List.copyOf(broken);
    places = List.copyOf(places);
    heads = List.copyOf(heads);
  }

  /**
   * The head of a log.
   *
   * @param log its name, such as {@code justice}
   * @param size of the tree under it
   * @param root in Base64
   */
  record Head(String log, long size, String root) {
    /** The root as people compare it: its beginning and its end. */
    public String shortRoot() {
      return root.length() <= 20
          ? root
          : root.substring(0, 10) + " … " + root.substring(root.length() - 8);
    }
  }

  /** Whether nothing was found changed. */
  public boolean stands() {
    return broken.isEmpty() && places.isEmpty();
  }

  /** How long it took, in milliseconds. */
  public long millis() {
    return Math.max(1, micros / 1000);
  }
}
