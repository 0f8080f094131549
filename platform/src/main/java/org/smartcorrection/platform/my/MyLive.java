package org.smartcorrection.platform.my;

import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.casework.ActRecorded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells the person's open pages that something of theirs changed, and nobody else's. */
@Component
class MyLive {
  static final String TOPIC = "my";
  private final LiveFeed feed;

  MyLive(LiveFeed feed) {
    this.feed = feed;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ActRecorded recorded) {
    feed.tell(TOPIC, actor -> recorded.in().person().equals(actor.person()));
  }
}
