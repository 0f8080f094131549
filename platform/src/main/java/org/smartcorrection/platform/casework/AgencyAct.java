package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Role;

/**
 * What an agency does officially without a case (rules H6, H9, H11). It concerns no person; like
 * every act it is never changed, only followed by a later one.
 */
public sealed interface AgencyAct
    permits PublishedNumber, PublishedDefinition, SubstitutionAct, HouseAct {
  /** Its place among the acts of the agency, and who did it. */
  Made made();

  /** Of the act; its name is the message {@code act.<type>}. */
  String type();

  String reason();

  /**
   * What every act of an agency says, whatever it is about.
   *
   * @param custody the correction agency whose cases follow it
   * @param number within the acts of that agency, from 1 without gaps
   * @param agency whose key signs it
   * @param substitution by which a deputy acted as head; {@code null} for the head
   */
  record Made(
      ActId id,
      AgencyId custody,
      int number,
      AgencyId agency,
      AccountId account,
      PostId post,
      Role role,
      @Nullable UUID substitution,
      Instant at) {}

  default ActId id() {
    return made().id();
  }

  default AgencyId custody() {
    return made().custody();
  }

  default int number() {
    return made().number();
  }

  default AgencyId agency() {
    return made().agency();
  }

  default AccountId account() {
    return made().account();
  }

  default PostId post() {
    return made().post();
  }

  default Role role() {
    return made().role();
  }

  default @Nullable UUID substitution() {
    return made().substitution();
  }

  default Instant publishedAt() {
    return made().at();
  }
}
