package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.ledger.MalformedException;
import org.smartcorrection.ledger.entry.Entry;
import org.smartcorrection.ledger.entry.SignedEntry;
import org.smartcorrection.ledger.register.RegisterEntry;
import org.springframework.stereotype.Component;

/**
 * Finds out whether the database is older than the log: after it was put back from a backup, the
 * log has entries of our own agencies that the database does not know. They are still missed when
 * others follow them: these bear numbers of acts that were given before, which an audit names.
 */
@Component
class LostEntries {
  private static final Logger LOG = LoggerFactory.getLogger(LostEntries.class);
  private static final int MOST = 1000;
  private final Entries entries;
  private final Ledger ledger;
  private final AgencyKeys keys;

  LostEntries(Entries entries, Ledger ledger, AgencyKeys keys) {
    this.entries = entries;
    this.ledger = ledger;
    this.keys = keys;
  }

  /** No act stands behind a register; a leaf that is no entry is for the audit to name. */
  private boolean isOfAnAct(byte[] leaf) {
    try {
      Entry entry = SignedEntry.parse(leaf).entry();
      return !entry.type().equals(RegisterEntry.TYPE) && keys.holds(entry.agency());
    } catch (MalformedException e) {
      return false;
    }
  }

  private int count(String origin) throws IOException {
    Reading log = ledger.ordered(origin);
    long at = Math.max(0, log.size() - MOST);
    Set<Long> known = entries.places(origin, at);
    int lost = 0;
    while (at < log.size()) {
      for (byte[] leaf : log.leaves().from(at)) {
        if (!known.contains(at) && isOfAnAct(leaf)) lost++;
        at++;
      }
    }
    return lost;
  }

  /**
   * How many of the last thousand of each log; none while entries wait, for they may be on their
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
