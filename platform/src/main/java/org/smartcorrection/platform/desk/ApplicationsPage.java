package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The leaves that wait for a decision. */
@Controller
class ApplicationsPage {
  private final Applications applications;
  private final Consultations consultations;
  private final Hosts hosts;
  private final Cases cases;
  private final Looks looks;

  ApplicationsPage(
      Applications applications,
      Consultations consultations,
      Hosts hosts,
      Cases cases,
      Looks looks) {
    this.applications = applications;
    this.consultations = consultations;
    this.hosts = hosts;
    this.cases = cases;
    this.looks = looks;
  }

  @GetMapping("/console/applications")
  String applications(Model model, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    List<Application> waiting = applications.waiting(actor, locale);
    List<Consultation> disputes = consultations.disputes(actor, locale);
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "application",
        Stream.concat(
                waiting.stream().map(row -> cases.get(row.leave().caseId())).map(Case::person),
                disputes.stream().map(Consultation::person))
            .toList());
    model.addAttribute("disputes", disputes);
    model.addAttribute(
        "elsewhere",
        actor.role() == Role.AGENCY_OFFICER ? hosts.countAsked(actor.agency().id()) : 0);
    model.addAttribute("applications", waiting);
    return "desk/applications";
  }
}
