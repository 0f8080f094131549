package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Whose permitted area was set by a border that the site has imported anew since. Nothing of it
 * changes by itself: an officer sets it anew, by the act with which it was set.
 */
@Controller
class OlderBorderPages {
  private static final int MOST = 2_000;

  private final Areas areas;
  private final Boundaries boundaries;
  private final Summaries summaries;
  private final Jurisdiction jurisdiction;
  private final Clock clock;

  OlderBorderPages(
      Areas areas,
      Boundaries boundaries,
      Summaries summaries,
      Jurisdiction jurisdiction,
      Clock clock) {
    this.areas = areas;
    this.boundaries = boundaries;
    this.summaries = summaries;
    this.jurisdiction = jurisdiction;
    this.clock = clock;
  }

  /** A zone of one case, and the border of today. */
  record Row(CaseId caseId, String number, Zone zone, Boundary now) {}

  @GetMapping("/console/older-borders")
  String page(Model model) {
    Actor actor = Present.actor();
    Map<CaseId, Summary> cases =
        summaries.all(
            summaries.ids(jurisdiction.custody(actor), Jurisdiction.office(actor)).stream()
                .limit(MOST)
                .toList());
    Map<PersonId, List<Zone>> bordered =
        areas.byBorder(
            cases.values().stream().map(Summary::person).distinct().toList(), clock.instant());
    Map<UUID, Boundary> newer =
        ZoneViews.newer(bordered.values().stream().flatMap(List::stream).toList(), boundaries);
    model.addAttribute(
        "rows",
        cases.values().stream()
            .filter(in -> !in.guarded()) // those are told on the case's own page
            .flatMap(
                in ->
                    bordered.getOrDefault(in.person(), List.of()).stream()
                        .filter(zone -> newer.containsKey(zone.instance()))
                        .map(zone -> row(in, zone, newer)))
            .toList());
    return "tracking/older";
  }

  private static Row row(Summary in, Zone zone, Map<UUID, Boundary> newer) {
    return new Row(
        in.caseId(), in.number(), zone, Objects.requireNonNull(newer.get(zone.instance())));
  }
}
