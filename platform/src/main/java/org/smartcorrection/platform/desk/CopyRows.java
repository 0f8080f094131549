package org.smartcorrection.platform.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Addressees;
import org.smartcorrection.platform.casework.Copies;
import org.smartcorrection.platform.casework.Copy;
import org.smartcorrection.platform.casework.Deadlines;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** Writes copies out: whom they are about, to whom they go, and what is left of the time. */
@Component
class CopyRows {
  private final Summaries summaries;
  private final People people;
  private final Documents documents;
  private final Deadlines deadlines;
  private final Instances instances;
  private final Addressees addressees;
  private final Law law;
  private final Clock clock;

  CopyRows(
      Summaries summaries,
      People people,
      Documents documents,
      Deadlines deadlines,
      Instances instances,
      Addressees addressees,
      Law law,
      Clock clock) {
    this.summaries = summaries;
    this.people = people;
    this.documents = documents;
    this.deadlines = deadlines;
    this.instances = instances;
    this.addressees = addressees;
    this.law = law;
    this.clock = clock;
  }

  /** The people whom these copies are about: whoever shows them records the look. */
  List<PersonId> seen(List<Copy> copies) {
    return summaries.all(copies.stream().map(Copy::caseId).toList()).values().stream()
        .map(Summary::person)
        .toList();
  }

  List<CopyRow> of(List<Copy> copies, Locale locale) {
    Map<CaseId, Summary> cases = summaries.all(copies.stream().map(Copy::caseId).toList());
    Map<PersonId, Identity> names =
        people.all(cases.values().stream().map(Summary::person).toList());
    Map<ActId, List<Document>> papers = documents.ofActs(copies.stream().map(Copy::act).toList());
    Map<UUID, Due> receipts =
        deadlines.open(cases.keySet()).stream()
            .filter(due -> due.procedure().equals(Copies.PROCEDURE))
            .collect(Collectors.toMap(Due::instance, Function.identity()));
    return copies.stream()
        .filter(copy -> cases.containsKey(copy.caseId()))
        .map(
            copy -> {
              Summary in = Objects.requireNonNull(cases.get(copy.caseId()));
              return new CopyRow(
                  copy,
                  Who.of(in, names.get(in.person()), locale),
                  organ(copy, locale),
                  left(copy, receipts),
                  Basis.of(copy.rule(), law, locale),
                  papers.getOrDefault(copy.act(), List.of()));
            })
        .toList();
  }

  private @Nullable String organ(Copy copy, Locale locale) {
    if (copy.sent() != null)
      return instances
          .find(copy.sent().run())
          .map(Running::facts)
          .map(facts -> facts.said("organ"))
          .filter(said -> !said.isEmpty())
          .orElse(null);
    return addressees
        .organ(copy.addressee(), copy.agency())
        .map(agency -> agency.name(locale))
        .orElse(null);
  }

  private Left left(Copy copy, Map<UUID, Due> receipts) {
    Instant now = clock.instant();
    LocalDate today = LegalCalendar.legalDay(now);
    Copy.@Nullable Sent sent = copy.sent();
    if (sent == null) return Left.open(copy.day(), copy.late(now), today, law.calendar());
    @Nullable Due receipt = receipts.get(sent.run());
    if (receipt != null) return Left.of(receipt, now, law.calendar());
    LocalDate received = sent.receivedOn() == null ? sent.on() : sent.receivedOn();
    return new Left("met", Text.of("desk.copies.received.on", received));
  }
}
