package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.StatuteClock;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Option;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.act.Definition;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The statute clock: all that is open in the reader's jurisdiction, by whom, on which legal day,
 * why then, and what happens if it is missed.
 */
@Controller
class ClockPage {
  private static final int SIZE = 25;

  private final StatuteClock statute;
  private final ClockDays days;
  private final OverdueNotices notices;
  private final Summaries summaries;
  private final Agencies agencies;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Law law;
  private final Clock clock;

  ClockPage(
      StatuteClock statute,
      ClockDays days,
      OverdueNotices notices,
      Summaries summaries,
      Agencies agencies,
      Jurisdiction jurisdiction,
      Looks looks,
      Law law,
      Clock clock) {
    this.statute = statute;
    this.days = days;
    this.notices = notices;
    this.summaries = summaries;
    this.agencies = agencies;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.law = law;
    this.clock = clock;
  }

  /** One way to narrow down by time. */
  record Tab(Text label, int count, String href, boolean chosen, boolean pressing) {}

  @GetMapping(ClockFilter.PATH)
  String clock(
      @RequestParam(defaultValue = "") String owner,
      @RequestParam(defaultValue = "") String when,
      @RequestParam(defaultValue = "") String procedure,
      @RequestParam(defaultValue = "") String office,
      @RequestParam @Nullable String after,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    AgencyId custody = jurisdiction.custody(actor);
    @Nullable AgencyId own = Jurisdiction.office(actor);
    List<Agency> offices = own == null ? offices(custody) : List.of();
    ClockFilter filter =
        ClockFilter.read(owner, when, procedure, office, offices.stream().map(Agency::id).toList());
    StatuteClock.Asked asked = filter.asked(custody, own, actor.role());
    Instant now = clock.instant();
    Slice<StatuteClock.Open> page = statute.page(asked, filter.when(), now, after, SIZE);
    List<ClockDay> written = days.of(page.rows(), actor.role(), locale);
    model.addAttribute("days", written);
    model.addAttribute("shown", written.stream().mapToInt(day -> day.rows().size()).sum());
    model.addAttribute("filter", filter);
    model.addAttribute("tabs", tabs(filter, statute.tally(asked, now)));
    model.addAttribute("owners", Option.of(ClockFilter.Owner.class, "desk.clock.owner"));
    model.addAttribute("procedures", procedures());
    model.addAttribute("offices", offices);
    model.addAttribute("next", page.next() == null ? null : filter.href(page.next()));
    model.addAttribute("first", after == null);
    model.addAttribute("told", notices.to(actor));
    model.addAttribute("rule", notices.rule());
    looked(actor, request, page.rows());
    return "desk/clock";
  }

  private static List<Tab> tabs(ClockFilter filter, Map<StatuteClock.When, Integer> tally) {
    int all = tally.values().stream().mapToInt(Integer::intValue).sum();
    var tabs = new ArrayList<Tab>();
    tabs.add(
        new Tab(
            Text.of("desk.clock.when.ALL"),
            all,
            filter.at(null).href(),
            filter.when() == null,
            false));
    for (StatuteClock.When when : StatuteClock.When.values()) {
      int count = tally.getOrDefault(when, 0);
      tabs.add(
          new Tab(
              Text.of("desk.clock.when." + when),
              count,
              filter.at(when).href(),
              filter.when() == when,
              when == StatuteClock.When.OVERDUE && count > 0));
    }
    return tabs;
  }

  /** Procedures that owe anything, each once, whatever versions there are. */
  private List<Option> procedures() {
    return law.known().stream()
        .filter(definition -> !definition.deadlines().isEmpty())
        .map(Definition::id)
        .distinct()
        .map(id -> new Option(id, Text.of("procedure." + id)))
        .toList();
  }

  private List<Agency> offices(AgencyId custody) {
    return agencies.below(custody).stream()
        .filter(agency -> agency.kind() == AgencyKind.JUDICIAL_OFFICE)
        .toList();
  }

  private void looked(Actor actor, HttpServletRequest request, List<StatuteClock.Open> rows) {
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "list",
        summaries.all(rows.stream().map(open -> open.due().caseId()).toList()).values().stream()
            .map(Summary::person)
            .toList());
  }
}
