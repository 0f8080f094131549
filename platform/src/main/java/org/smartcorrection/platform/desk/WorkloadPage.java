package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.HandOvers;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Workloads;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Text;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Who carries what in the agency and its offices, which cases have nobody, and who is still named
 * for cases without being there: questions for the head (rule H10).
 */
@Controller
class WorkloadPage {
  static final String PATH = "/console/workload";
  private static final int HAND_OVERS = 20;

  private final Allocation allocation;
  private final Workloads workloads;
  private final HandOvers handOvers;
  private final OfficerOptions officers;
  private final Jurisdiction jurisdiction;
  private final Law law;

  WorkloadPage(
      Allocation allocation,
      Workloads workloads,
      HandOvers handOvers,
      OfficerOptions officers,
      Jurisdiction jurisdiction,
      Law law) {
    this.allocation = allocation;
    this.workloads = workloads;
    this.handOvers = handOvers;
    this.officers = officers;
    this.jurisdiction = jurisdiction;
    this.law = law;
  }

  /** Somebody who is named for cases and no longer acts in the post. */
  record Gone(Text name, String account, int cases) {}

  @GetMapping(PATH)
  String workload(Model model, Locale locale) {
    AgencyId custody = jurisdiction.custody(Present.actor());
    List<WorkloadRow> rows = WorkloadRow.of(allocation.all(custody), null, officers, locale);
    model.addAttribute("rows", rows);
    model.addAttribute("nobody", workloads.withoutAnybody(custody));
    model.addAttribute(
        "gone",
        allocation.gone(custody).stream()
            .map(
                named ->
                    new Gone(
                        officers.named(named.officer(), locale),
                        named.officer().account().toString(),
                        named.cases()))
            .toList());
    model.addAttribute("horizon", workloads.horizon(custody));
    model.addAttribute("handOvers", handOvers.of(custody, HAND_OVERS));
    model.addAttribute("basis", List.of(Basis.of("H10", law, locale)));
    return "desk/workload";
  }
}
