package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/**
 * Finds out whether the database is older than the log: after it was put back from a backup, the
 * log has entries of our own agencies that the database does not know.
 */
@Component
class LostEntries {
  private static final int MOST = 100;
  private final Entries entries;
  private final Ledger ledger;
  private final AgencyKeys keys;

  LostEntries(Entries entries, Ledger ledger, AgencyKeys keys) {
    this.entries = entries;
    this.ledger = ledger;
    this.keys = keys;
  }

  /** How many of the last hundred; none while entries wait, for they may be on their way. */
  int count() {
    try {
      Reading log = ledger.ordered();
      if (!entries.waiting(1).isEmpty()) return 0;
      int lost = 0;
      for (long at = Math.max(entries.known(), log.size() - MOST); at < log.size(); at++)
        if (keys.holds(log.entry(at).entry().agency())) lost++;
      return lost;
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be read", e);
    }
  }
}
