package org.smartcorrection.platform.roster;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.organisation.Staffing;
import org.smartcorrection.platform.organisation.Substitution;
import org.smartcorrection.platform.organisation.Substitutions;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Who leads the bureau of an agency today. */
@Component
public class Superiors {
  private final Agencies agencies;
  private final Staffing staffing;
  private final Substitutions substitutions;
  private final Clock clock;

  Superiors(Agencies agencies, Staffing staffing, Substitutions substitutions, Clock clock) {
    this.agencies = agencies;
    this.staffing = staffing;
    this.substitutions = substitutions;
    this.clock = clock;
  }

  /** The deputies of the head, and whoever acts in their place. */
  public List<AccountId> deputies(AgencyId custody) {
    return acting(custody, true);
  }

  /** Whoever acts as head: the holder of the post, or the acting head. */
  public List<AccountId> heads(AgencyId custody) {
    return acting(custody, false);
  }

  private List<AccountId> acting(AgencyId custody, boolean deputy) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    return bureau(custody).map(bureau -> staffing.of(bureau, today)).orElse(List.of()).stream()
        .filter(held -> held.role() == Role.BUREAU_HEAD && held.deputy() == deputy)
        .flatMap(held -> acting(held, today).stream())
        .distinct()
        .toList();
  }

  private Optional<AccountId> acting(Staffing.Held held, LocalDate today) {
    return substitutions
        .inForce(held.post(), today)
        .map(Substitution::account)
        .or(() -> Optional.ofNullable(held.account()).filter(_ -> !held.disabled()));
  }

  Stream<Staffing.Held> leading(AgencyId custody) {
    return bureau(custody).stream().flatMap(bureau -> held(bureau, Role.BUREAU_HEAD));
  }

  /** Those who hold a post of this role. */
  Stream<Staffing.Held> held(AgencyId agency, Role role) {
    return staffing.of(agency, LegalCalendar.legalDay(clock.instant())).stream()
        .filter(held -> held.role() == role && held.account() != null && !held.disabled());
  }

  private Optional<AgencyId> bureau(AgencyId custody) {
    @Nullable AgencyId at = custody;
    while (at != null && agencies.get(at).kind() != AgencyKind.JUSTICE_BUREAU)
      at = agencies.get(at).parent();
    return Optional.ofNullable(at);
  }
}
