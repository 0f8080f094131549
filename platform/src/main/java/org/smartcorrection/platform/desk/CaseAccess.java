package org.smartcorrection.platform.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.evidence.Shredding;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.stereotype.Component;

/**
 * The one way to a case for the pages of this module: nobody sees another agency's, and a guarded
 * one opens to those whom {@link Restrictions} names.
 */
@Component
public class CaseAccess {
  private final Cases cases;
  private final Summaries summaries;
  private final People people;
  private final Jurisdiction jurisdiction;
  private final Hosts hosts;
  private final Looks looks;
  private final Restrictions restrictions;
  private final Shredding shredding;

  CaseAccess(
      Cases cases,
      Summaries summaries,
      People people,
      Jurisdiction jurisdiction,
      Hosts hosts,
      Looks looks,
      Restrictions restrictions,
      Shredding shredding) {
    this.cases = cases;
    this.summaries = summaries;
    this.people = people;
    this.jurisdiction = jurisdiction;
    this.hosts = hosts;
    this.looks = looks;
    this.restrictions = restrictions;
    this.shredding = shredding;
  }

  /**
   * Opens a case and records the look.
   *
   * @param what the part of {@code access.what.…} that names what is seen
   * @throws NotFound when there is none, or the actor's post does not cover it
   * @throws DataDestroyed when the person's keys were destroyed
   */
  public OpenedCase open(CaseId id, HttpServletRequest request, String what) {
    Actor actor = Present.actor();
    Case in = cases.get(id);
    Summary summary = summaries.withSealed(id).orElseThrow(NotFound::new);
    if (!jurisdiction.covers(actor, summary.agency(), summary.office())) throw new NotFound();
    restrictions.check(actor, summary);
    return opened(in, summary, actor, null, request, what);
  }

  /**
   * Opens a case for an act: also for an officer of the agency that is asked in one of its runs,
   * and then for that run alone (rules M23 to M25).
   *
   * @throws NotFound when there is none, or the actor has no part in it
   */
  OpenedCase openToAct(CaseId id, HttpServletRequest request, String what) {
    Actor actor = Present.actor();
    Case in = cases.get(id);
    Summary summary = summaries.withSealed(id).orElseThrow(NotFound::new);
    if (jurisdiction.covers(actor, summary.agency(), summary.office())) {
      restrictions.check(actor, summary);
      return opened(in, summary, actor, null, request, what);
    }
    Running asked = hosts.answering(actor, id).orElseThrow(NotFound::new);
    return opened(in, summary, actor.answering(), asked.id(), request, what);
  }

  private OpenedCase opened(
      Case in,
      Summary summary,
      Actor actor,
      @Nullable UUID answering,
      HttpServletRequest request,
      String what) {
    looks.record(actor, Sessions.purpose(request, actor), what, List.of(in.person()));
    return new OpenedCase(in, summary, person(in), actor, answering);
  }

  private Identity person(Case in) {
    try {
      return people.get(in.person());
    } catch (NotFound missing) {
      throw shredding.of(in.id()).isPresent() ? new DataDestroyed() : missing;
    }
  }
}
