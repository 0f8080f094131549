package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.entry.Contents;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyActed;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes the ledger entry of every act of an agency itself, in the transaction of the act, and tells
 * later whether the database still says the same. The entries of one agency are chained as those of
 * a case are; the agency's identifier stands where that of a case does.
 */
@Component
public class SealAgencyActs {
  private final Entries entries;
  private final AgencySalts salts;
  private final AgencyKeys keys;
  private final Ledger log;
  private final ApplicationEventPublisher events;

  SealAgencyActs(
      Entries entries,
      AgencySalts salts,
      AgencyKeys keys,
      Ledger log,
      ApplicationEventPublisher events) {
    this.entries = entries;
    this.salts = salts;
    this.keys = keys;
    this.log = log;
    this.events = events;
  }

  @EventListener
  void on(AgencyActed published) {
    AgencyAct act = published.act();
    String origin = Origins.CORRECTION;
    Contents contents = Contents.of(disclosures(act));
    String agency = published.by().agency().code();
    SignedEntry signed = keys.sign(entry(act, agency, origin, contents.root()));
    entries.add(act.id(), register(act.custody()), origin, signed, contents);
    events.publishEvent(new SealActs.EntryWaits());
  }

  /** How far these acts have come on the ledger, and whether they still say what was sealed. */
  public Map<ActId, Receipt> receipts(Collection<? extends AgencyAct> acts) {
    List<ActId> ids = acts.stream().map(AgencyAct::id).toList();
    Map<ActId, Entries.Stored> stored = entries.of(ids);
    var receipts = new HashMap<ActId, Receipt>();
    for (AgencyAct act : acts) receipts.put(act.id(), receipt(act, stored.get(act.id())));
    return receipts;
  }

  /**
   * The proof of an act, to be checked anywhere, offline: it discloses all that the act says.
   *
   * @throws Refused while the act waits
   * @throws RecordChanged when the database no longer says what was recorded
   */
  public byte[] proof(AgencyAct act) {
    @Nullable Long index = entries.of(act.id()).map(Entries.Stored::index).orElse(null);
    if (index == null || !log.receipt(index).isSealed())
      throw new Refused("evidence.proof.waiting");
    List<Disclosure> all = disclosures(act);
    try {
      return log.reading().proof(index, Contents.of(all).opening(all)).bytes();
    } catch (IllegalArgumentException _) {
      // nothing can be told that the entry does not fix
      throw new RecordChanged();
    } catch (IOException e) {
      throw Receipts.away(e);
    }
  }

  private List<Disclosure> disclosures(AgencyAct act) {
    var disclosures = new ArrayList<Disclosure>();
    disclosures.add(disclosure(act, Entry.ACT, Integer.toString(act.number())));
    CommittedAgencyAct.values(act)
        .forEach((name, value) -> disclosures.add(disclosure(act, name, value)));
    return disclosures;
  }

  private Disclosure disclosure(AgencyAct act, String name, String value) {
    return new Disclosure(name, salts.salt(act, name), value);
  }

  private Receipt receipt(AgencyAct act, Entries.@Nullable Stored stored) {
    if (stored == null
        || !Contents.of(disclosures(act)).root().equals(stored.entry().entry().content()))
      return new Receipt(Receipt.State.BROKEN, -1, 0, 1);
    @Nullable Long index = stored.index();
    return index == null ? log.waiting() : log.receipt(index);
  }

  private Entry entry(AgencyAct act, String agency, String origin, Hash content) {
    return new Entry(
        origin,
        agency,
        salts.actor(act, origin),
        act.type(),
        link(act, origin),
        Entry.coarse(act.publishedAt()),
        content);
  }

  private Link link(AgencyAct act, String origin) {
    return entries
        .latest(register(act.custody()), origin)
        .map(last -> last.entry().entry().link().next(last.entry().leafHash()))
        .orElseGet(() -> Link.first(salts.register(act.custody(), origin)));
  }

  private static CaseId register(AgencyId custody) {
    return new CaseId(custody.value());
  }
}
