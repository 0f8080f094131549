package org.smartcorrection.platform.oversight;

import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells prosecutors, and nobody else, of every act in their area: complaints to them as well. */
@Component
class OversightLive {
  private final LiveFeed feed;
  private final Jurisdiction jurisdiction;

  OversightLive(LiveFeed feed, Jurisdiction jurisdiction) {
    this.feed = feed;
    this.jurisdiction = jurisdiction;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ActRecorded recorded) {
    AgencyId custody = recorded.in().agency();
    feed.tell(
        "acts",
        actor -> actor.role() == Role.PROSECUTOR && jurisdiction.covers(actor, custody, null));
  }
}
