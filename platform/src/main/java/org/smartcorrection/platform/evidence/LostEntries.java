package org.smartcorrection.platform.evidence;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.springframework.stereotype.Component;

/**
 * Finds out whether the database is older than the log: after it was put back from a backup, the
 * log has entries of our own agencies that the database does not know.
 */
@Component
class LostEntries {
  private static final Logger LOG = LoggerFactory.getLogger(LostEntries.class);
  private static final int MOST = 100;
  private final Entries entries;
  private final Ledger ledger;
  private final AgencyKeys keys;

  LostEntries(Entries entries, Ledger ledger, AgencyKeys keys) {
    this.entries = entries;
    this.ledger = ledger;
    this.keys = keys;
  }

  /** No act stands behind a register. */
  private boolean isOfAnAct(Entry entry) {
    return !entry.type().equals(RegisterEntry.TYPE) && keys.holds(entry.agency());
  }

  private int count(String origin) throws IOException {
    Reading log = ledger.ordered(origin);
    int lost = 0;
    for (long at = Math.max(entries.known(origin), log.size() - MOST); at < log.size(); at++)
      if (isOfAnAct(log.entry(at).entry())) lost++;
    return lost;
  }

  /**
   * How many of the last hundred of each log; none while entries wait, for they may be on their
   * way.
   */
  int count() {
    try {
      int lost = 0;
      for (String origin : Origins.ALL) lost += count(origin);
      return entries.anyWaiting() ? 0 : lost;
    } catch (IOException e) {
      // while the log is away nobody can tell; the page is for more than this
      LOG.warn("the ledger is out of reach: {}", e.getClass().getSimpleName());
      return 0;
    }
  }
}
