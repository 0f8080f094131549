package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Counties;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The counties of a city beside one another, of which its agency looks at one at a time. */
@Controller
class CountiesPage {
  private final Counties counties;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  CountiesPage(Counties counties, Jurisdiction jurisdiction, Clock clock) {
    this.counties = counties;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /**
   * One county.
   *
   * @param now whether it is the one that the reader looks at
   * @param share of what is open, what has passed, from 0 to 1
   */
  record Row(String id, String name, Counties.Standing standing, boolean now, double share) {}

  @GetMapping("/console/counties")
  String counties(Model model, Locale locale) {
    Actor actor = Present.actor();
    AgencyId now = jurisdiction.custody(actor);
    List<Agency> below = jurisdiction.counties(actor.agency());
    Map<AgencyId, Counties.Standing> standing =
        counties.standing(below.stream().map(Agency::id).toList(), clock.instant());
    model.addAttribute(
        "rows",
        below.stream()
            .map(
                county ->
                    row(
                        county,
                        standing.getOrDefault(county.id(), Counties.Standing.NONE),
                        county.id().equals(now),
                        locale))
            .toList());
    return "desk/counties";
  }

  private static Row row(Agency county, Counties.Standing standing, boolean now, Locale locale) {
    double share = standing.open() == 0 ? 0 : (double) standing.overdue() / standing.open();
    return new Row(county.id().toString(), county.name(locale), standing, now, share);
  }
}
