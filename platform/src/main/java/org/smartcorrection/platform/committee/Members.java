package org.smartcorrection.platform.committee;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Staffing;
import org.springframework.stereotype.Component;

/**
 * Whose posts can belong to a committee: officers of the agency, and deputies of the head. The
 * head, who decides, does not vote on the advice (CCL 29).
 */
@Component
public class Members {
  private final Staffing staffing;
  private final Agencies agencies;

  Members(Staffing staffing, Agencies agencies) {
    this.staffing = staffing;
    this.agencies = agencies;
  }

  /** The posts that can be members, with whoever holds them on this day. */
  public List<Staffing.Held> candidates(AgencyId agency, LocalDate today) {
    var bureau = agencies.get(agency).parent();
    Stream<Staffing.Held> deputies =
        bureau == null
            ? Stream.of()
            : staffing.of(bureau, today).stream()
                .filter(held -> held.role() == Role.BUREAU_HEAD && held.deputy());
    Stream<Staffing.Held> officers =
        staffing.of(agency, today).stream().filter(held -> held.role() == Role.AGENCY_OFFICER);
    return Stream.concat(deputies, officers)
        .filter(held -> held.account() != null && !held.disabled())
        .toList();
  }
}
