package org.smartcorrection.platform.evidence;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Looks how far the members have come, and tells the pages whose acts became final. It has nothing
 * to do where this installation orders alone.
 */
class NodeWatch extends Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(NodeWatch.class);
  private static final int MOST = 1000;
  private static final int UNUSUAL = 60;

  private final Ledger ledger;
  private final Entries entries;
  private final ApplicationEventPublisher events;
  private int missed;

  NodeWatch(Ledger ledger, Entries entries, ApplicationEventPublisher events) {
    super("evidence-node", Duration.ofMillis(500));
    this.ledger = ledger;
    this.entries = entries;
    this.events = events;
  }

  @Override
  protected void round() {
    if (!(ledger instanceof NodeLedger node)) return;
    try {
      for (String origin : Origins.ALL) {
        NodeLedger.Progress progress = node.look(origin);
        if (progress.to() == progress.from()) continue;
        Set<CaseId> cases = entries.casesBetween(origin, progress.from(), progress.to(), MOST);
        if (!cases.isEmpty()) events.publishEvent(new EntriesOrdered(cases));
      }
      missed = 0;
    } catch (IOException e) {
      // members take a while to start; said once: it may be away for a day
      if (++missed == UNUSUAL) LOG.warn("the node is out of reach: {}", e.getMessage());
    }
  }
}
