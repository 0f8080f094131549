package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LocalNumber;

/**
 * Sets a number of an agency's own.
 *
 * @param custody the correction agency whose cases will be counted with it
 * @param reason why, in words; it names nobody
 */
public record PublishNumber(AgencyId custody, LocalNumber wanted, String reason, Actor by) {
  public PublishNumber {
    if (reason.isBlank()) throw new IllegalArgumentException("an official act has its reason");
  }
}
