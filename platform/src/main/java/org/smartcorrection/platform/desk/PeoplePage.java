package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.CaseList;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.SealedRecords;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All cases the actor covers, and finding one by number or name. */
@Controller
class PeoplePage {
  private static final int SIZE = 25;

  private final CaseList list;
  private final Summaries summaries;
  private final Deadlines deadlines;
  private final PersonRows personRows;
  private final DueRows dueRows;
  private final PeopleSearch search;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Agencies agencies;
  private final OfficerOptions officers;
  private final SealedRecords sealed;
  private final Clock clock;

  PeoplePage(
      CaseList list,
      Summaries summaries,
      Deadlines deadlines,
      PersonRows personRows,
      DueRows dueRows,
      PeopleSearch search,
      Jurisdiction jurisdiction,
      Looks looks,
      Agencies agencies,
      OfficerOptions officers,
      SealedRecords sealed,
      Clock clock) {
    this.list = list;
    this.summaries = summaries;
    this.deadlines = deadlines;
    this.personRows = personRows;
    this.dueRows = dueRows;
    this.search = search;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.agencies = agencies;
    this.officers = officers;
    this.sealed = sealed;
    this.clock = clock;
  }

  @GetMapping("/console/people")
  String people(
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable String after,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    AgencyId custody = jurisdiction.custody(actor);
    @Nullable AgencyId own = Jurisdiction.office(actor);
    List<Agency> offices = own == null ? offices(custody) : List.of();
    List<Option> responsible = officers.of(actor, locale);
    PeopleFilter filter =
        PeopleFilter.read(
            request,
            offices.stream().map(Agency::id).toList(),
            responsible.stream().map(Option::value).toList());
    String asked = q.strip();
    boolean searching = !asked.isEmpty();
    PeopleSearch.Found found =
        searching ? search.find(actor, asked) : new PeopleSearch.Found(List.of(), false);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    Slice<Summary> page =
        searching
            ? new Slice<>(found.cases(), null)
            : list.page(filter.asked(custody, own, officers.own(actor), today), after, SIZE);
    List<DueRow> dues =
        dueRows.ofMany(deadlines.open(page.rows().stream().map(Summary::caseId).toList()), locale);
    model.addAttribute("people", personRows.of(page.rows(), dues, locale));
    model.addAttribute("imports", imports(Present.actor().role()));
    model.addAttribute("seals", sealed.keeps(actor));
    model.addAttribute("compares", imports(actor.role()) || own != null);
    model.addAttribute("next", page.next() == null ? null : filter.href(page.next()));
    model.addAttribute("first", after == null);
    model.addAttribute("q", asked);
    model.addAttribute("cut", found.cut());
    model.addAttribute("filter", filter);
    model.addAttribute("officers", responsible);
    choices(model, offices, locale);
    model.addAttribute("tally", summaries.tally(custody, own));
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "list",
        page.rows().stream().map(Summary::person).toList());
    return "desk/people";
  }

  private static void choices(Model model, List<Agency> offices, Locale locale) {
    model.addAttribute("statuses", Option.of(Summary.Status.class, "desk.status"));
    model.addAttribute("categories", Option.of(Summary.Category.class, "choice"));
    model.addAttribute("levels", Option.of(Summary.Level.class, "desk.level"));
    model.addAttribute("orders", Option.of(CaseList.Order.class, "desk.people.order"));
    model.addAttribute("days", PeopleFilter.DAYS);
    model.addAttribute(
        "offices",
        offices.stream()
            .map(office -> new Option(office.id().toString(), Text.literal(office.name(locale))))
            .toList());
  }

  private List<Agency> offices(AgencyId custody) {
    return agencies.below(custody).stream()
        .filter(agency -> agency.kind() == AgencyKind.JUDICIAL_OFFICE)
        .toList();
  }

  /** Whether the reader keeps the agency's caseload, and may take an existing one over. */
  private static boolean imports(Role role) {
    return role == Role.AGENCY_OFFICER || role == Role.BUREAU_HEAD;
  }
}
