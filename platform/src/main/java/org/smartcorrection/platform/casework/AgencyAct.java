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
 * What an agency does officially without a case (rules H6, H9). It concerns no person; like every
 * act it is never changed, only followed by a later one.
 */
public sealed interface AgencyAct permits PublishedNumber, PublishedDefinition, SubstitutionAct {
  ActId id();

  /** The correction agency whose cases follow it. */
  AgencyId custody();

  /** Within the acts of that agency, from 1 without gaps. */
  int number();

  /** Of the act; its name is the message {@code act.<type>}. */
  String type();

  String reason();

  /** Whose key signs it. */
  AgencyId agency();

  AccountId account();

  PostId post();

  Role role();

  /** By which a deputy acted as head; {@code null} for the head. */
  @Nullable UUID substitution();

  Instant publishedAt();
}
