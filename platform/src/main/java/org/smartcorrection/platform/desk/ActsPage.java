package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.smartcorrection.platform.kernel.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What may be done in a case now, and what may not, with the reason. */
@Controller
class ActsPage {
  private final CaseAccess access;
  private final PossibleActs possible;

  ActsPage(CaseAccess access, PossibleActs possible) {
    this.access = access;
    this.possible = possible;
  }

  @GetMapping("/console/cases/{id}/acts")
  String acts(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    OpenedCase opened = access.open(CaseId.of(id), request, "case");
    List<PossibleAct> acts = possible.of(opened);
    model.addAttribute("case", opened.in());
    model.addAttribute("who", Who.of(opened.summary(), opened.person(), locale));
    model.addAttribute(
        "open", acts.stream().filter(act -> act.open() && act.instance() != null).toList());
    model.addAttribute(
        "begin",
        acts.stream()
            .filter(act -> act.open() && act.instance() == null)
            .collect(
                Collectors.groupingBy(PossibleAct::family, TreeMap::new, Collectors.toList())));
    model.addAttribute("locked", acts.stream().filter(act -> !act.open()).toList());
    return "desk/acts";
  }
}
