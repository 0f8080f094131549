package org.smartcorrection.platform.welfare;

import java.time.Duration;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.stereotype.Component;

/** Looks every few seconds for welfare alerts that nobody acknowledged. */
@Component
class CallerKeeper extends Keeper {
  private final Caller caller;

  CallerKeeper(Caller caller) {
    super("welfare-caller", Duration.ofSeconds(5));
    this.caller = caller;
  }

  @Override
  protected void round() {
    caller.round();
  }
}
