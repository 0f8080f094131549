package org.smartcorrection.platform.welfare;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.smartcorrection.location.protocol.VitalSign;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * What lets signs of the body be kept, as the acts of the procedure {@code welfare} add up to (PIPL
 * 28, 29).
 *
 * @param id the run of the procedure
 * @param from nothing that was measured before is kept
 * @param until it ends by itself then, whether or not anybody records it
 */
record HealthGround(
    UUID id,
    CaseId caseId,
    PersonId person,
    AgencyId custody,
    Set<VitalSign> signs,
    Sees sees,
    Instant from,
    Instant until) {
  static final String PROCEDURE = "welfare";
  static final String RULE = "H17";

  HealthGround {
    // in the order of the list, for people who read it
    signs = Collections.unmodifiableSet(new TreeSet<>(signs));
  }

  /** Who may see the values: a closed list, chosen by the person. */
  enum Sees {
    RESPONSIBLE_OFFICER,
    OFFICERS_OF_CASE
  }
}
