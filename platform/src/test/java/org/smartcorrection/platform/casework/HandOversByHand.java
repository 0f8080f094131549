package org.smartcorrection.platform.casework;

import org.springframework.stereotype.Component;

/** Runs hand-overs in the test's own hand. */
@Component
public class HandOversByHand {
  private final HandingOver handingOver;

  HandOversByHand(HandingOver handingOver) {
    this.handingOver = handingOver;
  }

  /** One case; whether there was one. */
  public boolean next(HandOver in) {
    return handingOver.next(in);
  }
}
