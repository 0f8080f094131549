package org.smartcorrection.platform.lab;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.tracking.AlarmKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How often alarms are false, by kind, cause and device, with the alarms behind each figure. */
@Controller
class RatesPages {
  private static final int PAGE = 20;
  private static final String PATH = "/console/false-alarms";

  private final Rates rates;
  private final Findings findings;
  private final Summaries summaries;
  private final Jurisdiction jurisdiction;
  private final Agencies agencies;
  private final Looks looks;

  RatesPages(
      Rates rates,
      Findings findings,
      Summaries summaries,
      Jurisdiction jurisdiction,
      Agencies agencies,
      Looks looks) {
    this.rates = rates;
    this.findings = findings;
    this.summaries = summaries;
    this.jurisdiction = jurisdiction;
    this.agencies = agencies;
    this.looks = looks;
  }

  /** A finding with the number of its case. */
  record Row(Found found, String number) {}

  @GetMapping(PATH)
  String all(@RequestParam @Nullable String months, Model model, Locale locale) {
    Actor actor = Present.actor();
    AgencyId agency = jurisdiction.custody(actor);
    model.addAttribute("agency", agencies.get(agency).name(locale));
    model.addAttribute("page", rates.of(agency, rates.time(whole(months))));
    model.addAttribute("choices", Rates.MONTHS);
    model.addAttribute("opens", opens(actor));
    model.addAttribute("tries", actor.headsBureau());
    return "lab/rates";
  }

  @GetMapping(PATH + "/cases")
  String cases(
      @RequestParam @Nullable String months,
      @RequestParam @Nullable String kind,
      @RequestParam @Nullable String device,
      @RequestParam @Nullable String before,
      HttpServletRequest request,
      Model model,
      Locale locale) {
    Actor actor = Present.actor();
    if (!opens(actor)) throw new NotFound();
    AgencyId agency = jurisdiction.custody(actor);
    Rates.Time time = rates.time(whole(months));
    @Nullable AlarmKind of = kind(kind).orElse(null);
    @Nullable UUID by = id(device);
    @Nullable UUID from = id(before);
    Slice<Found> found =
        findings.behind(
            agency, time.from(), time.until(), of, by, from == null ? null : from.toString(), PAGE);
    looks.record(
        actor,
        Sessions.purpose(request, actor),
        "list",
        found.rows().stream().map(Found::person).distinct().toList());
    Map<CaseId, Summary> known =
        summaries.all(found.rows().stream().map(Found::caseId).distinct().toList());
    String address =
        PATH
            + "/cases?months="
            + time.months()
            + (of == null ? "" : "&kind=" + of)
            + (by == null ? "" : "&device=" + by);
    model.addAttribute("agency", agencies.get(agency).name(locale));
    model.addAttribute("time", time);
    model.addAttribute("kind", of);
    model.addAttribute("device", by);
    model.addAttribute(
        "rows", found.rows().stream().map(one -> new Row(one, number(one, known))).toList());
    model.addAttribute("first", before == null ? null : address);
    model.addAttribute("next", found.next() == null ? null : address + "&before=" + found.next());
    return "lab/rates-cases";
  }

  private static String number(Found found, Map<CaseId, Summary> known) {
    @Nullable Summary summary = known.get(found.caseId());
    return summary == null ? "–" : summary.number();
  }

  /** An office sees the figures of its agency, and opens alarms from its own queue. */
  private static boolean opens(Actor actor) {
    return Jurisdiction.office(actor) == null;
  }

  private static Optional<AlarmKind> kind(@Nullable String name) {
    List<AlarmKind> kinds = Arrays.asList(AlarmKind.values());
    return kinds.stream().filter(kind -> kind.name().equals(name)).findFirst();
  }

  private static @Nullable UUID id(@Nullable String text) {
    if (text == null || text.isEmpty()) return null;
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }

  private static @Nullable Integer whole(@Nullable String text) {
    return Rates.MONTHS.stream()
        .filter(one -> one.toString().equals(text))
        .findFirst()
        .orElse(null);
  }
}
