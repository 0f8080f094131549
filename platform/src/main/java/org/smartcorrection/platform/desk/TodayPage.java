package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Ribbon;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What an officer sees first: what is due, when, why then, and for whom. */
@Controller
class TodayPage {
  private static final int SHOWN = 25;
  private static final int PEOPLE = 12;

  private final Deadlines deadlines;
  private final Summaries summaries;
  private final DueRows dueRows;
  private final PersonRows personRows;
  private final Applications applications;
  private final RecentActs recent;
  private final OpeningRows openings;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Law law;
  private final Clock clock;

  TodayPage(
      Deadlines deadlines,
      Summaries summaries,
      DueRows dueRows,
      PersonRows personRows,
      Applications applications,
      RecentActs recent,
      OpeningRows openings,
      Jurisdiction jurisdiction,
      Looks looks,
      Law law,
      Clock clock) {
    this.deadlines = deadlines;
    this.summaries = summaries;
    this.dueRows = dueRows;
    this.personRows = personRows;
    this.applications = applications;
    this.recent = recent;
    this.openings = openings;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.law = law;
    this.clock = clock;
  }

  @GetMapping("/console")
  String today(Model model, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    due(model, request, locale);
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    List<Summary> mine =
        summaries
            .page(jurisdiction.custody(actor), Jurisdiction.office(actor), null, PEOPLE)
            .rows();
    model.addAttribute("today", today);
    model.addAttribute("openings", openings.of(actor, locale));
    model.addAttribute(
        "people",
        personRows.of(
            mine,
            dueRows.ofMany(deadlines.open(mine.stream().map(Summary::caseId).toList()), locale),
            locale));
    model.addAttribute("ribbon", ribbon(actor, today, locale));
    model.addAttribute("provisional", !law.calendar().hasData(today.plusWeeks(3).getYear()));
    model.addAttribute("applications", applications.waiting(actor, locale));
    looked(actor, request, mine.stream().map(Summary::person).toList());
    return "desk/today";
  }

  /** The table of what is due, for a page that is open already. */
  @GetMapping("/console/due")
  String dueAlone(Model model, HttpServletRequest request, Locale locale) {
    due(model, request, locale);
    return "desk/today :: due";
  }

  /** The applications that wait, for a page that is open already. */
  @GetMapping("/console/applications/list")
  String applicationsAlone(Model model, Locale locale) {
    model.addAttribute("applications", applications.waiting(Present.actor(), locale));
    return "desk/today :: applications";
  }

  /** The latest acts with their receipts, for a page that is open already. */
  @GetMapping("/console/receipts")
  String receipts(Model model, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    List<RecentActs.Row> rows = recent.ofWeek(actor, locale);
    model.addAttribute("receipts", rows);
    model.addAttribute("sealed", rows.stream().filter(row -> row.receipt().index() >= 0).count());
    return "desk/today :: receipts";
  }

  private Ribbon ribbon(Actor actor, LocalDate today, Locale locale) {
    Map<LocalDate, Deadlines.OfDay> days =
        deadlines.days(
            jurisdiction.custody(actor),
            Jurisdiction.office(actor),
            today,
            StatuteRibbon.last(today, law.calendar()),
            StatuteRibbon.FLAGS_A_DAY);
    List<Due> first = days.values().stream().flatMap(day -> day.first().stream()).toList();
    var totals = new HashMap<LocalDate, Integer>();
    days.forEach((day, due) -> totals.put(day, due.total()));
    return StatuteRibbon.of(today, law.calendar(), dueRows.ofMany(first, locale), totals);
  }

  private void due(Model model, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    Instant now = clock.instant();
    AgencyId custody = jurisdiction.custody(actor);
    @Nullable AgencyId office = Jurisdiction.office(actor);
    List<DueRow> shown = dueRows.ofMany(deadlines.open(custody, office, SHOWN), locale);
    Deadlines.Tally tally = deadlines.tally(custody, office, now, LegalCalendar.legalDay(now));
    model.addAttribute("dues", shown);
    model.addAttribute("more", tally.open() - shown.size());
    model.addAttribute("overdue", tally.over());
    model.addAttribute("dueToday", tally.today());
    var seen = new ArrayList<PersonId>();
    summaries
        .all(shown.stream().map(row -> row.due().caseId()).toList())
        .values()
        .forEach(summary -> seen.add(summary.person()));
    looked(actor, request, seen);
  }

  private void looked(Actor actor, HttpServletRequest request, List<PersonId> people) {
    looks.record(actor, Sessions.purpose(request, actor), "list", people);
  }
}
