package org.smartcorrection.platform.my;

import java.util.Optional;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.springframework.stereotype.Component;

/** Which procuratorate supervises which agency. */
@Component
class Procuratorates {
  private final Agencies agencies;

  Procuratorates(Agencies agencies) {
    this.agencies = agencies;
  }

  /** The procuratorate of the same area, when this installation reaches one. */
  Optional<Agency> of(Agency agency) {
    return agencies.ofKind(AgencyKind.PROCURATORATE).stream()
        .filter(procuratorate -> procuratorate.shortCode().equals(agency.shortCode()))
        .findFirst();
  }
}
