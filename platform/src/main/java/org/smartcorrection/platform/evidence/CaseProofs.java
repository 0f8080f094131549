package org.smartcorrection.platform.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.proof.CaseProof;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.Verdict;
import org.smartcorrection.ledger.proof.Verifier;
import org.smartcorrection.ledger.tree.Inclusions;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Refused;
import org.springframework.stereotype.Component;

/** Proofs of which acts a case has, none of which the verifier would refuse. */
@Component
public class CaseProofs {
  private final Entries entries;
  private final Registers registers;
  private final Pseudonyms pseudonyms;
  private final Ledger log;

  CaseProofs(Entries entries, Registers registers, Pseudonyms pseudonyms, Ledger log) {
    this.entries = entries;
    this.pseudonyms = pseudonyms;
    this.registers = registers;
    this.log = log;
  }

  /**
   * The proof of all acts of a case.
   *
   * @param shown acts that its reader may know of; the others are counted, and nothing is told of
   *     them
   * @throws Refused while an act waits for the ledger
   * @throws RecordChanged when the database no longer says what was recorded
   */
  public byte[] of(Case in, Set<ActId> shown) {
    try {
      CaseProof proof = proof(in, shown);
      Policy policy = Policy.parse(log.policy().getBytes(UTF_8));
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
   * The number of the latest act of a case that the log holds, whatever the database says; 0 when
   * it holds none, or the person's key was destroyed.
   */
  public long latest(Case in) {
    try {
      String pseudonym = pseudonyms.of(in, Origins.CORRECTION).orElse("");
      return pseudonym.isEmpty() ? 0 : registers.latest(pseudonym);
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be read", e);
    }
  }

  private CaseProof proof(Case in, Set<ActId> shown) throws IOException, MalformedException {
    List<Entries.Stored> stored = ordered(in.id());
    @Nullable Long latest = stored.isEmpty() ? null : stored.getLast().index();
    if (latest == null) throw new Refused("evidence.proof.waiting");
    Registers.Made made = registers.covering(latest);
    // an act that was ordered meanwhile may be in the register as well
    var placed = new ArrayList<CaseProof.Placed>();
    for (Entries.Stored one : ordered(in.id())) {
      @Nullable Long index = one.index();
      if (index == null || index >= made.register().size()) continue;
      var place = CaseProof.Placed.of(index, one.entry());
      placed.add(shown.contains(one.act()) ? place : place.withheld());
    }
    if (placed.isEmpty()) throw new RecordChanged();
    Reading now = log.reading();
    if (made.index() >= now.size()) throw new Refused("evidence.proof.waiting");
    List<Long> indexes = new ArrayList<>(placed.stream().map(CaseProof.Placed::index).toList());
    indexes.add(made.index());
    Inclusions path = inclusions(now, indexes);
    // what the rows say is believed only where the key that made the pseudonym is gone
    String pseudonym =
        pseudonyms
            .of(in, Origins.CORRECTION)
            .orElseGet(() -> stored.getLast().entry().entry().link().casePseudonym());
    return new CaseProof(
        made.register().of(pseudonym),
        CaseProof.Placed.of(made.index(), now.entry(made.index())),
        placed,
        path.hashes(),
        now.head());
  }

  private List<Entries.Stored> ordered(CaseId in) {
    return entries.ofCase(in).stream()
        .filter(one -> one.origin().equals(Origins.CORRECTION))
        .toList();
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
