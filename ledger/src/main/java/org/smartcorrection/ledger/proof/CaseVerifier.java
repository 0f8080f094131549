package org.smartcorrection.ledger.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.Link;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.proof.CaseProof.Placed;
import org.smartcorrection.ledger.proof.Verdict.Invalid;
import org.smartcorrection.ledger.proof.Verdict.Reason;
import org.smartcorrection.ledger.register.CaseHead;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.tree.Hash;
import org.smartcorrection.ledger.tree.Inclusions;

/**
 * Checks a {@link CaseProof}: each entry is one of its agency and at its place in the log, the
 * register says which is the latest of the case, and the entries lead up to that one without a gap.
 */
final class CaseVerifier {
  private final CaseProof proof;
  private final TrustedHead head;
  private final Policy policy;

  private CaseVerifier(CaseProof proof, TrustedHead head, Policy policy) {
    this.proof = proof;
    this.head = head;
    this.policy = policy;
  }

  /** What is found under a head that a quorum signed. */
  static Verdict verify(CaseProof proof, TrustedHead head, Policy policy) {
    return new CaseVerifier(proof, head, policy).verdict();
  }

  private Verdict verdict() {
    var everything = new ArrayList<>(proof.entries());
    everything.add(proof.stated());
    Optional<Invalid> refused = signatures(everything);
    if (refused.isPresent()) return refused.get();
    SignedEntry register = proof.stated().entry();
    if (register == null) return invalid(Reason.NO_REGISTER, "no register is told");
    if (!policy.agencies().registers(register.entry().agency())) {
      return invalid(Reason.NO_REGISTER, "it is of an agency that keeps none by the policy");
    }
    RegisterEntry statement;
    try {
      statement = RegisterEntry.read(register.entry());
    } catch (MalformedException e) {
      return invalid(Reason.NO_REGISTER, String.valueOf(e.getMessage()));
    }
    long index = proof.stated().index();
    if (!statement.isTimelyAt(index)) {
      return invalid(Reason.NO_REGISTER, "it speaks of other entries than those before it");
    }
    if (!proof.register().follows(statement)) {
      return invalid(Reason.NOT_IN_REGISTER, "heads and path do not lead to the register's root");
    }
    Optional<CaseHead> latest = proof.register().head();
    Optional<Invalid> broken = latest.isPresent() ? chain(latest.get(), statement) : none();
    if (broken.isPresent()) return broken.get();
    return new Verdict.Complete(
        proof.register().casePseudonym(),
        latest.map(CaseHead::number).orElse(0L),
        proof.entries(),
        statement,
        register,
        index,
        head.checkpoint(),
        new EntryCheck(register, head, policy).signers(index));
  }

  private Optional<Invalid> signatures(List<Placed> everything) {
    for (Placed placed : everything) {
      Optional<Invalid> refused = check(placed).flatMap(EntryCheck::signature);
      if (refused.isPresent()) return refused;
    }
    List<Long> indexes = everything.stream().map(Placed::index).toList();
    List<Hash> leaves = everything.stream().map(Placed::leaf).toList();
    long size = head.checkpoint().size();
    if (!new Inclusions(indexes, size, proof.log()).proves(leaves, head.checkpoint().root())) {
      return Optional.of(invalid(Reason.NOT_IN_LOG, "the entries do not lead to the root"));
    }
    for (Placed placed : everything) {
      Optional<Invalid> refused = check(placed).flatMap(one -> one.revocation(placed.index()));
      if (refused.isPresent()) return refused;
    }
    return Optional.empty();
  }

  private Optional<EntryCheck> check(Placed placed) {
    return Optional.ofNullable(placed.entry()).map(entry -> new EntryCheck(entry, head, policy));
  }

  /** Of a case without an entry there is none to be told. */
  private Optional<Invalid> none() {
    return proof.entries().isEmpty()
        ? Optional.empty()
        : Optional.of(invalid(Reason.NOT_COMPLETE, "entries of a case that has none"));
  }

  private Optional<Invalid> chain(CaseHead latest, RegisterEntry statement) {
    List<Placed> entries = proof.entries();
    if (entries.isEmpty() || entries.size() > latest.number()) {
      return Optional.of(invalid(Reason.NOT_COMPLETE, "more entries, or fewer, than the case has"));
    }
    Placed last = entries.getLast();
    if (!last.leaf().equals(latest.leaf()) || last.index() >= statement.size()) {
      return Optional.of(invalid(Reason.NOT_COMPLETE, "the last entry is not the latest"));
    }
    @Nullable Instant hour = null;
    for (int at = 0; at < entries.size(); at++) {
      SignedEntry signed = entries.get(at).entry();
      if (signed == null) continue;
      Entry entry = signed.entry();
      if (!isLinked(entry.link(), latest, at)) {
        return Optional.of(invalid(Reason.NOT_COMPLETE, "an entry that does not follow"));
      }
      if (hour != null && entry.hour().isBefore(hour)) {
        return Optional.of(invalid(Reason.BACKDATED, "an earlier hour than that before it"));
      }
      hour = entry.hour();
    }
    return Optional.empty();
  }

  private boolean isLinked(Link link, CaseHead latest, int at) {
    List<Placed> entries = proof.entries();
    return link.casePseudonym().equals(latest.casePseudonym())
        && link.number() == latest.number() - entries.size() + 1 + at
        && (at == 0 || Objects.equals(entries.get(at - 1).leaf(), link.previous()));
  }

  private static Invalid invalid(Reason reason, String detail) {
    return new Invalid(reason, detail);
  }
}
