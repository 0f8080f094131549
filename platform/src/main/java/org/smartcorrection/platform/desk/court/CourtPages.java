package org.smartcorrection.platform.desk.court;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.desk.Whys;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.evidence.Receipts;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a court referred, and what became of it: its own referrals and no others. */
@Controller
class CourtPages {
  private static final int SIZE = 25;

  /** What a court follows of a case that it began: the beginning, and not what comes after. */
  private static final Set<String> OWN = Set.of("reception", "assessment");

  /** What the agency answers to a commission; its working notes are not among them. */
  private static final Set<String> ANSWERS =
      Set.of("AssessmentGiven", "AssessmentExtended", "CommissionReturned");

  private final Referrals referrals;
  private final Summaries summaries;
  private final People people;
  private final Agencies agencies;
  private final Deadlines deadlines;
  private final Acts acts;
  private final Receipts receipts;
  private final Documents documents;
  private final Looks looks;
  private final Law law;
  private final Clock clock;

  CourtPages(
      Referrals referrals,
      Summaries summaries,
      People people,
      Agencies agencies,
      Deadlines deadlines,
      Acts acts,
      Receipts receipts,
      Documents documents,
      Looks looks,
      Law law,
      Clock clock) {
    this.referrals = referrals;
    this.summaries = summaries;
    this.people = people;
    this.agencies = agencies;
    this.deadlines = deadlines;
    this.acts = acts;
    this.receipts = receipts;
    this.documents = documents;
    this.looks = looks;
    this.law = law;
    this.clock = clock;
  }

  /** A deadline as the court sees it. */
  record Row(Due due, boolean late, Text what, Text owner, List<Line> why) {}

  @GetMapping("/court")
  String list(
      @RequestParam @Nullable String before,
      Model model,
      HttpServletRequest request,
      Locale locale) {
    Actor actor = Present.actor();
    Slice<CaseId> page = referrals.page(actor.agency().id(), key(before), SIZE);
    Map<CaseId, Summary> rows = summaries.all(page.rows());
    Map<PersonId, Identity> names =
        people.all(rows.values().stream().map(Summary::person).toList());
    looks.record(actor, Sessions.purpose(request, actor), "list", names.keySet());
    model.addAttribute(
        "rows",
        page.rows().stream()
            .map(rows::get)
            .filter(row -> row != null && names.containsKey(row.person()))
            .map(row -> row(row, names, locale))
            .toList());
    model.addAttribute("next", page.next());
    model.addAttribute("first", before == null);
    return "desk/court/list";
  }

  private ReferralRow row(Summary summary, Map<PersonId, Identity> names, Locale locale) {
    List<Due> owed =
        deadlines.ofCase(summary.caseId()).stream()
            .filter(due -> due.metBy() == null && due.owner().equals("COURT"))
            .toList();
    return new ReferralRow(
        summary, names.get(summary.person()), agencies.get(summary.agency()), owed, locale);
  }

  @GetMapping("/court/referrals/{id}")
  String referral(@PathVariable String id, Model model, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    CaseId caseId = CaseId.of(id);
    if (!referrals.by(actor.agency().id(), caseId)) throw new NotFound();
    Summary summary = summaries.withSealed(caseId).orElseThrow(NotFound::new);
    looks.record(actor, Sessions.purpose(request, actor), "case", List.of(summary.person()));
    var own = acts.history(caseId).stream().filter(act -> OWN.contains(act.procedure())).toList();
    model.addAttribute("row", row(summary, people.all(List.of(summary.person())), locale));
    model.addAttribute("acts", own.reversed());
    model.addAttribute("receipts", receipts.of(caseId, own));
    model.addAttribute("dues", dues(caseId, locale));
    model.addAttribute(
        "documents",
        own.stream()
            .filter(act -> act.agency().equals(actor.agency().id()) || ANSWERS.contains(act.type()))
            .flatMap(act -> documents.ofAct(act.id()).stream())
            .toList());
    return "desk/court/referral";
  }

  /** The deadlines of the beginning: the court's own, and those that show it was taken up. */
  private List<Row> dues(CaseId caseId, Locale locale) {
    return deadlines.ofCase(caseId).stream()
        .filter(due -> OWN.contains(due.procedure()))
        .map(
            due ->
                new Row(
                    due,
                    due.late(clock.instant()),
                    Text.of("deadline." + due.procedure() + "." + due.name()),
                    Text.of("role." + due.owner()),
                    Whys.of(due.explanation(), law, locale)))
        .toList();
  }

  private static @Nullable String key(@Nullable String before) {
    if (before == null) return null;
    try {
      return UUID.fromString(before).toString();
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }
}
