package org.smartcorrection.platform.welfare;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.SystemActors;
import org.smartcorrection.platform.tracking.DataClass;
import org.smartcorrection.platform.tracking.Deletions;
import org.smartcorrection.platform.tracking.Gone;
import org.smartcorrection.platform.vault.Shred;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets everything go that was kept on a ground when the ground ends (PIPL 47): the rows with the
 * act that ends it, their keys right after that, by an act of the agency on the ledger that says
 * how much and names nobody. What a crash leaves in between, the daily round completes.
 */
@Component
class Letting {
  private static final Logger LOG = LoggerFactory.getLogger(Letting.class);
  private static final String DAYS_RULE = "H14";
  private static final String DAYS = "healthDays";

  private final HealthGrounds grounds;
  private final BodyValues values;
  private final Alerts alerts;
  private final Deletions deletions;
  private final Law law;
  private final Agencies agencies;
  private final SystemActors system;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate apart;
  private final Clock clock;

  Letting(
      HealthGrounds grounds,
      BodyValues values,
      Alerts alerts,
      Deletions deletions,
      Law law,
      Agencies agencies,
      SystemActors system,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.grounds = grounds;
    this.values = values;
    this.alerts = alerts;
    this.deletions = deletions;
    this.law = law;
    this.agencies = agencies;
    this.system = system;
    this.events = events;
    this.clock = clock;
    apart = new TransactionTemplate(transactions);
    apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** A ground is over. */
  record GroundOver(UUID ground) {}

  /** Ends a ground, in the transaction of the act that ends it; doing it twice changes nothing. */
  void go(HealthGround ground) {
    if (!grounds.end(ground.id(), clock.instant())) return;
    values.drop(ground);
    alerts.drop(ground.id());
    events.publishEvent(new GroundOver(ground.id()));
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(GroundOver over) {
    try {
      apart.executeWithoutResult(_ -> grounds.find(over.ground()).ifPresent(this::prove));
    } catch (RuntimeException e) {
      LOG.error("a deletion waits for the daily round: {}", e.getClass().getName());
    }
  }

  private void prove(HealthGround ground) {
    Optional<Gone> gone = values.dropped(ground.id());
    List<Shred> keys = values.destroyKeys(ground.id());
    if (gone.isEmpty() && keys.isEmpty()) return;
    Instant now = clock.instant();
    deletions.add(
        ground.custody(),
        DataClass.HEALTH,
        law.rules(ground.custody()).at(LegalCalendar.legalDay(now)).rule(DAYS_RULE).number(DAYS),
        gone.stream().toList(),
        keys,
        system.of(agencies.get(ground.custody())));
  }
}
