package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Allocation;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Minors;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.casework.Workloads;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the law reserves to the head of the county bureau: electronic positioning (CCL 29). And a
 * question to the head: cases for which nobody is there (rule H10).
 */
@Controller
class ApprovalsPage {
  private static final int MOST = 20;

  private final Instances instances;
  private final Acts acts;
  private final Documents documents;
  private final Summaries summaries;
  private final People people;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Workloads workloads;
  private final Allocation allocation;
  private final Minors minors;
  private final OpeningRows openings;
  private final Law law;
  private final CommitteeSays says;
  private final MessageSource messages;

  ApprovalsPage(
      Instances instances,
      Acts acts,
      Documents documents,
      Summaries summaries,
      People people,
      Jurisdiction jurisdiction,
      Looks looks,
      Workloads workloads,
      Allocation allocation,
      Minors minors,
      OpeningRows openings,
      Law law,
      CommitteeSays says,
      MessageSource messages) {
    this.instances = instances;
    this.acts = acts;
    this.documents = documents;
    this.summaries = summaries;
    this.people = people;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.workloads = workloads;
    this.allocation = allocation;
    this.minors = minors;
    this.openings = openings;
    this.law = law;
    this.says = says;
    this.messages = messages;
  }

  @GetMapping("/console/approvals")
  String approvals(Model model, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    List<Running> proposed =
        instances.inStates(
            "positioning", List.of("PROPOSED"), jurisdiction.custody(actor).value(), MOST);
    Map<CaseId, Summary> cases = summaries.all(proposed.stream().map(Running::caseId).toList());
    Map<PersonId, Identity> names =
        people.all(cases.values().stream().map(Summary::person).toList());
    model.addAttribute(
        "proposals",
        proposed.stream()
            .filter(run -> cases.containsKey(run.caseId()))
            .map(
                run ->
                    proposal(run, Objects.requireNonNull(cases.get(run.caseId())), names, locale))
            .toList());
    AgencyId custody = jurisdiction.custody(actor);
    model.addAttribute("nobody", workloads.withoutAnybody(custody));
    model.addAttribute("gone", allocation.gone(custody).size());
    model.addAttribute("openings", openings.of(actor, locale));
    model.addAttribute("minors", minors.running(custody));
    model.addAttribute("uncharged", !minors.somebody(custody));
    model.addAttribute("charge", Basis.of("L39", law, locale));
    model.addAttribute("basis", Basis.of("L21", law, locale));
    looks.record(actor, Sessions.purpose(request, actor), "case", names.keySet());
    return "desk/approvals";
  }

  private Proposal proposal(
      Running run, Summary summary, Map<PersonId, Identity> names, Locale locale) {
    List<Document> evidence =
        acts.ofInstance(run.id()).stream()
            .flatMap(act -> documents.ofAct(act.id()).stream())
            .toList();
    return new Proposal(
        Who.of(summary, names.get(summary.person()), locale),
        run,
        messages.getMessage("choice." + run.facts().said("ground"), null, locale),
        evidence,
        says.of(run.caseId(), "PositioningApproved", run).orElse(null));
  }
}
