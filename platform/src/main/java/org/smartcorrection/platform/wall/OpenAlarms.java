package org.smartcorrection.platform.wall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Severity;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.platform.tracking.AlarmMarks;
import org.smartcorrection.procedure.act.State;
import org.springframework.stereotype.Component;

/** The alarms that stand open, with a surname and nothing more of whom they are about. */
@Component
class OpenAlarms {
  private static final int MOST = 50;
  private final Instances instances;
  private final Summaries summaries;
  private final People people;
  private final AlarmMarks marks;
  private final List<String> openStates;
  private final Clock clock;

  OpenAlarms(
      Instances instances,
      Summaries summaries,
      People people,
      AlarmMarks marks,
      Law law,
      Clock clock) {
    this.instances = instances;
    this.summaries = summaries;
    this.people = people;
    this.marks = marks;
    this.clock = clock;
    this.openStates =
        law.published("alarm", clock.instant()).states().stream()
            .filter(state -> !state.end())
            .map(State::id)
            .toList();
  }

  /**
   * One alarm.
   *
   * @param severity the look's mark: red for a person, amber for a device, blue for no news
   * @param minutes since it was detected
   * @param unheard whether the person was neither heard nor searched for
   */
  record OpenAlarm(
      PersonId person,
      Text whom,
      String severity,
      Text kind,
      Text state,
      long minutes,
      boolean unheard) {}

  List<OpenAlarm> of(AgencyId custody, @Nullable AgencyId office, Locale locale) {
    List<Running> running = instances.inStates("alarm", openStates, custody.value(), MOST);
    Map<CaseId, Summary> cases = summaries.all(running.stream().map(Running::caseId).toList());
    Map<PersonId, Identity> known =
        people.all(cases.values().stream().map(Summary::person).toList());
    Map<UUID, Severity> severities = marks.ofRuns(running.stream().map(Running::id).toList());
    Instant now = clock.instant();
    var open = new ArrayList<OpenAlarm>();
    for (Running alarm : running) {
      @Nullable Summary in = cases.get(alarm.caseId());
      if (in == null || (office != null && !office.equals(in.office()))) continue;
      Severity severity = severities.getOrDefault(alarm.id(), Severity.BLUE);
      open.add(alarm(alarm, severity, in, known.get(in.person()), now, locale));
    }
    return open;
  }

  private static OpenAlarm alarm(
      Running alarm,
      Severity severity,
      Summary in,
      @Nullable Identity identity,
      Instant now,
      Locale locale) {
    String kind = alarm.facts().said("alarmKind");
    Instant since = alarm.facts().moment("detectedAt").orElse(now);
    boolean unheard = alarm.state().equals("RAISED") || alarm.state().equals("EVIDENCE_SEEN");
    return new OpenAlarm(
        in.person(),
        identity == null
            ? in.guarded()
                ? Text.of("wall.restricted", Text.literal(in.number()))
                : Text.of("wall.nobody")
            : Text.of("wall.someone", surname(identity, locale)),
        severity.name().toLowerCase(Locale.ROOT),
        kind.isEmpty() ? Text.of("procedure.alarm") : Text.of("choice." + kind),
        Text.of("state.alarm." + alarm.state()),
        Math.max(0, Duration.between(since, now).toMinutes()),
        unheard);
  }

  /** The first character, or the first word of the name in Latin letters. */
  private static Text surname(Identity identity, Locale locale) {
    boolean chinese = locale.getLanguage().equals("zh") || identity.nameLatin().isBlank();
    return Text.literal(
        chinese ? identity.monogram() : identity.nameLatin().strip().split("\\s+", 2)[0]);
  }
}
