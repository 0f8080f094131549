package org.smartcorrection.platform.tracking;

import java.util.EnumSet;
import java.util.Set;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.stereotype.Component;

/** What holds a deletion back. */
@Component
class Holds {
  private static final String ALARM = "alarm";
  private static final Set<String> PROCEEDINGS =
      Set.of(
          "complaint",
          "lostcontact",
          "measure",
          "opinion",
          "police",
          "recall",
          "revocation",
          "warning");

  private final Instances instances;

  Holds(Instances instances) {
    this.instances = instances;
  }

  /** All that holds back what is kept of a person. */
  Set<Hold> of(PersonId person) {
    Set<Hold> holds = EnumSet.noneOf(Hold.class);
    for (Instances.OpenAbout open : instances.openAbout(person))
      if (open.entrusted()) holds.add(Hold.ENTRUSTED);
      else if (open.procedure().equals(ALARM)) holds.add(Hold.ALARM);
      else if (PROCEEDINGS.contains(open.procedure())) holds.add(Hold.PROCEEDING);
    return holds;
  }
}
