package org.smartcorrection.platform.tracking;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.CustodyMoved;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Summaries;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Keeps alarms in step with the acts, and tells open pages afterwards. */
@Component
class AlarmFollower {
  static final Set<String> FINDINGS = Set.of("FoundError", "FoundGoodReason", "FoundNoGoodReason");

  private final Alarms alarms;
  private final Summaries summaries;
  private final Jurisdiction jurisdiction;
  private final LiveFeed feed;

  AlarmFollower(Alarms alarms, Summaries summaries, Jurisdiction jurisdiction, LiveFeed feed) {
    this.alarms = alarms;
    this.summaries = summaries;
    this.jurisdiction = jurisdiction;
    this.feed = feed;
  }

  @EventListener
  void on(CustodyMoved moved) {
    alarms.handOver(moved.in());
  }

  @EventListener
  void on(ActRecorded event) {
    if (!event.act().procedure().equals("alarm")) return;
    Facts facts = event.act().facts();
    boolean bySomebody = event.act().role() != Role.SYSTEM;
    if (event.act().type().equals("AlarmRaised") && event.act().corrects() == null)
      alarms.raised(
          event.in(),
          event.instance().id(),
          AlarmKind.valueOf(facts.said("alarmKind")),
          event.instance().state(),
          facts.moment("detectedAt").orElse(event.act().occurredAt()),
          bySomebody ? event.act().account() : null);
    else {
      UUID run = event.instance().id();
      alarms.changed(run, event.instance().state(), event.instance().closed());
      if (bySomebody) alarms.seen(run, event.act().account(), event.act().recordedAt());
      if (FINDINGS.contains(event.act().type())) alarms.found(run, event.act().type());
    }
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void tell(ActRecorded event) {
    if (event.act().procedure().equals("alarm")) tell(event.in().id(), event.in().agency());
  }

  /** Tells everybody whose post covers the case that its alarms changed. */
  void tell(CaseId caseId, AgencyId custody) {
    @Nullable AgencyId office = summaries.find(caseId).map(Summary::office).orElse(null);
    feed.tell("alarms", actor -> jurisdiction.covers(actor, custody, office));
  }
}
