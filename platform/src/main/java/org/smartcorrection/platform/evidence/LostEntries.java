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
  private final Ledger log;
  private final AgencyKeys keys;

  LostEntries(Entries entries, Ledger log, AgencyKeys keys) {
    this.entries = entries;
    this.log = log;
    this.keys = keys;
  }

  /** How many of the last hundred; none while entries wait, for they may be on their way. */
  int count() {
    try {
      long size = log.size();
      if (!entries.waiting(1).isEmpty()) return 0;
      long from = Math.max(entries.known(), size - MOST);
      return (int)
          log.entries(from, size).stream()
              .filter(entry -> keys.holds(entry.entry().agency()))
              .count();
    } catch (IOException e) {
      throw new UncheckedIOException("the log cannot be read", e);
    }
  }
}
