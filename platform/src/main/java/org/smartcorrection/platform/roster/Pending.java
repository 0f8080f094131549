package org.smartcorrection.platform.roster;

import org.smartcorrection.platform.kernel.AgencyId;

/** What a turn of duty leaves to the next, as those know it whose work it is. */
public interface Pending {
  Count of(AgencyId custody);

  /**
   * How much there is.
   *
   * @param open alarms, {@code unseen} of them acknowledged by nobody
   */
  record Count(int open, int unseen) {}
}
