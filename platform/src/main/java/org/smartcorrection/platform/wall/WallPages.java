package org.smartcorrection.platform.wall;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.evidence.Mismatches;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.roster.OnDuty;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The screen of the command centre and the parts of it that change. */
@Controller
class WallPages {
  private static final Duration LAST_HOUR = Duration.ofHours(1);
  private static final int LINES = 12;

  private final Jurisdiction jurisdiction;
  private final Agencies agencies;
  private final Summaries summaries;
  private final OpenAlarms alarms;
  private final Feed feed;
  private final Receipts receipts;
  private final Mismatches mismatches;
  private final OnDuty onDuty;
  private final MapPages map;
  private final Looks looks;
  private final Clock clock;

  WallPages(
      Jurisdiction jurisdiction,
      Agencies agencies,
      Summaries summaries,
      OpenAlarms alarms,
      Feed feed,
      Receipts receipts,
      Mismatches mismatches,
      OnDuty onDuty,
      MapPages map,
      Looks looks,
      Clock clock) {
    this.jurisdiction = jurisdiction;
    this.agencies = agencies;
    this.summaries = summaries;
    this.alarms = alarms;
    this.feed = feed;
    this.receipts = receipts;
    this.mismatches = mismatches;
    this.onDuty = onDuty;
    this.map = map;
    this.looks = looks;
    this.clock = clock;
  }

  /** Which cases this screen counts. */
  private record Reach(Actor actor, AgencyId custody, @Nullable AgencyId office) {}

  @GetMapping("/wall")
  String wall(HttpServletRequest request, Model model, Locale locale) {
    Reach reach = reach();
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    model.addAttribute("centre", agencies.get(reach.custody()).name(locale));
    model.addAttribute("today", today);
    map.show(request, model, locale);
    duty(reach, model, locale);
    people(reach, model);
    alarms(reach, request, model, locale);
    feed(reach, model);
    ledger(model);
    return "wall/wall";
  }

  @GetMapping("/wall/duty")
  String dutyPart(Model model, Locale locale) {
    duty(reach(), model, locale);
    return "wall/duty :: duty";
  }

  private void duty(Reach reach, Model model, Locale locale) {
    model.addAttribute("duty", onDuty.now(reach.custody(), locale));
  }

  @GetMapping("/wall/people")
  String people(Model model) {
    people(reach(), model);
    return "wall/wall :: people";
  }

  @GetMapping("/wall/alarms")
  String alarms(HttpServletRequest request, Model model, Locale locale) {
    alarms(reach(), request, model, locale);
    return "wall/wall :: alarms";
  }

  @GetMapping("/wall/feed")
  String feed(Model model) {
    feed(reach(), model);
    return "wall/wall :: feed";
  }

  @GetMapping("/wall/ledger")
  String ledgerPart(Model model) {
    ledger(model);
    return "wall/wall :: ledger";
  }

  private Reach reach() {
    Actor actor = Present.actor();
    return new Reach(actor, jurisdiction.custody(actor), Jurisdiction.office(actor));
  }

  private void people(Reach reach, Model model) {
    Map<Summary.Status, Integer> tally = summaries.tally(reach.custody(), reach.office());
    int active = tally.getOrDefault(Summary.Status.ACTIVE, 0);
    int checkedIn =
        feed.count(reach.custody(), reach.office(), begunToday(), "Reported", "ReportedLate");
    model.addAttribute("active", active);
    model.addAttribute("receiving", tally.getOrDefault(Summary.Status.IN_RECEPTION, 0));
    model.addAttribute("referred", tally.getOrDefault(Summary.Status.REFERRED, 0));
    model.addAttribute("ended", tally.getOrDefault(Summary.Status.ENDED, 0));
    model.addAttribute("checkedIn", checkedIn);
    model.addAttribute("share", active == 0 ? 0 : Math.min(1.0, checkedIn / (double) active));
  }

  private void alarms(Reach reach, HttpServletRequest request, Model model, Locale locale) {
    List<OpenAlarms.OpenAlarm> open = alarms.of(reach.custody(), reach.office(), locale);
    looks.record(
        reach.actor(),
        Sessions.purpose(request, reach.actor()),
        "list",
        open.stream().map(OpenAlarms.OpenAlarm::person).toList());
    model.addAttribute("alarms", open);
  }

  private void feed(Reach reach, Model model) {
    Instant from = clock.instant().minus(LAST_HOUR);
    model.addAttribute("events", feed.since(reach.custody(), reach.office(), from, LINES));
  }

  private void ledger(Model model) {
    model.addAttribute("entries", receipts.size());
    model.addAttribute("broken", !mismatches.standing(1).isEmpty());
  }

  private Instant begunToday() {
    return LegalCalendar.legalDay(clock.instant()).atStartOfDay(LegalCalendar.ZONE).toInstant();
  }
}
