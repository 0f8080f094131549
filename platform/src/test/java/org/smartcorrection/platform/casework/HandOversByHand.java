package org.smartcorrection.platform.casework;

import org.springframework.stereotype.Component;

/** Runs hand-overs in the test's own hand, with the keeper at rest. */
@Component
public class HandOversByHand {
  private final HandOverKeeper keeper;
  private final HandingOver handingOver;

  HandOversByHand(HandOverKeeper keeper, HandingOver handingOver) {
    this.keeper = keeper;
    this.handingOver = handingOver;
  }

  public void rest() {
    keeper.stop();
  }

  public void goOn() {
    keeper.start();
  }

  /** One case; whether there was one. */
  public boolean next(HandOver in) {
    return handingOver.next(in);
  }
}
