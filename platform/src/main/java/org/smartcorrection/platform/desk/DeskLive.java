package org.smartcorrection.platform.desk;

import java.util.Set;
import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Cases;
import org.smartcorrection.platform.evidence.EntriesOrdered;
import org.smartcorrection.platform.evidence.RecordsCompared;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
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
  private final Cases cases;
  private final Jurisdiction jurisdiction;

  DeskLive(LiveFeed feed, Cases cases, Jurisdiction jurisdiction) {
    this.feed = feed;
    this.cases = cases;
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
    tellOfReceipts(ordered.cases());
  }

  @EventListener
  void on(RecordsCompared compared) {
    tellOfReceipts(Set.of(compared.caseId()));
  }

  /** Those alone who might see the case: that entries come says something, too. */
  private void tellOfReceipts(Set<CaseId> of) {
    Set<AgencyId> custodians = cases.custodians(of);
    feed.tell(
        "receipts",
        actor ->
            actor.person() == null
                && custodians.stream().anyMatch(custody -> concerns(actor, custody)));
  }

  /**
   * Whoever might see the case hears that there is something new; the page then asks with rights.
   */
  private boolean concerns(Actor actor, AgencyId custody) {
    boolean covers = jurisdiction.covers(actor, custody, actor.agency().id());
    // an office hears of its own agency's cases alone, though not of which
    return covers
        && (Jurisdiction.office(actor) == null || jurisdiction.custody(actor).equals(custody));
  }
}
