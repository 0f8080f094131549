package org.smartcorrection.ledger.audit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.audit.Finding.Kind;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.Checkpoint;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.EntryBundle;
import org.smartcorrection.ledger.order.TilePath;
import org.smartcorrection.ledger.proof.Policy;
import org.smartcorrection.ledger.proof.TrustedHead;
import org.smartcorrection.ledger.proof.TrustedHead.UntrustedException;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.smartcorrection.ledger.tree.Frontier;
import org.smartcorrection.ledger.tree.Hash;

/**
 * Reads a whole log once, from the first entry to the head, and says everything that does not hold.
 * It believes the policy alone: not the tiles, not the order, not the head.
 */
public final class Audit {
  private static final int MOST = 1_000;

  private final LogSource source;
  private final Policy policy;
  private final Frontier frontier = new Frontier();
  private final List<List<Hash>> levels = new ArrayList<>();
  private final CaseChains cases = new CaseChains();
  private final List<Finding> findings = new ArrayList<>();
  private long found;

  /**
   * What was found.
   *
   * @param head that was served; empty if there was none to be believed
   * @param entries that were read
   * @param cases that they belong to
   * @param cosigners that the policy knows and that signed the head
   * @param findings the first thousand
   * @param found how many there were
   */
  public record Report(
      Optional<Checkpoint> head,
      long entries,
      int cases,
      List<String> cosigners,
      List<Finding> findings,
      long found) {
    public Report {
      cosigners = List.copyOf(cosigners);
      findings = List.copyOf(findings);
    }

    /** Whether all of it holds. */
    public boolean isSound() {
      return found == 0;
    }
  }

  private Audit(LogSource source, Policy policy) {
    this.source = source;
    this.policy = policy;
  }

  /**
   * Checks a log.
   *
   * @throws IOException if it could not be read to its end; that says nothing about it
   */
  public static Report of(LogSource source, Policy policy) throws IOException {
    return new Audit(source, policy).run();
  }

  private Report run() throws IOException {
    TrustedHead head;
    try {
      head = TrustedHead.read(source.checkpoint(), policy);
    } catch (UntrustedException e) {
      find(Kind.HEAD_NOT_SIGNED, String.valueOf(e.getMessage()));
      return report(Optional.empty(), List.of());
    }
    if (!head.isFinal()) {
      find(Kind.NO_QUORUM, String.join(", ", head.cosigners().keySet()));
    }
    Checkpoint checkpoint = head.checkpoint();
    for (long bundle = 0; bundle * TilePath.FULL < checkpoint.size(); bundle++) {
      long rest = checkpoint.size() - bundle * TilePath.FULL;
      int width = (int) Math.min(rest, TilePath.FULL);
      var tile = new TilePath(TilePath.ENTRIES, bundle, width);
      Optional<List<byte[]>> leaves = leaves(tile);
      if (leaves.isEmpty()) {
        // the hashes above cannot be known any more: everything else would be noise
        find(Kind.ENTRIES_MISSING, tile.toString());
        return report(Optional.of(checkpoint), List.copyOf(head.cosigners().keySet()));
      }
      for (byte[] leaf : leaves.get()) read(leaf, checkpoint.origin());
    }
    for (int level = 0; level < levels.size(); level++) {
      if (!levels.get(level).isEmpty()) compare(level);
    }
    if (!frontier.root().equals(checkpoint.root())) find(Kind.OTHER_ROOT, "");
    return report(Optional.of(checkpoint), List.copyOf(head.cosigners().keySet()));
  }

  private Report report(Optional<Checkpoint> head, List<String> cosigners) {
    return new Report(head, frontier.size(), cases.cases(), cosigners, findings, found);
  }

  private void find(Kind kind, String where) {
    found++;
    if (findings.size() < MOST) findings.add(new Finding(kind, where));
  }

  private Optional<List<byte[]>> leaves(TilePath tile) throws IOException {
    Optional<byte[]> bundle = source.tile(tile);
    if (bundle.isEmpty()) return Optional.empty();
    try {
      List<byte[]> leaves = EntryBundle.decode(bundle.get());
      return leaves.size() == tile.width() ? Optional.of(leaves) : Optional.empty();
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  private void read(byte[] leaf, String origin) throws IOException {
    String index = Long.toString(frontier.size());
    Hash hash = Hash.leaf(leaf);
    frontier.append(hash);
    append(0, hash);
    SignedEntry signed;
    try {
      signed = SignedEntry.parse(leaf);
    } catch (MalformedException e) {
      find(Kind.NOT_AN_ENTRY, index);
      cases.follow(hash, null);
      return;
    }
    if (!signed.entry().origin().equals(origin)) find(Kind.OTHER_ORIGIN, index);
    Optional<VerifierKey> key = policy.agencies().named(signed);
    Optional<VerifierKey> again = policy.agencies().namedAgain(signed);
    if (key.isEmpty()
        || !signed.isSignedBy(key.get())
        || again.filter(known -> !signed.isSignedBy(known)).isPresent()) {
      find(Kind.WRONG_SIGNATURE, index);
    }
    boolean revoked =
        Stream.of(key, again)
            .flatMap(Optional::stream)
            .anyMatch(
                known -> !policy.revocations().allowsEntry(known, origin, frontier.size() - 1));
    if (revoked) find(Kind.REVOKED_KEY, index);
    List<Kind> kinds = cases.follow(hash, signed.entry());
    for (Kind kind : kinds) find(kind, index);
    boolean stranger =
        RegisterEntry.isOne(signed.entry())
            && !policy.agencies().registers(signed.entry().agency());
    if (stranger && !kinds.contains(Kind.FALSE_REGISTER)) find(Kind.FALSE_REGISTER, index);
  }

  private void append(int level, Hash hash) throws IOException {
    if (level == levels.size()) levels.add(new ArrayList<>());
    List<Hash> growing = levels.get(level);
    growing.add(hash);
    if (growing.size() < TilePath.FULL) return;
    compare(level);
    var above = new Frontier();
    growing.forEach(above::append);
    growing.clear();
    append(level + 1, above.root());
  }

  /** Compares what a level has not yet been compared with, a full tile or its right edge. */
  private void compare(int level) throws IOException {
    List<Hash> hashes = levels.get(level);
    long before = frontier.size() >>> (8 * level);
    long number = (before - 1) / TilePath.FULL;
    var tile = new TilePath(level, number, hashes.size());
    Optional<byte[]> served = source.tile(tile);
    if (served.isEmpty()) {
      // a directory keeps the right edge in memory: it follows from the entries
      if (!tile.isPartial() || source instanceof LogSource.Served) {
        find(Kind.TILE_MISSING, tile.toString());
      }
      return;
    }
    byte[] expected = new byte[hashes.size() * Hash.LENGTH];
    for (int i = 0; i < hashes.size(); i++) {
      System.arraycopy(hashes.get(i).bytes(), 0, expected, i * Hash.LENGTH, Hash.LENGTH);
    }
    if (!Arrays.equals(expected, served.get())) find(Kind.WRONG_TILE, tile.toString());
  }
}
