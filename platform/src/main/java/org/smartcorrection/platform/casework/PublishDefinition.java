package org.smartcorrection.platform.casework;

import java.time.LocalDate;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.local.LocalDefinition;

/**
 * Publishes a procedure of an agency's own.
 *
 * @param custody the correction agency whose cases will follow it
 * @param validFrom first legal day on which a run may begin with it
 * @param reason why, in words; it names nobody
 */
public record PublishDefinition(
    AgencyId custody, LocalDefinition wanted, LocalDate validFrom, String reason, Actor by) {
  public PublishDefinition {
    if (reason.isBlank()) throw new IllegalArgumentException("an official act has its reason");
  }
}
