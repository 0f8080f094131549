package org.smartcorrection.platform.tracking;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.PurposeNeeded;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.access.Sessions;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.notify.Attempt;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The one way to a person's alarms, areas and positions for the pages of this module. */
@Component
class AlarmAccess {
  private final Alarms alarms;
  private final AlarmQueue queue;
  private final EscalationSteps steps;
  private final Cases cases;
  private final Summaries summaries;
  private final People people;
  private final Jurisdiction jurisdiction;
  private final Looks looks;
  private final Restrictions restrictions;

  AlarmAccess(
      Alarms alarms,
      AlarmQueue queue,
      EscalationSteps steps,
      Cases cases,
      Summaries summaries,
      People people,
      Jurisdiction jurisdiction,
      Looks looks,
      Restrictions restrictions) {
    this.alarms = alarms;
    this.queue = queue;
    this.steps = steps;
    this.cases = cases;
    this.summaries = summaries;
    this.people = people;
    this.jurisdiction = jurisdiction;
    this.looks = looks;
    this.restrictions = restrictions;
  }

  /** A case that the actor may see, and has opened: the look is recorded. */
  record Opened(Case in, Summary summary, Identity person, Actor actor) {}

  /**
   * Opens a case.
   *
   * @param whats the parts of {@code access.what.…} that name what is seen
   * @throws NotFound when there is none, or the actor's post does not cover it
   */
  Opened open(CaseId id, HttpServletRequest request, String... whats) {
    return open(id, Sessions.purpose(request, Present.actor()), whats);
  }

  private Opened open(CaseId id, ReadPurpose purpose, String... whats) {
    Actor actor = Present.actor();
    Case in = cases.get(id);
    Summary summary = summaries.find(id).orElseThrow(NotFound::new);
    if (!jurisdiction.covers(actor, summary.agency(), summary.office())) throw new NotFound();
    restrictions.check(actor, summary);
    for (String what : whats) looks.record(actor, purpose, what, List.of(in.person()));
    return new Opened(in, summary, people.get(in.person()), actor);
  }

  /**
   * Opens the case of an alarm, of which the page shows positions: for the alarm itself, or for
   * what the actor said they are here for.
   *
   * @throws PurposeNeeded when that is something that needs no positions
   */
  Opened open(Alarm alarm, HttpServletRequest request) {
    return open(alarm.caseId(), purpose(request, Present.actor()), "alarm");
  }

  private static ReadPurpose purpose(HttpServletRequest request, Actor actor) {
    ReadPurpose said = Sessions.purpose(request, actor);
    boolean asks = HttpMethod.GET.matches(request.getMethod());
    if (said == ReadPurpose.usual(actor.role()) || !(asks || said.opensPlaces()))
      return ReadPurpose.ALARM_TRIAGE;
    return Sessions.purposeOfPlaces(request, actor);
  }

  /** Notes that an alarm's page shows where the person was. */
  void shows(Opened opened, AlarmView view, HttpServletRequest request) {
    if (view.fixes().isEmpty()) return;
    looks.recordPlaces(
        opened.actor(),
        purpose(request, opened.actor()),
        "positions",
        opened.in().person(),
        view.fixes().getFirst().at(),
        view.fixes().getLast().at());
  }

  /** The alarm of this identifier; whether the actor may see it is {@link #open}'s to say. */
  Alarm alarm(String id) {
    try {
      return alarms.get(UUID.fromString(id));
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }

  /** A page of the open alarms that the actor's post covers, as rows. */
  Slice<AlarmRow> queue(
      HttpServletRequest request,
      AlarmFilter filter,
      @Nullable String after,
      int size,
      @Nullable String on,
      Locale locale) {
    Slice<Alarm> page = queue.page(Present.actor(), filter, after, size);
    return new Slice<>(rows(page.rows(), request, on, locale), page.next());
  }

  /** Alarms as rows; whoever is named in them was looked at. */
  List<AlarmRow> rows(
      List<Alarm> shown, HttpServletRequest request, @Nullable String on, Locale locale) {
    Actor actor = Present.actor();
    List<PersonId> persons = shown.stream().map(Alarm::person).distinct().toList();
    looks.record(actor, Sessions.purpose(request, actor), "list", persons);
    Map<PersonId, Identity> identities = people.all(persons);
    Map<CaseId, Summary> nameless =
        summaries.all(
            shown.stream()
                .filter(alarm -> !identities.containsKey(alarm.person()))
                .map(Alarm::caseId)
                .toList());
    Map<UUID, List<Attempt<Escalation.Stage>>> tried =
        steps.of(shown.stream().map(Alarm::id).toList());
    return shown.stream()
        .map(
            alarm ->
                AlarmRow.of(
                    alarm,
                    identities.get(alarm.person()),
                    nameless.get(alarm.caseId()),
                    tried.getOrDefault(alarm.id(), List.of()),
                    locale,
                    on))
        .toList();
  }
}
