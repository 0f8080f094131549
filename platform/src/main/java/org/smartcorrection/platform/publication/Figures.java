package org.smartcorrection.platform.publication;

import java.util.Arrays;
import java.util.List;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.springframework.stereotype.Component;

/** The public figures: counted from what acts add up to, by agency and by where cases stand. */
@Component
class Figures {
  private final Agencies agencies;
  private final Summaries summaries;

  Figures(Agencies agencies, Summaries summaries) {
    this.agencies = agencies;
    this.summaries = summaries;
  }

  /** The figures of one agency, in the order of a case's life. */
  record OfAgency(Agency agency, List<Figure> figures) {
    OfAgency {
      figures = List.copyOf(figures);
    }
  }

  /** Correction agencies only: what others keep is not for the public, not even as a number. */
  List<OfAgency> all() {
    return agencies.ofKind(AgencyKind.CORRECTION_AGENCY).stream().map(this::of).toList();
  }

  private OfAgency of(Agency agency) {
    var tally = summaries.tally(agency.id(), null);
    List<Figure> figures =
        Arrays.stream(Summary.Status.values())
            .map(status -> Figure.of(status, tally.getOrDefault(status, 0)))
            .toList();
    return new OfAgency(agency, figures);
  }
}
