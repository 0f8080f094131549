package org.smartcorrection.node.consortium;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.smartcorrection.ledger.order.Ordering;
import org.smartcorrection.ledger.order.Position;
import org.smartcorrection.ledger.tree.Hash;

/**
 * The ordering among all members: an entry is handed to the engine, and its place is known once the
 * common order reached it and it is durable at this member.
 */
final class Consensus implements Ordering {
  // what was handed on may get lost when this member falls behind
  private static final Duration AGAIN = Duration.ofSeconds(5);
  private static final int TIMES = 4;

  private final Map<String, SharedLog> logs = new LinkedHashMap<>();
  private final Waiting waiting;
  private final Predicate<byte[]> offer;

  /**
   * The ordering as one member sees it.
   *
   * @param offer hands a transaction to the engine; false if it takes none now
   */
  Consensus(List<SharedLog> logs, Waiting waiting, Predicate<byte[]> offer) {
    for (SharedLog log : logs) this.logs.put(log.log().origin(), log);
    this.waiting = waiting;
    this.offer = offer;
  }

  @Override
  public List<Position> submitAll(List<SignedEntry> entries)
      throws IOException, EntryRefusedException {
    var by = new LinkedHashMap<SharedLog, List<SignedEntry>>();
    for (SignedEntry entry : entries) {
      SharedLog log = logs.get(entry.entry().origin());
      if (log == null) throw new EntryRefusedException("the entry is for another log");
      by.computeIfAbsent(log, _ -> new ArrayList<>()).add(entry);
    }
    for (var of : by.entrySet()) {
      SharedLog log = of.getKey();
      log.log().checkAll(of.getValue(), log.policy().agencies());
    }
    var places = new ArrayList<CompletableFuture<Position>>();
    for (SignedEntry entry : entries) places.add(waiting.of(entry.leafHash()));
    try {
      for (int time = 0; time < TIMES; time++) {
        handOn(entries, places);
        if (allDone(places)) return positions(places);
      }
      throw new IOException("the members did not agree on the entry in time; submit it again");
    } finally {
      for (SignedEntry entry : entries) waiting.forget(entry.leafHash());
    }
  }

  private void handOn(List<SignedEntry> entries, List<CompletableFuture<Position>> places)
      throws IOException {
    for (int i = 0; i < entries.size(); i++) {
      if (places.get(i).isDone()) continue;
      SignedEntry entry = entries.get(i);
      Hash leaf = entry.leafHash();
      SharedLog log = logs.get(entry.entry().origin());
      OptionalLong known = log == null ? OptionalLong.empty() : log.log().indexOf(leaf);
      if (known.isPresent()) {
        places.get(i).complete(new Position(known.getAsLong()));
      } else if (!offer.test(Message.of(entry))) {
        throw new IOException("this member takes no entries now; submit them again");
      }
    }
  }

  private static boolean allDone(List<CompletableFuture<Position>> places) throws IOException {
    try {
      CompletableFuture.allOf(places.toArray(CompletableFuture[]::new))
          .get(AGAIN.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException _) {
      return true; // which of them was refused is asked for next
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while members agree", e);
    }
  }

  private static List<Position> positions(List<CompletableFuture<Position>> places)
      throws IOException, EntryRefusedException {
    var positions = new ArrayList<Position>();
    for (CompletableFuture<Position> place : places) {
      try {
        positions.add(place.get(AGAIN.toMillis(), TimeUnit.MILLISECONDS));
      } catch (ExecutionException e) {
        if (e.getCause() instanceof EntryRefusedException refused) throw refused;
        throw new IOException(e.getCause());
      } catch (TimeoutException e) {
        throw new IOException("the members did not agree on all entries in time", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while members agree", e);
      }
    }
    return positions;
  }
}
