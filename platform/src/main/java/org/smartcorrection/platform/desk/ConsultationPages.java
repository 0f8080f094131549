package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where an agency finds what others ask it about people who want to move into its county (rules M23
 * to M25): what the run says, its papers, and the answer. The rest of the case stays closed until
 * it has gone over.
 */
@Controller
class ConsultationPages {
  static final String PATH = "/console/consultations";
  private static final int SIZE = 50;

  private final Consultations consultations;
  private final CaseAccess access;
  private final PossibleActs possible;
  private final Instances instances;
  private final Deadlines deadlines;
  private final Timeline timeline;
  private final DueRows dues;
  private final Hosts hosts;
  private final Agencies agencies;
  private final Looks looks;

  ConsultationPages(
      Consultations consultations,
      CaseAccess access,
      PossibleActs possible,
      Instances instances,
      Deadlines deadlines,
      Timeline timeline,
      DueRows dues,
      Hosts hosts,
      Agencies agencies,
      Looks looks) {
    this.consultations = consultations;
    this.access = access;
    this.possible = possible;
    this.instances = instances;
    this.deadlines = deadlines;
    this.timeline = timeline;
    this.dues = dues;
    this.hosts = hosts;
    this.agencies = agencies;
    this.looks = looks;
  }

  @GetMapping(PATH)
  String list(
      @RequestParam @Nullable String before,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    Slice<Running> asked =
        hosts.asked(actor.agency().id(), before == null ? null : ActFormPage.uuid(before), SIZE);
    List<Consultation> rows = consultations.of(asked.rows(), locale);
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "application",
        rows.stream().map(Consultation::person).toList());
    model.addAttribute("rows", rows);
    model.addAttribute("next", asked.next());
    return "desk/consultations";
  }

  @GetMapping(PATH + "/{id}")
  String one(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    Running run = instances.find(ActFormPage.uuid(id)).orElseThrow(NotFound::new);
    OpenedCase opened = access.openToAct(run.caseId(), request, "application");
    if (!run.id().equals(opened.answering())) throw new NotFound();
    List<Due> owed =
        deadlines.ofCase(run.caseId()).stream()
            .filter(due -> due.instance().equals(run.id()))
            .toList();
    model.addAttribute("case", opened.in());
    model.addAttribute("who", Who.of(opened.summary(), opened.person(), locale));
    model.addAttribute("asking", agencies.get(opened.in().agency()).name(locale));
    model.addAttribute("procedure", run.procedure());
    model.addAttribute("state", "state." + run.procedure() + "." + run.state());
    model.addAttribute("dues", dues.ofOne(owed, locale));
    model.addAttribute("acts", timeline.ofRun(run, locale));
    model.addAttribute("open", possible.of(opened).stream().filter(PossibleAct::open).toList());
    return "desk/consultation";
  }
}
