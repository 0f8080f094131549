package org.smartcorrection.platform.publication;

import java.util.List;
import org.smartcorrection.platform.lab.PublicRates;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.springframework.stereotype.Component;

/** How often alarms turned out to be false, by agency, as far as the public may know it. */
@Component
class AlarmFigures {
  private final Agencies agencies;
  private final PublicRates rates;

  AlarmFigures(Agencies agencies, PublicRates rates) {
    this.agencies = agencies;
    this.rates = rates;
  }

  /** The false alarms of one agency. */
  record OfAgency(Agency agency, PublicRates.OfAgency rates) {}

  /** Of every correction agency, also where nothing can be told. */
  List<OfAgency> all() {
    return agencies.ofKind(AgencyKind.CORRECTION_AGENCY).stream()
        .map(agency -> new OfAgency(agency, rates.of(agency.id())))
        .toList();
  }
}
