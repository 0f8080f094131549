package org.smartcorrection.platform.wall;

import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the screens of those who supervise that an alarm's procedure went on. */
@Component
class WallLive {
  private final LiveFeed feed;
  private final Jurisdiction jurisdiction;

  WallLive(LiveFeed feed, Jurisdiction jurisdiction) {
    this.feed = feed;
    this.jurisdiction = jurisdiction;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ActRecorded recorded) {
    if (!recorded.act().procedure().equals("alarm")) return;
    AgencyId custody = recorded.in().agency();
    feed.tell(
        "alarms",
        actor ->
            actor.role().supervises() && jurisdiction.covers(actor, custody, actor.agency().id()));
  }
}
