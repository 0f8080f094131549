package org.smartcorrection.node.consortium;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.tree.Frontier;

/**
 * One log at this member, and how far the common order has come in it. The log may be ahead: after
 * a crash the engine goes through rounds again whose entries are on the disk already.
 */
final class SharedLog {
  private final TileLog log;
  private final Policy policy;
  private final Finality finality;
  private Frontier place = new Frontier();

  SharedLog(TileLog log, Policy policy, Path folder) throws IOException {
    this.log = log;
    this.policy = policy;
    this.finality = new Finality(folder, log, policy);
  }

  TileLog log() {
    return log;
  }

  Policy policy() {
    return policy;
  }

  Finality finality() {
    return finality;
  }

  Frontier place() {
    return place;
  }

  void place(Frontier restored) {
    place = restored;
  }

  /**
   * Why a register must not come next. Where the log is ahead it was judged before: then it stands
   * here, or it was refused.
   */
  Optional<String> refusal(SignedEntry register) throws IOException {
    if (!policy.agencies().registers(register.entry().agency())) {
      return Optional.of("the entry's agency keeps no registers");
    }
    long index = place.size();
    if (index == log.size()) return log.refusal(register);
    return log.entry(index).leafHash().equals(register.leafHash())
        ? Optional.empty()
        : Optional.of("the register was refused here before");
  }

  /**
   * Takes the entries that come next in the order.
   *
   * @return whether any of them were new to this member
   * @throws IOException if they could not be written, or this member's log has another entry there
   */
  boolean take(List<SignedEntry> entries) throws IOException {
    int known = (int) Math.min(entries.size(), log.size() - place.size());
    for (int i = 0; i < known; i++) {
      long index = place.size() + i;
      if (log.entry(index).leafHash().equals(entries.get(i).leafHash())) continue;
      throw new IOException(
          "entry " + index + " of " + log.origin() + " is not the one the members agreed on");
    }
    List<SignedEntry> fresh = entries.subList(known, entries.size());
    log.append(fresh);
    entries.forEach(entry -> place.append(entry.leafHash()));
    return !fresh.isEmpty();
  }
}
