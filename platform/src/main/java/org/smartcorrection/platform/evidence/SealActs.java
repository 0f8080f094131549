package org.smartcorrection.platform.evidence;

import java.util.HashMap;
import java.util.Optional;
import org.smartcorrection.ledger.entry.Commitment;
import org.smartcorrection.ledger.entry.Contents;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Case;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the ledger entry of every act, in the transaction of the act: there is no act without an
 * entry and no entry without an act, whatever breaks.
 */
@Component
class SealActs {
  private final Entries entries;
  private final Pseudonyms pseudonyms;
  private final AgencyKeys keys;
  private final ApplicationEventPublisher events;

  SealActs(
      Entries entries, Pseudonyms pseudonyms, AgencyKeys keys, ApplicationEventPublisher events) {
    this.entries = entries;
    this.pseudonyms = pseudonyms;
    this.keys = keys;
    this.events = events;
  }

  /** There are entries to order. */
  record EntryWaits() {}

  @EventListener
  void on(ActRecorded recorded) {
    String origin = Origins.CORRECTION;
    Contents contents = contents(recorded);
    SignedEntry signed = keys.sign(entry(recorded, origin, contents.root()));
    entries.add(recorded.act().id(), recorded.in().id(), origin, signed, contents);
    events.publishEvent(new EntryWaits());
  }

  private Contents contents(ActRecorded recorded) {
    Act act = recorded.act();
    Case in = recorded.in();
    var commitments = new HashMap<String, Commitment>();
    commitments.put(Entry.ACT, commitment(in, act, Entry.ACT, Integer.toString(act.number())));
    Committed.values(act, recorded.documents())
        .forEach((name, value) -> commitments.put(name, commitment(in, act, name, value)));
    return new Contents(commitments);
  }

  private Entry entry(ActRecorded recorded, String origin, Hash content) {
    Act act = recorded.act();
    return new Entry(
        origin,
        recorded.by().agency().code(),
        pseudonyms.ofActor(act, origin),
        Committed.openType(act),
        link(recorded.in(), act, origin),
        Entry.coarse(act.recordedAt()),
        content);
  }

  private Link link(Case in, Act act, String origin) {
    // before a case's first act there is no entry
    Optional<Entries.Stored> latest =
        act.number() == 1 ? Optional.empty() : entries.latest(in.id(), origin);
    return latest
        .map(last -> last.entry().entry().link().next(last.entry().leafHash()))
        .orElseGet(() -> Link.first(pseudonyms.of(in, origin).orElseThrow(Shredded::new)));
  }

  private Commitment commitment(Case in, Act act, String name, String value) {
    return Commitment.of(name, pseudonyms.salt(in, act, name).orElseThrow(Shredded::new), value);
  }

  /** No act is recorded for somebody whose data were destroyed. */
  static final class Shredded extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    Shredded() {
      super("the person's evidence key was destroyed");
    }
  }
}
