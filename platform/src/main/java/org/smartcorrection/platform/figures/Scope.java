package org.smartcorrection.platform.figures;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.shell.Text;

/**
 * Whose cases a report counts.
 *
 * @param name as addresses say it
 * @param offices only what is entrusted to these judicial offices; {@code null} for all
 */
record Scope(String name, Text label, List<AgencyId> agencies, @Nullable List<AgencyId> offices) {
  Scope {
    agencies = List.copyOf(agencies);
    offices = offices == null ? null : List.copyOf(offices);
  }

  UUID[] agencyIds() {
    return ids(agencies);
  }

  UUID @Nullable [] officeIds() {
    return offices == null ? null : ids(offices);
  }

  private static UUID[] ids(List<AgencyId> agencies) {
    return agencies.stream().map(AgencyId::value).toArray(UUID[]::new);
  }
}
