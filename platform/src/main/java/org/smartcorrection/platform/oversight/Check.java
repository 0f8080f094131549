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
 * @param size of the tree under the checkpoint, {@code root} its head in Base64
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
    long size,
    String root,
    long micros) {
  Check {
    broken = List.copyOf(broken);
    places = List.copyOf(places);
  }

  /** Whether nothing was found changed. */
  public boolean stands() {
    return broken.isEmpty() && places.isEmpty();
  }

  /** The tree head as people compare it: its beginning and its end. */
  public String shortRoot() {
    return root.length() <= 20
        ? root
        : root.substring(0, 10) + " … " + root.substring(root.length() - 8);
  }

  /** How long it took, in milliseconds. */
  public long millis() {
    return Math.max(1, micros / 1000);
  }
}
