package org.smartcorrection.platform.tracking;

import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Law;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** With the correction the credentials of the person's devices end (L22, L32). */
@Component
class DevicesAtTheEnd {
  private final Devices devices;
  private final Law law;

  DevicesAtTheEnd(Devices devices, Law law) {
    this.devices = devices;
    this.law = law;
  }

  @EventListener
  void on(ActRecorded recorded) {
    if (ends(recorded)) devices.retireAll(recorded.in().person());
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION)
  void after(ActRecorded recorded) {
    if (ends(recorded)) devices.forget(recorded.in().person());
  }

  private boolean ends(ActRecorded recorded) {
    return law.endsCorrection(recorded.act(), recorded.instance());
  }
}
