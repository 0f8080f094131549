package org.smartcorrection.platform.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.kernel.MovableClock;
import org.springframework.beans.factory.annotation.Autowired;

/** A day without a ledger: somebody else holds its files, as an operator's second process would. */
@PlatformTest
class OutageTests {
  @Autowired District district;
  @Autowired Acts acts;
  @Autowired Relay relay;
  @Autowired Receipts receipts;
  @Autowired Ledger ledger;
  @Autowired DataFolder data;
  @Autowired MovableClock clock;

  @Test
  void acts_go_on_for_a_day_without_the_ledger_and_all_are_sealed_when_it_is_back()
      throws Exception {
    Case before = district.referred(district.staffed()).in();
    relay.relayAll();
    assertInstanceOf(OwnLog.class, ledger).destroy();

    var lock = data.ledger().resolve("correction/lock");
    Case in;
    try (var held = FileChannel.open(lock, StandardOpenOption.WRITE)) {
      assertEquals(true, held.lock().isValid());
      in = district.received(district.staffed()).in();
      assertThrows(IOException.class, relay::relayAll);
      clock.forward(Duration.ofDays(1));
      district.received(district.staffed());
      assertThrows(IOException.class, relay::relayAll);
      assertEquals(Set.of(Receipt.State.PENDING), states(in));
    }
    relay.relayAll();

    assertEquals(Set.of(Receipt.State.SEALED), states(in));
    assertEquals(Set.of(Receipt.State.SEALED), states(before));
  }

  private Set<Receipt.State> states(Case in) {
    List<Act> history = acts.history(in.id());
    var states = new HashSet<Receipt.State>();
    receipts.of(in.id(), history).values().forEach(receipt -> states.add(receipt.state()));
    assertEquals(history.size(), receipts.of(in.id(), history).size());
    return states;
  }
}
