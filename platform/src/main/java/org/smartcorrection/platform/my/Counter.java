package org.smartcorrection.platform.my;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A member of staff acting for a person: only in their own cases, and every time recorded. */
@Component
class Counter {
  private final Cases cases;
  private final Summaries summaries;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final People people;
  private final Restrictions restrictions;

  Counter(
      Cases cases,
      Summaries summaries,
      Jurisdiction jurisdiction,
      Looks looks,
      People people,
      Restrictions restrictions) {
    this.cases = cases;
    this.summaries = summaries;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.people = people;
    this.restrictions = restrictions;
  }

  /**
   * The case, when the post covers it.
   *
   * @throws NotFound when it does not, as when there is none
   */
  Case covered(String id) {
    Case in = cases.get(CaseId.of(id));
    Actor actor = Present.actor();
    Summary summary = summaries.withSealed(in.id()).orElseThrow(NotFound::new);
    if (!jurisdiction.covers(actor, in.agency(), summary.office())) throw new NotFound();
    restrictions.check(actor, summary);
    return in;
  }

  /** Puts number and name of the person on a page, and records that they were seen. */
  void show(Case in, String what, HttpServletRequest request, Locale locale, Model model) {
    Actor actor = Present.actor();
    looks.record(actor, Sessions.purpose(request, actor), what, List.of(in.person()));
    var person = people.get(in.person());
    model.addAttribute("caseId", in.id().toString());
    model.addAttribute("number", in.number());
    model.addAttribute("name", person.name(locale));
    model.addAttribute("addressed", Greeting.name(person, locale));
  }
}
