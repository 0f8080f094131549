package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All cases the actor covers, and finding one by number or name. */
@Controller
class PeoplePage {
  private static final int SIZE = 25;

  private final Summaries summaries;
  private final Deadlines deadlines;
  private final PersonRows personRows;
  private final DueRows dueRows;
  private final PeopleSearch search;
  private final Jurisdiction jurisdiction;
  private final Looks looks;

  PeoplePage(
      Summaries summaries,
      Deadlines deadlines,
      PersonRows personRows,
      DueRows dueRows,
      PeopleSearch search,
      Jurisdiction jurisdiction,
      Looks looks) {
    this.summaries = summaries;
    this.deadlines = deadlines;
    this.personRows = personRows;
    this.dueRows = dueRows;
    this.search = search;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
  }

  @GetMapping("/console/people")
  String people(
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable String before,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    String asked = q.strip();
    boolean searching = !asked.isEmpty();
    PeopleSearch.Found found =
        searching ? search.find(actor, asked) : new PeopleSearch.Found(List.of(), false);
    Slice<Summary> page =
        searching
            ? new Slice<>(found.cases(), null)
            : summaries.page(
                jurisdiction.custody(actor), Jurisdiction.office(actor), key(before), SIZE);
    List<DueRow> dues =
        dueRows.ofMany(deadlines.open(page.rows().stream().map(Summary::caseId).toList()), locale);
    model.addAttribute("people", personRows.of(page.rows(), dues, locale));
    model.addAttribute("next", page.next());
    model.addAttribute("first", before == null);
    model.addAttribute("imports", imports(Present.actor().role()));
    model.addAttribute("q", asked);
    model.addAttribute("cut", found.cut());
    model.addAttribute(
        "tally", summaries.tally(jurisdiction.custody(actor), Jurisdiction.office(actor)));
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "list",
        page.rows().stream().map(Summary::person).toList());
    return "desk/people";
  }

  private static @Nullable String key(@Nullable String before) {
    if (before == null) return null;
    try {
      return UUID.fromString(before).toString();
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }

  /** Whether the reader keeps the agency's caseload, and may take an existing one over. */
  private static boolean imports(Role role) {
    return role == Role.AGENCY_OFFICER || role == Role.BUREAU_HEAD;
  }
}
