package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LocalNumber;

/**
 * The official act by which an agency set a number of its own (rule H6). It belongs to no case and
 * concerns no person; like every act it is never changed, only followed by a later one.
 *
 * @param custody the correction agency whose cases are counted with it
 * @param number within the acts of that agency, from 1 without gaps
 * @param before what would have counted on its first day without it
 * @param agency whose key signs it
 * @param substitution by which a deputy acted as head
 */
public record PublishedNumber(
    ActId id,
    AgencyId custody,
    int number,
    LocalNumber set,
    int before,
    String reason,
    AgencyId agency,
    AccountId account,
    PostId post,
    Role role,
    @Nullable UUID substitution,
    Instant publishedAt)
    implements AgencyAct {
  /** The type of the act; its name is the message {@code act.LocalNumberPublished}. */
  public static final String TYPE = "LocalNumberPublished";

  @Override
  public String type() {
    return TYPE;
  }
}
