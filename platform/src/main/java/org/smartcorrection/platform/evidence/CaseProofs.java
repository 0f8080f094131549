package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.CaseProof;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.ledger.tree.Inclusions;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.stereotype.Component;

/** Proofs of which acts a case has, none of which the verifier would refuse. */
@Component
public class CaseProofs {
  private final Entries entries;
  private final Registers registers;
  private final Pseudonyms pseudonyms;
  private final Ledger ledger;

  CaseProofs(Entries entries, Registers registers, Pseudonyms pseudonyms, Ledger ledger) {
    this.entries = entries;
    this.pseudonyms = pseudonyms;
    this.registers = registers;
    this.ledger = ledger;
  }

  /** The names of the logs that hold acts of a case, such as {@code justice}. */
  public List<String> logs(Case in) {
    var stored = entries.ofCase(in.id()).stream().map(Entries.Stored::origin).toList();
    return Origins.ALL.stream().filter(stored::contains).map(TileLog::name).toList();
  }

  /**
   * The proof of all acts of a case that one log holds. Together those of all its logs are the
   * case; nothing in them but the reader's knowing tells that they belong together.
   *
   * @param log its name, such as {@code justice}
   * @param shown acts that its reader may know of; the others are counted, and nothing is told of
   *     them
   * @throws Refused while an act waits for the ledger
   * @throws RecordChanged when the database no longer says what was recorded
   */
  public byte[] of(Case in, String log, Set<ActId> shown) {
    String origin = Origins.named(log).orElseThrow(NotFound::new);
    try {
      CaseProof proof = proof(in, origin, shown);
      Policy policy = Policy.parse(ledger.policy().getBytes(UTF_8));
      if (Verifier.verify(proof.bytes(), policy) instanceof Verdict.Complete whole
          && whole.isWhole()) return proof.bytes();
      throw new RecordChanged();
    } catch (MalformedException | Entries.DamagedEntry _) {
      throw new RecordChanged();
    } catch (IOException e) {
      throw Receipts.away(e);
    }
  }

  /**
   * How many acts of a case the logs hold together, whatever the database says; 0 when they hold
   * none, or the person's key was destroyed.
   */
  public long latest(Case in) {
    try {
      long acts = 0;
      for (String origin : Origins.ALL) {
        String pseudonym = pseudonyms.of(in, origin).orElse("");
        if (!pseudonym.isEmpty()) acts += registers.latest(origin, pseudonym);
      }
      return acts;
    } catch (IOException e) {
      throw Receipts.away(e);
    }
  }

  private CaseProof proof(Case in, String origin, Set<ActId> shown)
      throws IOException, MalformedException {
    List<Entries.Stored> stored = entries.ofCase(in.id(), origin);
    if (stored.isEmpty()) throw noEntries(in, origin);
    @Nullable Long latest = stored.getLast().index();
    if (latest == null) throw new Refused("evidence.proof.waiting");
    LogRegisters.Made made = registers.covering(origin, latest);
    // an act that was ordered meanwhile may be in the register as well
    var placed = new ArrayList<CaseProof.Placed>();
    for (Entries.Stored one : entries.ofCase(in.id(), origin)) {
      @Nullable Long index = one.index();
      if (index == null || index >= made.register().size()) continue;
      var place = CaseProof.Placed.of(index, one.entry());
      placed.add(shown.contains(one.act()) ? place : place.withheld());
    }
    if (placed.isEmpty()) throw new RecordChanged();
    Reading now = ledger.reading(origin);
    if (made.index() >= now.size()) throw new Refused("evidence.proof.waiting");
    List<Long> indexes = new ArrayList<>(placed.stream().map(CaseProof.Placed::index).toList());
    indexes.add(made.index());
    Inclusions path = inclusions(now, indexes);
    // what the rows say is believed only where the key that made the pseudonym is gone
    String pseudonym =
        pseudonyms
            .of(in, origin)
            .orElseGet(() -> stored.getLast().entry().entry().link().casePseudonym());
    return new CaseProof(
        made.register().of(pseudonym),
        CaseProof.Placed.of(made.index(), now.entry(made.index())),
        placed,
        path.hashes(),
        now.head());
  }

  /** There are none, or somebody took them all out of the database. */
  private RuntimeException noEntries(Case in, String origin) throws IOException {
    String pseudonym = pseudonyms.of(in, origin).orElse("");
    boolean taken = !pseudonym.isEmpty() && registers.latest(origin, pseudonym) > 0;
    return taken ? new RecordChanged() : new NotFound();
  }

  private static Inclusions inclusions(Reading now, List<Long> indexes) throws IOException {
    try {
      return now.inclusions(indexes);
    } catch (IllegalArgumentException _) {
      // places that follow one another no more: somebody changed them
      throw new RecordChanged();
    }
  }
}
