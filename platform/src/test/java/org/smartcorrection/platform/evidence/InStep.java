package org.smartcorrection.platform.evidence;

import java.io.IOException;
import org.smartcorrection.ledger.order.EntryRefusedException;
import org.springframework.stereotype.Component;

/** Brings the ledger in step at once, for tests that need receipts. */
@Component
public class InStep {
  private final Relay relay;

  InStep(Relay relay) {
    this.relay = relay;
  }

  public void now() throws IOException, EntryRefusedException {
    relay.relayAll();
  }
}
