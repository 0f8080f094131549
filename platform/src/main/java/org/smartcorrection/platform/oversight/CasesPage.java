package org.smartcorrection.platform.oversight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.evidence.CaseProofs;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.shell.Folded;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cases of the area, live: the same facts at the same time as the agency has them. */
@Controller
class CasesPage {
  private static final int LISTED = 12;

  private static final int PAGE = 50;

  private final Questions questions;
  private final Area area;
  private final CaseFile file;
  private final Matters matters;
  private final Checking checking;
  private final Checks checks;
  private final CaseProofs proofs;
  private final Cases cases;
  private final Summaries summaries;
  private final People people;
  private final Looks looks;

  CasesPage(
      Questions questions,
      Area area,
      CaseFile file,
      Matters matters,
      Checking checking,
      Checks checks,
      CaseProofs proofs,
      Cases cases,
      Summaries summaries,
      People people,
      Looks looks) {
    this.questions = questions;
    this.area = area;
    this.file = file;
    this.matters = matters;
    this.checking = checking;
    this.checks = checks;
    this.proofs = proofs;
    this.cases = cases;
    this.summaries = summaries;
    this.people = people;
    this.looks = looks;
  }

  @GetMapping("/oversight/cases")
  String list(@RequestParam Optional<String> before, Model model, Locale locale) {
    list(before, locale, model);
    return "oversight/cases";
  }

  /** The rows alone, for pages that are open while acts happen. */
  @GetMapping("/oversight/cases/rows")
  String rows(@RequestParam Optional<String> before, Model model, Locale locale) {
    list(before, locale, model);
    return "oversight/cases :: live";
  }

  private void list(Optional<String> given, Locale locale, Model model) {
    Actor actor = Present.actor();
    // the first page's own address says "before nothing"
    Optional<String> before = given.filter(key -> !key.isEmpty());
    Slice<Summary> page =
        questions
            .custody(actor)
            .map(custody -> summaries.page(custody, null, before.orElse(null), PAGE))
            .orElse(new Slice<>(List.of(), null));
    List<PersonId> shown = page.rows().stream().map(Summary::person).toList();
    looks.record(actor, ReadPurpose.PROCURATORIAL_SUPERVISION, "list", shown);
    model.addAttribute("page", page);
    model.addAttribute("names", new Names(people.all(shown), locale));
    model.addAttribute("before", before.orElse(null));
  }

  @GetMapping("/oversight/cases/{id}")
  String open(
      @PathVariable String id,
      @RequestParam Optional<Integer> before,
      @RequestParam Optional<String> unchecked,
      Model model,
      Locale locale) {
    show(CaseId.of(id), before.orElse(Integer.MAX_VALUE), model, locale);
    model.addAttribute("unchecked", unchecked.isPresent());
    return "oversight/case";
  }

  /** What changes while the page is open. */
  @GetMapping("/oversight/cases/{id}/live")
  String live(
      @PathVariable String id, @RequestParam Optional<Integer> before, Model model, Locale locale) {
    show(CaseId.of(id), before.orElse(Integer.MAX_VALUE), model, locale);
    return "oversight/case :: live";
  }

  @PostMapping("/oversight/cases/{id}/check")
  String check(@PathVariable String id) {
    Actor actor = Present.actor();
    Summary in = area.open(actor, CaseId.of(id));
    looks.record(actor, ReadPurpose.PROCURATORIAL_SUPERVISION, "case", List.of(in.person()));
    String page = "redirect:/oversight/cases/" + in.caseId();
    try {
      checks.add(checking.of(cases.get(in.caseId())), actor.account());
      return page + "#verify";
    } catch (Refused _) {
      return page + "?unchecked#verify";
    }
  }

  private void show(CaseId id, int before, Model model, Locale locale) {
    Actor actor = Present.actor();
    Summary in = area.open(actor, id);
    looks.record(actor, ReadPurpose.PROCURATORIAL_SUPERVISION, "case", List.of(in.person()));
    var names = new Names(people.all(List.of(in.person())), locale);
    model.addAttribute("in", in);
    model.addAttribute("person", names.of(in.person()));
    model.addAttribute("timeline", file.timeline(id, before, locale));
    model.addAttribute("before", before == Integer.MAX_VALUE ? null : before);
    model.addAttribute("dues", Folded.of(file.deadlines(id, locale), LISTED));
    model.addAttribute("alarms", file.alarms(id));
    model.addAttribute("documents", Folded.of(file.documents(id), LISTED));
    model.addAttribute("opinions", matters.ofCase(Matters.OPINION, id));
    model.addAttribute("check", checks.latest(id).orElse(null));
    model.addAttribute("logs", proofs.logs(cases.get(id)));
  }
}
