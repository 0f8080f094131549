package org.smartcorrection.platform.evidence;

import java.util.Set;
import org.smartcorrection.platform.kernel.CaseId;

/** Entries of these cases got their places in the log; their receipts changed. */
public record EntriesOrdered(Set<CaseId> cases) {
  public EntriesOrdered {
    cases = Set.copyOf(cases);
  }
}
