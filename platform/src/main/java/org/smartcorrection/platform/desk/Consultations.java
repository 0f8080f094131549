package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.act.OpenDeadline;
import org.smartcorrection.procedure.act.Role;
import org.springframework.stereotype.Component;

/** Writes out what other agencies ask; names and cases are loaded at once. */
@Component
class Consultations {
  private static final int MOST = 100;
  private static final Set<Role> OWED = Set.of(Role.HOST_AGENCY, Role.CITY_AGENCY);

  private final Summaries summaries;
  private final People people;
  private final Agencies agencies;
  private final Instances instances;
  private final Jurisdiction jurisdiction;

  Consultations(
      Summaries summaries,
      People people,
      Agencies agencies,
      Instances instances,
      Jurisdiction jurisdiction) {
    this.instances = instances;
    this.jurisdiction = jurisdiction;
    this.summaries = summaries;
    this.people = people;
    this.agencies = agencies;
  }

  /** What the agency one level up has to settle between the counties below it. */
  List<Consultation> disputes(Actor actor, Locale locale) {
    if (actor.role() != org.smartcorrection.platform.organisation.Role.CITY_AGENCY)
      return List.of();
    List<Running> disputed =
        agencies.ofKind(AgencyKind.CORRECTION_AGENCY).stream()
            .filter(agency -> jurisdiction.covers(actor, agency.id(), null))
            .flatMap(
                agency ->
                    instances
                        .inStates("relocation", List.of("DISPUTED"), agency.id().value(), MOST)
                        .stream())
            .toList();
    return of(disputed, locale);
  }

  List<Consultation> of(List<Running> runs, Locale locale) {
    Map<CaseId, Summary> cases = summaries.all(runs.stream().map(Running::caseId).toList());
    Map<PersonId, Identity> names =
        people.all(cases.values().stream().map(Summary::person).toList());
    return runs.stream()
        .filter(run -> cases.containsKey(run.caseId()))
        .map(run -> row(run, Objects.requireNonNull(cases.get(run.caseId())), names, locale))
        .toList();
  }

  private Consultation row(
      Running run, Summary summary, Map<PersonId, Identity> names, Locale locale) {
    return new Consultation(
        summary.person(),
        Who.of(summary, names.get(summary.person()), locale).name(),
        summary.number(),
        agencies.get(summary.agency()).name(locale),
        run.facts().said("newResidence"),
        Text.of("state." + run.procedure() + "." + run.state()),
        run.instance().deadlines().stream()
            .filter(due -> OWED.contains(due.owner()))
            .map(OpenDeadline::deadline)
            .map(org.smartcorrection.procedure.Deadline::day)
            .findFirst()
            .orElse(null),
        run.id(),
        run.caseId());
  }
}
