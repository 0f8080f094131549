package org.smartcorrection.ledger.note;

import java.util.HashMap;
import java.util.Map;

/**
 * Keys that count no more, each from one place of one log on. What a key signed before keeps its
 * worth: a key that was lost or stolen does not take the proofs of the years before with it.
 *
 * @param limits by key and log: how many entries the log had when the key was revoked
 */
public record Revocations(Map<Revoked, Long> limits) {
  /** No key is revoked. */
  public static final Revocations NONE = new Revocations(Map.of());

  /**
   * A key in a log.
   *
   * @param key its {@link VerifierKey#reference}
   */
  public record Revoked(String key, String origin) {}

  public Revocations {
    limits = Map.copyOf(new HashMap<>(limits));
    for (long limit : limits.values()) {
      if (limit < 0) throw new IllegalArgumentException("a negative size");
    }
  }

  /** Whether an entry at this index may bear the signature of this key. */
  public boolean allowsEntry(VerifierKey key, String origin, long index) {
    return index < limit(key, origin);
  }

  /** Whether a head may bear the signature of this key. */
  public boolean allowsHead(VerifierKey key, Checkpoint head) {
    return head.size() <= limit(key, head.origin());
  }

  /** Whether this key was revoked in any log. */
  public boolean names(VerifierKey key) {
    return limits.keySet().stream().anyMatch(revoked -> revoked.key().equals(key.reference()));
  }

  private long limit(VerifierKey key, String origin) {
    return limits.getOrDefault(new Revoked(key.reference(), origin), Long.MAX_VALUE);
  }
}
