package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Minors;
import org.smartcorrection.platform.casework.Workloads;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Everything that waits for the head of the county bureau: what the law reserves to the head (CCL
 * 29, rules H12 and H13), and the cases for which nobody is there (rule H10).
 */
@Controller
class ApprovalsPage {
  static final String PATH = "/console/approvals";

  private final WaitingRows waiting;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Workloads workloads;
  private final Allocation allocation;
  private final Minors minors;
  private final OpeningRows openings;
  private final Law law;

  ApprovalsPage(
      WaitingRows waiting,
      Jurisdiction jurisdiction,
      Looks looks,
      Workloads workloads,
      Allocation allocation,
      Minors minors,
      OpeningRows openings,
      Law law) {
    this.waiting = waiting;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.workloads = workloads;
    this.allocation = allocation;
    this.minors = minors;
    this.openings = openings;
    this.law = law;
  }

  @GetMapping(PATH)
  String approvals(
      @RequestParam @Nullable String after,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    AgencyId custody = jurisdiction.custody(actor);
    WaitingRows.Shown shown = waiting.of(custody, actor, after, locale);
    model.addAttribute("waiting", shown.rows().rows());
    model.addAttribute(
        "next", shown.rows().next() == null ? null : PATH + "?after=" + shown.rows().next());
    model.addAttribute("first", after == null ? null : PATH);
    model.addAttribute("nobody", workloads.withoutAnybody(custody));
    model.addAttribute("gone", allocation.gone(custody).size());
    model.addAttribute("openings", openings.of(actor, locale));
    model.addAttribute("minors", minors.running(custody));
    model.addAttribute("uncharged", !minors.somebody(custody));
    model.addAttribute("charge", Basis.of("L39", law, locale));
    model.addAttribute("basis", Basis.of("L21", law, locale));
    looks.record(actor, Sessions.purpose(request, actor), "case", shown.people());
    return "desk/approvals";
  }
}
