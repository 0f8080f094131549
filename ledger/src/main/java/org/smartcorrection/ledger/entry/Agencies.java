package org.smartcorrection.ledger.entry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.Revocations;
import org.smartcorrection.ledger.note.VerifierKey;

/**
 * The agencies whose entries count.
 *
 * @param keys by agency: what it signs entries with; more than one when it changed keys
 * @param revocations of these keys
 */
public record Agencies(Map<String, List<VerifierKey>> keys, Revocations revocations) {
  public Agencies {
    var points = new HashSet<String>();
    var copy = new HashMap<String, List<VerifierKey>>();
    keys.forEach(
        (agency, agencyKeys) -> {
          Tokens.require("agency id", agency);
          for (VerifierKey key : agencyKeys) {
            if (key.use() != KeyUse.ENTRY) {
              throw new IllegalArgumentException("a key that is not for entries");
            }
            if (!points.add(key.point())) throw new IllegalArgumentException("a key twice");
          }
          copy.put(agency, List.copyOf(agencyKeys));
        });
    keys = Map.copyOf(copy);
  }

  /** Agencies none of whose keys is revoked. */
  public Agencies(Map<String, List<VerifierKey>> keys) {
    this(keys, Revocations.NONE);
  }

  /** One agency with one key. */
  public static Agencies of(String agency, VerifierKey key) {
    return new Agencies(Map.of(agency, List.of(key)));
  }

  /** The key of the entry's own agency that the entry names, whether or not it really signed. */
  public Optional<VerifierKey> named(SignedEntry signed) {
    return keys.getOrDefault(signed.entry().agency(), List.of()).stream()
        .filter(key -> key.reference().equals(signed.key()))
        .findFirst();
  }
}
