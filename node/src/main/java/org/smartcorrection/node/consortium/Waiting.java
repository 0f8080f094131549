package org.smartcorrection.node.consortium;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.tree.Hash;

/** Who waits for the places of which entries, by the hashes of their leaves. */
final class Waiting {
  private final Map<Hash, CompletableFuture<Position>> entries = new ConcurrentHashMap<>();

  /** The place of an entry, once it has one; several may wait for the same. */
  CompletableFuture<Position> of(Hash leaf) {
    return entries.computeIfAbsent(leaf, _ -> new CompletableFuture<>());
  }

  void placed(Hash leaf, long index) {
    CompletableFuture<Position> waiting = entries.remove(leaf);
    if (waiting != null) waiting.complete(new Position(index));
  }

  void refused(Hash leaf, String reason) {
    CompletableFuture<Position> waiting = entries.remove(leaf);
    if (waiting != null) waiting.completeExceptionally(new EntryRefusedException(reason));
  }

  /** Entries that are still waited for. */
  Set<Hash> leaves() {
    return Set.copyOf(entries.keySet());
  }

  /** Nobody waits for it any longer; it may still get its place. */
  void forget(Hash leaf) {
    entries.remove(leaf);
  }
}
