package org.smartcorrection.platform.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;
import org.smartcorrection.ledger.order.LogKeys;
import org.smartcorrection.ledger.order.TileLog;
import org.smartcorrection.ledger.proof.KeyChange;

/**
 * The keys with which an installation on its own answers for its logs: one for each log, and one
 * with which it cosigns them all. They change together, one generation after the other: the newest
 * signs, all of them are known for what they signed.
 */
final class LogGenerations {
  private static final String COSIGNER = OwnLog.COSIGNER + ".cosigner";

  private final KeyFolder folder;
  private @Nullable List<Generation> known;

  LogGenerations(KeyFolder folder) {
    this.folder = folder;
  }

  /**
   * Keys that came together.
   *
   * @param number from 1
   * @param logs by origin
   * @param revokedAt above which sizes what they sign counts no more; {@code null} when they were
   *     not revoked
   */
  record Generation(
      int number,
      Map<String, SigningKey> logs,
      SigningKey cosigner,
      @Nullable RevokedFrom revokedAt) {
    Generation {
      logs = Map.copyOf(logs);
    }

    SigningKey log(String origin) {
      return Objects.requireNonNull(logs.get(origin));
    }

    /** The public keys by what they are for, those of the logs first. */
    SequencedMap<String, VerifierKey> keys() {
      var keys = new LinkedHashMap<String, VerifierKey>();
      for (String origin : Origins.ALL)
        keys.put("log-" + TileLog.name(origin), log(origin).verifierKey());
      keys.put("cosigner", cosigner.verifierKey());
      return keys;
    }

    private SortedMap<String, Long> lost() {
      var lost = new TreeMap<String, Long>();
      if (revokedAt != null)
        for (String origin : Origins.ALL) lost.put(origin, revokedAt.in(origin));
      return lost;
    }

    /** What a policy with these keys becomes by the next ones. */
    private List<KeyChange> changesTo(Generation next) {
      var changes = new ArrayList<KeyChange>();
      SortedMap<String, Long> all = lost();
      for (String origin : Origins.ALL) {
        var own = new TreeMap<>(all);
        own.keySet().retainAll(List.of(origin));
        changes.add(new KeyChange(log(origin).verifierKey(), next.log(origin).verifierKey(), own));
      }
      changes.add(new KeyChange(cosigner.verifierKey(), next.cosigner.verifierKey(), all));
      return changes;
    }
  }

  /** All of them, the oldest first; the first is made when a log is opened for the first time. */
  synchronized List<Generation> all() {
    List<Generation> now = known;
    if (now == null) known = now = read();
    return now;
  }

  Generation newest() {
    return all().getLast();
  }

  /** What became of a policy that names the first generation alone, in order. */
  List<KeyChange> changes() {
    var changes = new ArrayList<KeyChange>();
    List<Generation> all = all();
    for (int i = 1; i < all.size(); i++) changes.addAll(all.get(i - 1).changesTo(all.get(i)));
    return changes;
  }

  /** The keys of a log: the newest sign its heads, and what the others signed is believed. */
  LogKeys of(String origin) {
    Generation newest = newest();
    List<VerifierKey> retired =
        all().stream()
            .filter(one -> one.number() < newest.number())
            .map(one -> one.log(origin).verifierKey())
            .toList();
    return new LogKeys(newest.log(origin), List.of(newest.cosigner()), retired);
  }

  /** The next keys, durable before the first of them is in use. */
  synchronized Generation begin() {
    int number = newest().number() + 1;
    SequencedMap<String, String> files = files(number);
    files.forEach(
        (name, file) -> {
          if (!folder.has(file)) folder.prepared(name, use(file), file);
        });
    // the cosigner's is the last: with it they are there
    files.values().forEach(folder::begin);
    known = null;
    return newest();
  }

  /** These keys count no more for what is above these sizes. */
  synchronized void revoke(int number, RevokedFrom places) {
    folder.revoke(file(COSIGNER, number), places);
    known = null;
  }

  private List<Generation> read() {
    files(1).forEach((name, file) -> folder.readOrMake(name, use(file), file));
    var all = new ArrayList<Generation>();
    for (int number = 1; folder.has(file(COSIGNER, number)); number++) {
      SequencedMap<String, String> files = files(number);
      var logs = new LinkedHashMap<String, SigningKey>();
      for (String origin : Origins.ALL) logs.put(origin, key(files, origin));
      @Nullable RevokedFrom revoked = folder.revoked(file(COSIGNER, number)).orElse(null);
      all.add(new Generation(number, logs, key(files, OwnLog.COSIGNER), revoked));
    }
    return List.copyOf(all);
  }

  private SigningKey key(Map<String, String> files, String name) {
    return folder.key(Objects.requireNonNull(files.get(name))).orElseThrow();
  }

  /** The files of a generation by the names of its keys. */
  private static SequencedMap<String, String> files(int number) {
    var files = new LinkedHashMap<String, String>();
    for (String origin : Origins.ALL) {
      // the first log's was there before there were others
      String own = origin.equals(Origins.CORRECTION) ? "log" : "log." + TileLog.name(origin);
      files.put(origin, file(own, number));
    }
    files.put(OwnLog.COSIGNER, file(COSIGNER, number));
    return files;
  }

  private static String file(String own, int number) {
    return number == 1 ? own : own + "." + number;
  }

  private static KeyUse use(String file) {
    return file.startsWith(COSIGNER) ? KeyUse.COSIGNATURE : KeyUse.LOG;
  }
}
