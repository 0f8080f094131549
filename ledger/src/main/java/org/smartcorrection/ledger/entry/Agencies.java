package org.smartcorrection.ledger.entry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.Revocations;
import org.smartcorrection.ledger.note.VerifierKey;

/**
 * The agencies whose entries count.
 *
 * @param keys by agency: what it signs entries with; more than one when it changed keys, or signs
 *     with SM2 as well
 * @param revocations of these keys, and of others that whoever asks may know
 * @param registrars which of them keep registers that count; all, where none is named
 */
public record Agencies(
    Map<String, List<VerifierKey>> keys, Revocations revocations, Set<String> registrars) {
  public Agencies {
    var points = new HashSet<String>();
    var copy = new HashMap<String, List<VerifierKey>>();
    keys.forEach(
        (agency, agencyKeys) -> {
          Tokens.require("agency id", agency);
          for (VerifierKey key : agencyKeys) {
            if (key.use() != KeyUse.ENTRY && key.use() != KeyUse.ENTRY_SM2) {
              throw new IllegalArgumentException("a key that is not for entries");
            }
            if (!points.add(key.point())) throw new IllegalArgumentException("a key twice");
          }
          copy.put(agency, List.copyOf(agencyKeys));
        });
    keys = Map.copyOf(copy);
    registrars = Set.copyOf(registrars);
  }

  /** Agencies any of which may keep a register. */
  public Agencies(Map<String, List<VerifierKey>> keys, Revocations revocations) {
    this(keys, revocations, Set.of());
  }

  /** Agencies none of whose keys is revoked. */
  public Agencies(Map<String, List<VerifierKey>> keys) {
    this(keys, Revocations.NONE);
  }

  /** One agency with one key. */
  public static Agencies of(String agency, VerifierKey key) {
    return new Agencies(Map.of(agency, List.of(key)));
  }

  /** Whether the registers of this agency count. */
  public boolean registers(String agency) {
    return registrars.isEmpty() || registrars.contains(agency);
  }

  /** The key of the entry's own agency that the entry names, whether or not it really signed. */
  public Optional<VerifierKey> named(SignedEntry signed) {
    return named(signed, KeyUse.ENTRY, signed.key());
  }

  /** The key of its agency that the entry names for its second signature, right or wrong. */
  public Optional<VerifierKey> namedAgain(SignedEntry signed) {
    return signed.secondKey().flatMap(key -> named(signed, KeyUse.ENTRY_SM2, key));
  }

  private Optional<VerifierKey> named(SignedEntry signed, KeyUse use, String reference) {
    return keys.getOrDefault(signed.entry().agency(), List.of()).stream()
        .filter(key -> key.use() == use && key.reference().equals(reference))
        .findFirst();
  }

  /**
   * Whether an entry may stand at an index of its log: signed by a key of its agency that was not
   * revoked before, and again so where it is signed again.
   */
  public boolean allow(SignedEntry signed, long index) {
    return isSigned(signed) && counts(signed, index);
  }

  /**
   * Whether keys of its agency really signed an entry, revoked or not. This is what takes time; the
   * answer is the same wherever the entry will stand.
   */
  public boolean isSigned(SignedEntry signed) {
    return named(signed).filter(signed::isSignedBy).isPresent()
        && (signed.secondKey().isEmpty()
            || namedAgain(signed).filter(signed::isSignedBy).isPresent());
  }

  /** Whether the keys that an entry names still count at an index of its log. */
  public boolean counts(SignedEntry signed, long index) {
    return Stream.of(named(signed), namedAgain(signed))
        .flatMap(Optional::stream)
        .allMatch(key -> revocations.allowsEntry(key, signed.entry().origin(), index));
  }
}
