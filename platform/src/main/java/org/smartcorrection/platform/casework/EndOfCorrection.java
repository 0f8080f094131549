package org.smartcorrection.platform.casework;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.smartcorrection.procedure.act.ActProposal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Ends with the correction whatever else is open about the person (Community Corrections Law 44,
 * 45): in the transaction of the act that ends it, each other procedure that does not survive gets
 * an act of its own, which lifts what it imposed and drops what it asked.
 */
@Component
class EndOfCorrection {
  private static final Logger LOG = LoggerFactory.getLogger(EndOfCorrection.class);

  private final Casework casework;
  private final Instances instances;
  private final Agencies agencies;
  private final SystemActors system;
  private final Law law;

  EndOfCorrection(
      Casework casework, Instances instances, Agencies agencies, SystemActors system, Law law) {
    this.casework = casework;
    this.instances = instances;
    this.agencies = agencies;
    this.system = system;
    this.law = law;
  }

  /** After everybody who follows the act itself, so that its own entry comes first. */
  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void on(ActRecorded recorded) {
    if (!law.endsCorrection(recorded.act(), recorded.instance())) return;
    Case in = recorded.in();
    Actor by = system.of(agencies.get(in.agency()));
    Instant at = recorded.act().occurredAt();
    for (Running running : instances.ofCase(in.id())) {
      if (running.id().equals(recorded.instance().id())) continue;
      law.endWithCorrection(running, at).ifPresent(proposal -> end(running, proposal, by));
    }
  }

  private void end(Running running, ActProposal proposal, Actor by) {
    PerformAct act =
        PerformAct.in(running, proposal.type(), Facts.NONE, by).occurring(proposal.occurredAt());
    switch (casework.perform(act)) {
      case Result.Recorded _ -> {}
      // the release stands all the same: nobody stays under correction because of this
      case Result.Refused(var reasons) -> LOG.error("{} goes on: {}", running.procedure(), reasons);
      case Result.NeedsReason(var reasons) ->
          LOG.error("{} goes on: {}", running.procedure(), reasons);
    }
  }
}
