package org.smartcorrection.platform.oversight;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who is in the register without the decision that would put them there (H7): from an old register,
 * until the agency shows the decision or time deletes the case.
 */
@Controller
class UnverifiedPage {
  private static final int PAGE = 50;

  private final Questions questions;
  private final Summaries summaries;
  private final Deadlines deadlines;
  private final People people;
  private final Looks looks;
  private final LawWords law;

  UnverifiedPage(
      Questions questions,
      Summaries summaries,
      Deadlines deadlines,
      People people,
      Looks looks,
      LawWords law) {
    this.questions = questions;
    this.summaries = summaries;
    this.deadlines = deadlines;
    this.people = people;
    this.looks = looks;
    this.law = law;
  }

  @GetMapping("/oversight/unverified")
  String list(@RequestParam Optional<String> after, Model model, Locale locale) {
    Actor actor = Present.actor();
    @Nullable String key = after.filter(given -> !given.isEmpty()).orElse(null);
    Slice<Summary> page =
        questions
            .custody(actor)
            .map(custody -> summaries.standing(custody, Summary.Status.UNVERIFIED, key, PAGE))
            .orElse(new Slice<>(List.of(), null));
    List<PersonId> shown = page.rows().stream().map(Summary::person).toList();
    looks.record(actor, ReadPurpose.PROCURATORIAL_SUPERVISION, "list", shown);
    Map<CaseId, LocalDate> until =
        deadlines.open(page.rows().stream().map(Summary::caseId).toList()).stream()
            .filter(due -> due.rule().equals("H7"))
            .collect(Collectors.toMap(Due::caseId, Due::day, (first, _) -> first));
    model.addAttribute("page", page);
    model.addAttribute("until", until);
    model.addAttribute("names", new Names(people.all(shown), locale));
    model.addAttribute("cite", law.cite("H7", locale));
    return "oversight/unverified";
  }
}
