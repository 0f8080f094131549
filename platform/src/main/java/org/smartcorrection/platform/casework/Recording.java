package org.smartcorrection.platform.casework;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.documents.Recordings;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Effect;
import org.smartcorrection.procedure.act.Outcome;
import org.springframework.stereotype.Component;

/** Writes an act down that the law has accepted, with all that lies with it. */
@Component
class Recording {
  private static final int SCHEMA_VERSION = 1;

  private final Acts acts;
  private final Documents documents;
  private final Recordings recordings;
  private final Papers papers;
  private final Clock clock;

  Recording(Acts acts, Documents documents, Recordings recordings, Papers papers, Clock clock) {
    this.acts = acts;
    this.documents = documents;
    this.recordings = recordings;
    this.papers = papers;
    this.clock = clock;
  }

  /** Numbers and keeps an act with its documents, and those that the platform writes of it. */
  List<Attached> record(Case in, Act act, PerformAct command, Outcome.Accepted accepted) {
    acts.add(act, in);
    var attached = new ArrayList<>(keep(in, act, command));
    var kinds = new ArrayList<>(command.papers());
    for (Effect effect : accepted.effects())
      if (effect instanceof Effect.Issue(var paper)) kinds.add(paper);
    // in one order everywhere: each takes a number, and two acts must not wait for one another
    Collections.sort(kinds);
    for (String kind : kinds) attached.add(attached(papers.write(kind, in, act, command.by())));
    return attached;
  }

  /** Keeps an act that puts another right; no paper is written of it. */
  List<Attached> corrected(Case in, Act act, PerformAct command) {
    List<Attached> attached = keep(in, act, command);
    acts.add(act, in);
    return attached;
  }

  private List<Attached> keep(Case in, Act act, PerformAct command) {
    var kept = new ArrayList<Attached>();
    for (Upload upload : command.documents())
      kept.add(attached(documents.keep(in.id(), in.person(), in.purpose(), act.id(), upload)));
    for (UUID waiting : command.recordings())
      kept.add(attached(recordings.attach(in.id(), command.by().account(), act.id(), waiting)));
    return kept;
  }

  private static Attached attached(Document document) {
    return new Attached(document.id(), document.kind(), document.sha256());
  }

  /** The act as it is going to be recorded. */
  Act act(Case in, PerformAct command, int number) {
    // the database keeps microseconds: an act must come back as it was sealed
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant occurredAt =
        command.occurredAt() == null ? now : command.occurredAt().truncatedTo(ChronoUnit.MICROS);
    LocalDate effectiveOn =
        command.effectiveOn() == null ? LegalCalendar.legalDay(occurredAt) : command.effectiveOn();
    return new Act(
        new ActId(Uuids.next(clock)),
        in.id(),
        number,
        command.procedure(),
        command.instance() == null ? Uuids.next(clock) : command.instance(),
        command.type(),
        SCHEMA_VERSION,
        command.by().agency().id(),
        command.by().account(),
        command.by().post(),
        command.by().role(),
        command.by().inPlace() == null ? null : command.by().inPlace().substitution(),
        command.restsOn(),
        command.documentKinds(),
        occurredAt,
        effectiveOn,
        now,
        command.corrects(),
        command.overrideReason(),
        command.facts(),
        false);
  }
}
