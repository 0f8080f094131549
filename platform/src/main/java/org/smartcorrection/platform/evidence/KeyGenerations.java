package org.smartcorrection.platform.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.note.KeyUse;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.ledger.note.VerifierKey;

/**
 * The keys with which one agency signs its entries, one generation after the other: the newest
 * signs, all of them are known for what they signed.
 */
final class KeyGenerations {
  private final String agency;
  private final boolean second;
  private final KeyFolder folder;
  private @Nullable List<Generation> known;

  /**
   * Those of an agency, read when they are asked for.
   *
   * @param second whether it signs with SM2 as well
   */
  KeyGenerations(String agency, boolean second, KeyFolder folder) {
    this.agency = agency;
    this.second = second;
    this.folder = folder;
  }

  /**
   * Keys that came together.
   *
   * @param number from 1
   * @param second with SM2; {@code null} where the agency signs once
   * @param revokedAt from where on they count no more; {@code null} when they were not revoked
   */
  record Generation(
      int number, SigningKey entry, @Nullable SigningKey second, @Nullable RevokedFrom revokedAt) {
    List<VerifierKey> keys() {
      return second == null
          ? List.of(entry.verifierKey())
          : List.of(entry.verifierKey(), second.verifierKey());
    }

    Optional<String> secondReference() {
      return Optional.ofNullable(second).map(key -> key.verifierKey().reference());
    }

    String reference() {
      return entry.verifierKey().reference();
    }
  }

  /** All of them, the oldest first; the first is made when the agency acts for the first time. */
  synchronized List<Generation> all() {
    List<Generation> now = known;
    if (now == null) known = now = read();
    return now;
  }

  Generation newest() {
    return all().getLast();
  }

  /** The generation after the newest: durable, and in use from {@link #begin} on. */
  synchronized Generation next() {
    int number = newest().number() + 1;
    SigningKey entry = folder.prepared(agency, KeyUse.ENTRY, file(number));
    return new Generation(number, entry, secondOf(number, true), null);
  }

  synchronized Generation begin() {
    folder.begin(file(newest().number() + 1));
    known = null;
    return newest();
  }

  /** These keys count no more for entries at these indexes and later. */
  synchronized void revoke(int number, RevokedFrom places) {
    folder.revoke(file(number), places);
    known = null;
  }

  private List<Generation> read() {
    folder.readOrMake(agency, KeyUse.ENTRY, file(1));
    int last = 1;
    while (folder.has(file(last + 1))) last++;
    var all = new ArrayList<Generation>();
    for (int number = 1; number <= last; number++)
      all.add(
          new Generation(
              number,
              folder.key(file(number)).orElseThrow(),
              secondOf(number, number == last),
              folder.revoked(file(number)).orElse(null)));
    return List.copyOf(all);
  }

  /** Where SM2 was switched on later, the older generations have no such key and need none. */
  private @Nullable SigningKey secondOf(int number, boolean newest) {
    String file = file(number) + ".sm2";
    if (second && newest) return folder.readOrMake(agency, KeyUse.ENTRY_SM2, file);
    return folder.key(file).orElse(null);
  }

  private String file(int number) {
    return number == 1 ? agency : agency + "." + number;
  }

  /** The generation that has this key. */
  Optional<Generation> of(String reference) {
    return all().stream().filter(one -> Objects.equals(one.reference(), reference)).findFirst();
  }
}
