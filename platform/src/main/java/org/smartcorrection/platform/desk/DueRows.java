package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes deadlines out for readers: what the law asks, until when, and why then. */
@Component
class DueRows {
  private final Summaries summaries;
  private final People people;
  private final Law law;
  private final MessageSource messages;
  private final Clock clock;

  DueRows(Summaries summaries, People people, Law law, MessageSource messages, Clock clock) {
    this.summaries = summaries;
    this.people = people;
    this.law = law;
    this.messages = messages;
    this.clock = clock;
  }

  /** Deadlines of many cases, each with its person; the names are loaded at once. */
  List<DueRow> ofMany(List<Due> dues, Locale locale) {
    List<Due> shown = dues.stream().filter(Discretion::shows).toList();
    Map<CaseId, Summary> cases =
        summaries.all(shown.stream().map(Due::caseId).collect(Collectors.toSet()));
    Map<PersonId, Identity> names =
        people.all(cases.values().stream().map(Summary::person).toList());
    return shown.stream()
        .filter(due -> cases.containsKey(due.caseId()))
        .map(
            due -> {
              Summary summary = Objects.requireNonNull(cases.get(due.caseId()));
              Who who = Who.of(summary, names.get(summary.person()), locale);
              return row(due, Optional.of(who), locale);
            })
        .toList();
  }

  /** Deadlines of one case. */
  List<DueRow> ofOne(List<Due> dues, Locale locale) {
    return dues.stream()
        .filter(Discretion::shows)
        .map(due -> row(due, Optional.empty(), locale))
        .toList();
  }

  private DueRow row(Due due, Optional<Who> who, Locale locale) {
    Instant now = clock.instant();
    return new DueRow(
        due,
        Left.of(due, now, law.calendar()),
        messages.getMessage("deadline." + due.procedure() + "." + due.name(), null, locale),
        messages.getMessage("role." + due.owner(), null, locale),
        Basis.of(due.rule(), law, locale),
        Whys.of(due.explanation(), law, locale),
        due.metBy() == null ? Missed.of(due, settled(due, now)) : List.of(),
        who.orElse(null));
  }

  /** Whether the act of time itself meets the deadline, such as the end of an approval. */
  private boolean settled(Due due, Instant now) {
    return law.definition(due.agency(), due.procedure(), null, now).deadlines().stream()
        .filter(spec -> spec.id().equals(due.name()))
        .flatMap(spec -> spec.metBy().stream())
        .anyMatch(meeting -> meeting.act().equals(due.thenAct()));
  }
}
