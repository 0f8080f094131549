package org.smartcorrection.platform.evidence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.note.SigningKey;
import org.smartcorrection.platform.evidence.KeyGenerations.Generation;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The signing keys that this installation holds, sealed in files outside the database. An
 * installation keeps its own agency's keys only; the demonstration, which plays all agencies, says
 * so on every page.
 */
@Component
class AgencyKeys {
  private final KeyFolder folder;
  private final boolean second;
  private final LogGenerations ofLogs;
  private final Map<String, KeyGenerations> ofAgencies = new ConcurrentHashMap<>();
  private final AtomicLong changes = new AtomicLong();

  /**
   * The keys of a data folder.
   *
   * @param second whether each agency signs each entry with SM2 as well
   */
  AgencyKeys(DataFolder data, Vault vault, @Value("${smartcorrection.ledger.sm2}") boolean second) {
    this.folder = new KeyFolder(data.keys().resolve("agencies"), vault);
    this.second = second;
    this.ofLogs = new LogGenerations(folder);
  }

  /** All keys with which this agency has signed entries, made when it acts for the first time. */
  KeyGenerations generations(String agencyCode) {
    return ofAgencies.computeIfAbsent(agencyCode, code -> new KeyGenerations(code, second, folder));
  }

  /** Whether this agency's keys are here: it acts in this installation. */
  boolean holds(String agencyCode) {
    return folder.has(agencyCode);
  }

  /** The key with which this agency signs now. */
  SigningKey entryKey(String agencyCode) {
    return generations(agencyCode).newest().entry();
  }

  /** Signs an entry in the name of its agency, a second time with SM2 where that is wanted. */
  SignedEntry sign(Entry entry) {
    Generation newest = generations(entry.agency()).newest();
    SignedEntry signed = SignedEntry.sign(entry, newest.entry());
    @Nullable SigningKey again = newest.second();
    return second && again != null ? signed.signedAgain(again) : signed;
  }

  /** The agency signs with its next keys from now on. */
  Generation begin(String agencyCode) {
    Generation begun = generations(agencyCode).begin();
    changes.incrementAndGet();
    return begun;
  }

  void revoke(String agencyCode, int generation, RevokedFrom places) {
    generations(agencyCode).revoke(generation, places);
    changes.incrementAndGet();
  }

  /** Whether keys of any agency count no more. */
  boolean anyRevoked() {
    return folder.anyRevoked();
  }

  /** Grows whenever keys begin or end to count. */
  long changes() {
    return changes.get();
  }

  /** The keys with which this installation answers for logs of its own. */
  LogGenerations ofLogs() {
    return ofLogs;
  }

  /** The logs' heads are signed with their next keys from now on. */
  LogGenerations.Generation beginLogs() {
    LogGenerations.Generation begun = ofLogs.begin();
    changes.incrementAndGet();
    return begun;
  }

  void revokeLogs(int generation, RevokedFrom places) {
    ofLogs.revoke(generation, places);
    changes.incrementAndGet();
  }
}
