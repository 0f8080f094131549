package org.smartcorrection.platform.evidence;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.ledger.entry.Commitment;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Attached;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.casework.Comparison;
import org.smartcorrection.platform.casework.Touched;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.evidence.Mismatches.Mismatch;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Compares the database with the ledger, case after case and all the time, and names what was
 * changed behind the platform's back: the case, the field and the last lawful act. {@link Suspects}
 * come first.
 */
@Component
class Watch extends Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final int CASES_A_ROUND = 40;
  private static final int SUSPECTS_A_ROUND = 200;
  private static final CaseId BEGINNING = new CaseId(new UUID(0, 0));

  private final Cases cases;
  private final Acts acts;
  private final Documents documents;
  private final Comparison comparison;
  private final Suspects suspects;
  private final Entries entries;
  private final Pseudonyms pseudonyms;
  private final Mismatches mismatches;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private CaseId last = BEGINNING;

  Watch(
      Cases cases,
      Acts acts,
      Documents documents,
      Comparison comparison,
      Touched touched,
      Entries entries,
      Pseudonyms pseudonyms,
      Mismatches mismatches,
      ApplicationEventPublisher events,
      Clock clock) {
    super("evidence-watch", Duration.ofMillis(1500), Turn.AFTER_OTHERS);
    this.cases = cases;
    this.acts = acts;
    this.documents = documents;
    this.comparison = comparison;
    this.suspects = new Suspects(touched);
    this.entries = entries;
    this.pseudonyms = pseudonyms;
    this.mismatches = mismatches;
    this.events = events;
    this.clock = clock;
  }

  @Override
  protected void round() {
    suspects.look();
    for (int i = 0; i < SUSPECTS_A_ROUND && isRunning(); i++)
      suspects.next().ifPresent(this::compareInSpite);
    List<CaseId> next = cases.after(last, CASES_A_ROUND);
    for (CaseId caseId : next) if (isRunning()) compareInSpite(caseId);
    last = next.size() < CASES_A_ROUND ? BEGINNING : next.getLast();
  }

  /**
   * A case whose rows cannot even be read was changed behind the platform's back: that is noted,
   * and the others are compared all the same. A database out of reach says nothing of a case.
   */
  void compareInSpite(CaseId caseId) {
    try {
      compare(caseId);
    } catch (IllegalArgumentException | IllegalStateException | NotFound e) {
      LOG.warn("a case cannot be compared: {}", e.getClass().getName());
      var unreadable = new Mismatch(caseId, 0, "casework.cases", clock.instant());
      if (mismatches.note(caseId, List.of(unreadable)))
        events.publishEvent(new RecordsCompared(caseId));
    }
  }

  /**
   * Compares one case and notes what was found. An act that is being recorded meanwhile is seen in
   * part, here before and there after: only what a second look finds as well is a mismatch.
   */
  void compare(CaseId caseId) {
    List<Mismatch> found = differences(caseId);
    if (!found.isEmpty()) {
      List<Mismatch> again = differences(caseId);
      found = found.stream().filter(one -> again.stream().anyMatch(one::isAt)).toList();
    }
    if (mismatches.note(caseId, found)) events.publishEvent(new RecordsCompared(caseId));
  }

  private List<Mismatch> differences(CaseId caseId) {
    Case in = cases.get(caseId);
    var found = new ArrayList<Mismatch>();
    try {
      List<Act> history = acts.history(caseId);
      List<ActId> ids = history.stream().map(Act::id).toList();
      Map<ActId, Entries.Stored> stored = entries.of(ids);
      Map<ActId, List<Document>> papers = documents.ofActs(ids);
      for (Act act : history)
        compare(in, act, stored.get(act.id()), papers.getOrDefault(act.id(), List.of()), found);
      for (Comparison.Difference difference : comparison.of(caseId))
        found.add(mismatch(in, difference.actNumber(), difference.place()));
    } catch (Vault.Tampered | Entries.DamagedEntry e) {
      found.add(mismatch(in, 0, String.valueOf(e.getMessage())));
    }
    return found;
  }

  private void compare(
      Case in,
      Act act,
      Entries.@Nullable Stored stored,
      List<Document> papers,
      List<Mismatch> found) {
    if (act.shredded()) return;
    if (stored == null) {
      found.add(mismatch(in, act.number(), "casework.acts"));
      return;
    }
    var entry = stored.entry().entry();
    List<Attached> attached =
        papers.stream()
            .map(document -> new Attached(document.id(), document.kind(), document.sha256()))
            .toList();
    SortedMap<String, String> values = Committed.values(act, attached);
    values.put(Entry.ACT, Integer.toString(act.number()));
    // the kept commitments say which value it is; that they are the lawful ones, the entry says
    if (!stored.contents().root().equals(entry.content()))
      found.add(mismatch(in, act.number(), "evidence.entries"));
    SortedMap<String, Commitment> kept = stored.contents().commitments();
    for (String name : kept.keySet())
      if (!values.containsKey(name)) found.add(mismatch(in, act.number(), "casework.acts/" + name));
    values.forEach(
        (name, value) -> {
          var salt = pseudonyms.salt(in, act, name);
          var lawful = kept.get(name);
          boolean same = salt.isPresent() && Commitment.of(name, salt.get(), value).equals(lawful);
          if (!same) found.add(mismatch(in, act.number(), "casework.acts/" + name));
        });
    if (!entry.type().equals(Committed.openType(act)))
      found.add(mismatch(in, act.number(), "casework.acts/type"));
  }

  private Mismatch mismatch(Case in, int actNumber, String place) {
    return new Mismatch(in.id(), actNumber, place, clock.instant());
  }
}
