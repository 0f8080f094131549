package org.smartcorrection.platform.casework;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.stereotype.Component;

/** Lets hand-overs go on in the background; what ran when the platform stopped goes on with it. */
@Component
class HandOverKeeper extends Keeper {
  private static final Logger LOG = LoggerFactory.getLogger(HandOverKeeper.class);

  private final HandOvers handOvers;
  private final HandingOver handingOver;

  HandOverKeeper(HandOvers handOvers, HandingOver handingOver) {
    super("hand-overs", Duration.ofMillis(500));
    this.handOvers = handOvers;
    this.handingOver = handingOver;
  }

  /** Everything that waits. */
  @Override
  protected void round() {
    for (HandOver in : handOvers.running()) while (isRunning() && step(in)) {}
  }

  private boolean step(HandOver in) {
    try {
      return handingOver.next(in);
    } catch (RuntimeException e) {
      LOG.warn("a case of hand-over {} went wrong: {}", in.id(), e.getClass().getName());
      handOvers.failed(in.id());
      return true;
    }
  }
}
