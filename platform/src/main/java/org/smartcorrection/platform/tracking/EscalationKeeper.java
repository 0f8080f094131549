package org.smartcorrection.platform.tracking;

import java.time.Duration;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.stereotype.Component;

/** Looks every few seconds for alarms that nobody acknowledged in time. */
@Component
class EscalationKeeper extends Keeper {
  private final Escalator escalator;

  EscalationKeeper(Escalator escalator) {
    super("escalation-keeper", Duration.ofSeconds(5));
    this.escalator = escalator;
  }

  @Override
  protected void round() {
    escalator.round();
  }
}
