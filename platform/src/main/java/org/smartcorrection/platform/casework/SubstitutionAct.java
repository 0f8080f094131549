package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Substitution;

/**
 * The official act by which somebody acts in another's place, an acting head among them, or by
 * which that ended before its time (rule H9).
 *
 * @param custody the correction agency to which the post belongs
 * @param of as it was recorded
 * @param agency whose key signs it
 */
public record SubstitutionAct(
    ActId id,
    AgencyId custody,
    int number,
    Substitution of,
    boolean ended,
    AgencyId agency,
    AccountId account,
    PostId post,
    Role role,
    Instant publishedAt)
    implements AgencyAct {

  /** The types of the acts; their names are the messages {@code act.<type>}. */
  @Override
  public String type() {
    return ended ? "SubstitutionEnded" : "SubstitutionRecorded";
  }

  /** An order is its own reason; of any other substitution nobody asks for one. */
  @Override
  public String reason() {
    return of.order() == null ? "" : of.order().number();
  }

  /** A substitute passes nothing on: nobody records one in another's place. */
  @Override
  public @Nullable UUID substitution() {
    return null;
  }
}
