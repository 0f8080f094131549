package org.smartcorrection.platform.lab;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets trials run to their end at once. */
@Component
public class TrialsRun {
  private final Trials trials;
  private final TrialKeeper keeper;

  TrialsRun(Trials trials, TrialKeeper keeper) {
    this.trials = trials;
    this.keeper = keeper;
  }

  public void all() {
    for (Optional<Trial> next = trials.next(); next.isPresent(); next = trials.next())
      keeper.some(next.get());
  }
}
