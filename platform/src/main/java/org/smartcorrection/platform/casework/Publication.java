package org.smartcorrection.platform.casework;

import java.util.List;
import org.smartcorrection.procedure.Reason;

/** What became of a number that an agency wanted to set. */
public sealed interface Publication {
  record Published(PublishedNumber act) implements Publication {}

  record Refused(List<Reason> reasons) implements Publication {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
