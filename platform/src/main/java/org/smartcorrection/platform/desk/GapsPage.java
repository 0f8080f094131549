package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.oversight.SupervisionGap;
import org.smartcorrection.platform.oversight.SupervisionGaps;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 脱管, 漏管 and 虚管: who is not supervised as they should be, with the evidence and the next step. */
@Controller
class GapsPage {
  private final SupervisionGaps gaps;
  private final Summaries summaries;
  private final People people;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Law law;

  GapsPage(
      SupervisionGaps gaps,
      Summaries summaries,
      People people,
      Jurisdiction jurisdiction,
      Looks looks,
      Law law) {
    this.gaps = gaps;
    this.summaries = summaries;
    this.people = people;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.law = law;
  }

  /** One list. */
  record Part(SupervisionGap.Kind kind, List<Row> rows) {}

  /** One person in it. */
  record Row(SupervisionGap gap, Who who, Basis basis, String acts) {}

  @GetMapping("/console/clock/lost")
  String lost(Model model, HttpServletRequest request, Locale locale) {
    Actor actor = Present.actor();
    List<SupervisionGap> found =
        gaps.of(jurisdiction.custody(actor), Jurisdiction.office(actor), locale);
    Map<CaseId, Summary> cases = summaries.all(found.stream().map(SupervisionGap::caseId).toList());
    List<PersonId> seen = cases.values().stream().map(Summary::person).toList();
    Map<PersonId, Identity> names = people.all(seen);
    List<Row> rows =
        found.stream()
            .map(gap -> row(gap, Objects.requireNonNull(cases.get(gap.caseId())), names, locale))
            .toList();
    model.addAttribute(
        "parts",
        Arrays.stream(SupervisionGap.Kind.values())
            .map(
                kind ->
                    new Part(kind, rows.stream().filter(row -> row.gap().kind() == kind).toList()))
            .toList());
    looks.record(actor, Sessions.purpose(request, actor), "list", seen);
    return "desk/gaps";
  }

  private Row row(SupervisionGap gap, Summary in, Map<PersonId, Identity> names, Locale locale) {
    String file = "/console/cases/" + gap.caseId();
    return new Row(
        gap,
        Who.of(in, names.get(in.person()), locale),
        Basis.of(gap.rule(), law, locale),
        file + "/acts");
  }
}
