package org.smartcorrection.platform.casework;

import java.util.List;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Flaw;

/** What became of a procedure that an agency wanted to publish. */
public sealed interface DefinitionPublication {
  record Published(PublishedDefinition act) implements DefinitionPublication {}

  /** The law does not allow it so. */
  record Flawed(List<Flaw> flaws) implements DefinitionPublication {
    public Flawed {
      flaws = List.copyOf(flaws);
    }
  }

  record Refused(List<Reason> reasons) implements DefinitionPublication {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
