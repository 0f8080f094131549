package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.ledger.entry.Disclosure;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Salt;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Attached;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.stereotype.Component;

/** Receipts of acts, and proof files that anybody checks offline. */
@Component
public class Receipts {
  private static final Logger LOG = LoggerFactory.getLogger(Receipts.class);

  private final Entries entries;
  private final Mismatches mismatches;
  private final Ledger log;
  private final Pseudonyms pseudonyms;
  private final Documents documents;

  Receipts(
      Entries entries,
      Mismatches mismatches,
      Ledger log,
      Pseudonyms pseudonyms,
      Documents documents) {
    this.entries = entries;
    this.mismatches = mismatches;
    this.log = log;
    this.pseudonyms = pseudonyms;
    this.documents = documents;
  }

  /** The receipts of several acts of one case, in one query. */
  public Map<ActId, Receipt> of(CaseId caseId, Collection<Act> acts) {
    Set<Integer> broken = mismatches.actsOf(caseId);
    Map<ActId, Entries.Stored> stored = entries.of(acts.stream().map(Act::id).toList());
    var receipts = new HashMap<ActId, Receipt>();
    for (Act act : acts) {
      Entries.Stored entry = stored.get(act.id());
      receipts.put(act.id(), receipt(entry, broken.contains(act.number())));
    }
    return receipts;
  }

  private Receipt receipt(Entries.@Nullable Stored entry, boolean broken) {
    if (broken) return new Receipt(Receipt.State.BROKEN, -1, 0, 1);
    if (entry == null || entry.index() == null) return log.waiting();
    return log.receipt(entry.index());
  }

  /**
   * The proof of one act. Only the named fields are disclosed; the others stay salted commitments.
   *
   * @param names of what to disclose, such as {@code fact/category}; all when empty
   * @throws Refused while the act waits, or when fields are asked for whose key was destroyed; with
   *     none asked for, the proof then tells nothing and still shows the entry's place
   * @throws RecordChanged when the database no longer says what was recorded
   */
  public byte[] proof(Case in, Act act, Set<String> names) {
    try {
      return proof(log.reading(), in, act, names);
    } catch (IOException e) {
      throw away(e);
    }
  }

  /**
   * Proofs as a prosecutor's own node shows the log.
   *
   * @throws Refused while that node is away
   */
  public Oversight oversight() {
    try {
      return new Oversight(log.oversight());
    } catch (IOException e) {
      throw away(e);
    }
  }

  /** The log as the procuratorate's node shows it, at one moment. */
  public final class Oversight {
    private final Reading reading;

    private Oversight(Reading reading) {
      this.reading = reading;
    }

    /** The proof of an act that discloses all it says; refusals as {@link Receipts#proof}. */
    public byte[] proof(Case in, Act act) {
      try {
        return Receipts.this.proof(reading, in, act, Set.of());
      } catch (IOException e) {
        throw away(e);
      }
    }

    /** The head under which all these proofs are, as a signed note. */
    public String checkpoint() {
      return reading.head();
    }
  }

  private byte[] proof(Reading reading, Case in, Act act, Set<String> names) throws IOException {
    Entries.Stored stored =
        entries.of(act.id()).orElseThrow(() -> new Refused("evidence.proof.waiting"));
    Long index = stored.index();
    if (index == null || index >= reading.size()) throw new Refused("evidence.proof.waiting");
    try {
      return reading.proof(index, stored.contents().opening(disclosures(in, act, names))).bytes();
    } catch (IllegalArgumentException _) {
      // nothing can be told that the entry does not fix
      throw new RecordChanged();
    }
  }

  /** An agency's node may be away for a day: then a proof has to wait. */
  static Refused away(IOException cause) {
    LOG.warn("no proof can be made now: {}", cause.getMessage());
    return new Refused("evidence.proof.away");
  }

  /** The policy text that checks proofs of this installation. */
  public String policy() {
    try {
      return log.policy();
    } catch (IOException e) {
      throw away(e);
    }
  }

  /** How many entries the log has. */
  public long size() {
    try {
      return log.size();
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be read", e);
    }
  }

  /** The latest checkpoint, as a signed note. */
  public String checkpoint() {
    try {
      return log.checkpoint();
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be read", e);
    }
  }

  private List<Disclosure> disclosures(Case in, Act act, Set<String> names) {
    // nothing can be disclosed any more: that the entry is there is proved all the same
    if (names.isEmpty() && pseudonyms.salt(in, act, Entry.ACT).isEmpty()) return List.of();
    var disclosures = new ArrayList<Disclosure>();
    disclosures.add(disclosure(in, act, Entry.ACT, Integer.toString(act.number())));
    Committed.values(act, attached(act))
        .forEach(
            (name, value) -> {
              if (names.isEmpty() || names.contains(name))
                disclosures.add(disclosure(in, act, name, value));
            });
    return disclosures;
  }

  private List<Attached> attached(Act act) {
    return documents.ofAct(act.id()).stream()
        .map(document -> new Attached(document.id(), document.kind(), document.sha256()))
        .toList();
  }

  private Disclosure disclosure(Case in, Act act, String name, String value) {
    Optional<Salt> salt = pseudonyms.salt(in, act, name);
    return new Disclosure(
        name, salt.orElseThrow(() -> new Refused("evidence.proof.shredded")), value);
  }
}
