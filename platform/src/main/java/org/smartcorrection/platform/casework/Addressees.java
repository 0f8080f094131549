package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Posted;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/**
 * How whoever an act informs is reached: on the pages of a post of this installation, or by a copy
 * on paper. The court is the one that acted in the case itself; a decision that came on paper came
 * from a court elsewhere.
 */
@Component
public class Addressees {
  private final Posted posted;
  private final Acts acts;
  private final Clock clock;

  Addressees(Posted posted, Acts acts, Clock clock) {
    this.posted = posted;
    this.acts = acts;
    this.clock = clock;
  }

  /** The post that an act tells on its own pages; empty when there is none that anybody holds. */
  public Optional<Role> post(org.smartcorrection.procedure.act.Role told, ActRecorded recorded) {
    return told == org.smartcorrection.procedure.act.Role.HOST_AGENCY
        ? Hosts.of(recorded.instance()).map(_ -> Role.HOST_AGENCY)
        : post(told, recorded.in());
  }

  /** The same for whoever is no agency of another place. */
  public Optional<Role> post(org.smartcorrection.procedure.act.Role told, Case in) {
    return switch (told) {
      case COURT, DECISION_ORGAN -> courtIsHere(in) ? Optional.of(Role.COURT) : Optional.empty();
      case PROSECUTOR -> held(Role.PROSECUTOR, in);
      case CITY_AGENCY -> held(Role.CITY_AGENCY, in);
      case AGENCY_OFFICER, JUDICIAL_OFFICE, BUREAU_HEAD, SUBJECT, SYSTEM ->
          Optional.of(Role.valueOf(told.name()));
      case CUSTODIAN, POLICE, HOST_AGENCY -> Optional.empty();
    };
  }

  /** What the organ is called, where the installation knows one of that kind in the area. */
  public Optional<org.smartcorrection.platform.organisation.Agency> organ(
      org.smartcorrection.procedure.act.Role told, AgencyId custody) {
    return switch (told) {
      case POLICE -> posted.area(AgencyKind.POLICE, custody).findFirst();
      case PROSECUTOR -> posted.area(AgencyKind.PROCURATORATE, custody).findFirst();
      case COURT,
          CITY_AGENCY,
          CUSTODIAN,
          HOST_AGENCY,
          DECISION_ORGAN,
          AGENCY_OFFICER,
          JUDICIAL_OFFICE,
          BUREAU_HEAD,
          SUBJECT,
          SYSTEM ->
          Optional.empty();
    };
  }

  private Optional<Role> held(Role role, Case in) {
    return organs(role, in).isEmpty() ? Optional.empty() : Optional.of(role);
  }

  private boolean courtIsHere(Case in) {
    return acts.by(in.id(), Role.COURT, organs(Role.COURT, in));
  }

  private List<AgencyId> organs(Role role, Case in) {
    return posted.of(role, in.agency(), LegalCalendar.legalDay(clock.instant()));
  }
}
