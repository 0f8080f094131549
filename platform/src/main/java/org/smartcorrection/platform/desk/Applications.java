package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.act.DayRange;
import org.smartcorrection.procedure.act.Fact;
import org.smartcorrection.procedure.act.LeaveTier;
import org.smartcorrection.procedure.act.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The leaves that wait for a decision, and who has to make it. */
@Component
class Applications {
  private static final int MOST = 100;

  private final Instances instances;
  private final Summaries summaries;
  private final People people;
  private final Jurisdiction jurisdiction;
  private final Restrictions restrictions;
  private final Law law;
  private final MessageSource messages;

  Applications(
      Instances instances,
      Summaries summaries,
      People people,
      Jurisdiction jurisdiction,
      Restrictions restrictions,
      Law law,
      MessageSource messages) {
    this.instances = instances;
    this.summaries = summaries;
    this.people = people;
    this.jurisdiction = jurisdiction;
    this.restrictions = restrictions;
    this.law = law;
    this.messages = messages;
  }

  /** Those that wait in the cases the actor covers, the actor's own to decide on first. */
  List<Application> waiting(Actor actor, Locale locale) {
    List<Running> leaves =
        instances.inStates("leave", List.of("APPLIED"), jurisdiction.custody(actor).value(), MOST);
    if (leaves.isEmpty()) return List.of();
    Map<CaseId, Summary> cases = summaries.all(leaves.stream().map(Running::caseId).toList());
    Map<PersonId, Identity> names =
        people.all(cases.values().stream().map(Summary::person).toList());
    return leaves.stream()
        .filter(leave -> covered(actor, cases.get(leave.caseId())))
        .filter(leave -> leave.facts().day("lastDay").isPresent())
        .map(
            leave ->
                application(
                    leave, Objects.requireNonNull(cases.get(leave.caseId())), names, actor, locale))
        .sorted((one, other) -> Boolean.compare(other.mine(), one.mine()))
        .toList();
  }

  private boolean covered(Actor actor, @Nullable Summary summary) {
    return summary != null
        && jurisdiction.covers(actor, summary.agency(), summary.office())
        && !restrictions.closed(actor, summary);
  }

  private Application application(
      Running leave, Summary summary, Map<PersonId, Identity> names, Actor actor, Locale locale) {
    LeaveTier.Tier tier = tier(leave.facts(), summary);
    return new Application(
        Who.of(summary, names.get(summary.person()), locale),
        leave,
        messages.getMessage("choice." + leave.facts().said("cause"), null, locale),
        leave.facts().said("destination"),
        messages.getMessage("tier." + tier.name(), null, locale),
        mayDecide(tier, actor));
  }

  private LeaveTier.Tier tier(Facts leave, Summary summary) {
    var days =
        new DayRange(leave.day("firstDay").orElseThrow(), leave.day("lastDay").orElseThrow());
    List<DayRange> earlier =
        leave.values().get("earlier") instanceof Fact.Ranges(var ranges) ? ranges : List.of();
    return LeaveTier.of(days, earlier, summary.office() != null, law.rules(summary.agency()))
        .tier();
  }

  private static boolean mayDecide(LeaveTier.Tier tier, Actor actor) {
    return switch (actor.role()) {
      case AGENCY_OFFICER, JUDICIAL_OFFICE, BUREAU_HEAD, CITY_AGENCY ->
          tier.mayDecide(Role.valueOf(actor.role().name()));
      case COURT, PROSECUTOR, HOST_AGENCY, SUBJECT, AUDITOR, ADMINISTRATOR, SYSTEM -> false;
    };
  }
}
