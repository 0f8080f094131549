package org.smartcorrection.platform.desk;

import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.evidence.EntriesOrdered;
import org.smartcorrection.platform.evidence.RecordsCompared;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells open pages that acts were recorded, or that receipts changed. */
@Component
class DeskLive {
  private final LiveFeed feed;
  private final Jurisdiction jurisdiction;

  DeskLive(LiveFeed feed, Jurisdiction jurisdiction) {
    this.feed = feed;
    this.jurisdiction = jurisdiction;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ActRecorded recorded) {
    // not even that something happened may be seen of a complaint to the procuratorate
    if (!Discretion.shows(recorded.act())) return;
    AgencyId custody = recorded.in().agency();
    feed.tell("acts", actor -> concerns(actor, custody));
  }

  @EventListener
  void on(EntriesOrdered ordered) {
    feed.tell("receipts", DeskLive::staff);
  }

  @EventListener
  void on(RecordsCompared compared) {
    feed.tell("receipts", DeskLive::staff);
  }

  /**
   * Whoever might see the case hears that there is something new; the page then asks with rights.
   */
  private boolean concerns(Actor actor, AgencyId custody) {
    return jurisdiction.covers(actor, custody, actor.agency().id());
  }

  private static boolean staff(Actor actor) {
    return actor.person() == null;
  }
}
