package org.smartcorrection.platform.desk;

import java.util.Optional;
import org.smartcorrection.platform.organisation.Role;

/** The role in which a post appears in the procedures. */
final class LawRole {
  private LawRole() {}

  /** Empty for those who keep accounts or audit: they have no part in any procedure. */
  static Optional<org.smartcorrection.procedure.act.Role> of(Role role) {
    return switch (role) {
      case AUDITOR, ADMINISTRATOR -> Optional.empty();
      case COURT,
          AGENCY_OFFICER,
          JUDICIAL_OFFICE,
          BUREAU_HEAD,
          CITY_AGENCY,
          PROSECUTOR,
          HOST_AGENCY,
          SUBJECT,
          SYSTEM ->
          Optional.of(org.smartcorrection.procedure.act.Role.valueOf(role.name()));
    };
  }
}
