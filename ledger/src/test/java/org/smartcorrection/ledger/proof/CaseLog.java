package org.smartcorrection.ledger.proof;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.smartcorrection.ledger.Samples;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.NoteSignature;
import org.smartcorrection.ledger.note.SignedNote;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.proof.CaseProof.Placed;
import org.smartcorrection.ledger.register.CaseHeads;
import org.smartcorrection.ledger.register.Register;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.register.RegisterProof;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.InclusionProof;
import org.smartcorrection.ledger.tree.Inclusions;
import org.smartcorrection.ledger.tree.Subtrees;

/** A small log in memory, of cases and registers, and the proofs of it. */
public final class CaseLog {
  private final List<SignedEntry> entries = new ArrayList<>();
  private final Map<String, Link> next = new HashMap<>();

  List<SignedEntry> entries() {
    return List.copyOf(entries);
  }

  SignedEntry entry(int index) {
    return entries.get(index);
  }

  int size() {
    return entries.size();
  }

  /** Adds the next act of a case. */
  public CaseLog act(String casePseudonym) {
    return act(casePseudonym, Samples.NOW);
  }

  CaseLog act(String casePseudonym, Instant recorded) {
    return add(next.getOrDefault(casePseudonym, Link.first(casePseudonym)), recorded);
  }

  CaseLog add(Link link, Instant recorded) {
    return add(
        new Entry(
            Samples.ORIGIN,
            Samples.AGENCY,
            "a-7f3e",
            "leave-granted",
            link,
            Entry.coarse(recorded),
            Hash.EMPTY),
        Samples.AGENCY_KEY);
  }

  CaseLog add(Entry entry, SigningKey key) {
    SignedEntry signed = SignedEntry.sign(entry, key);
    entries.add(signed);
    next.put(entry.link().casePseudonym(), entry.link().next(signed.leafHash()));
    return this;
  }

  /** Adds the register over all that is there. */
  public CaseLog register() {
    return register(RegisterEntry.of(registerAt(entries.size())));
  }

  /** Adds an entry that states this, true or not. */
  CaseLog register(RegisterEntry statement) {
    return add(registerEntry(statement), Samples.AGENCY_KEY);
  }

  Entry registerEntry(RegisterEntry statement) {
    String chain = RegisterEntry.chain(Samples.AGENCY);
    Link link = next.getOrDefault(chain, Link.first(chain));
    return statement.entry(Samples.ORIGIN, Samples.AGENCY, link, Entry.coarse(Samples.NOW));
  }

  Register registerAt(int size) {
    var heads = new CaseHeads();
    entries.subList(0, size).forEach(one -> heads.append(one.leafHash(), one.entry()));
    return heads.now();
  }

  /** All of a case, by the register at an index. */
  public CaseProof proof(String casePseudonym, int register) throws Exception {
    int size = (int) RegisterEntry.read(entry(register).entry()).size();
    return proof(
        registerAt(size).of(casePseudonym),
        register,
        indexes(casePseudonym, size).stream().map(this::placed).toList());
  }

  List<Integer> indexes(String casePseudonym, int size) {
    var indexes = new ArrayList<Integer>();
    for (int i = 0; i < size; i++) {
      if (entry(i).entry().link().casePseudonym().equals(casePseudonym)) indexes.add(i);
    }
    return indexes;
  }

  Placed placed(int index) {
    return Placed.of(index, entry(index));
  }

  /** What is said, with a true path and checkpoint as far as there is one. */
  CaseProof proof(RegisterProof register, int stated, List<Placed> told) throws IOException {
    List<Long> indexes = new ArrayList<>(told.stream().map(Placed::index).toList());
    indexes.add((long) stated);
    List<Long> sorted = indexes.stream().sorted().distinct().toList();
    List<Hash> path = Inclusions.from(subtrees(), sorted, size()).hashes();
    return new CaseProof(register, placed(stated), told, path, checkpoint());
  }

  /** The proof of one act, of which nothing is told. */
  public ProofFile single(int index) throws IOException {
    return ProofFile.of(
        DisclosedEntry.silent(entry(index)),
        InclusionProof.from(subtrees(), index, size()),
        checkpoint());
  }

  private String checkpoint() throws IOException {
    var head = new Checkpoint(Samples.ORIGIN, size(), subtrees().over(0, size()));
    return new SignedNote(
            head.text(),
            List.of(
                NoteSignature.sign(head.text(), Samples.LOG_KEY),
                NoteSignature.cosign(head, Samples.COSIGNER, Samples.NOW)))
        .toString();
  }

  private Subtrees subtrees() {
    return new Subtrees() {
      @Override
      public Hash at(int height, long index) throws IOException {
        if (height == 0) return entry((int) index).leafHash();
        return Hash.node(at(height - 1, 2 * index), at(height - 1, 2 * index + 1));
      }
    };
  }
}
