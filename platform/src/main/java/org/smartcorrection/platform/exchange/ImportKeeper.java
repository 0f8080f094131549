package org.smartcorrection.platform.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.stereotype.Component;

/**
 * Lets imports run in the background, one batch after the other; what ran when the platform stopped
 * goes on when it is back. What is over its time is deleted.
 */
@Component
class ImportKeeper extends Keeper {
  private final Imports imports;
  private final Importing importing;
  private final Forgetting forgetting;
  private final Clock clock;

  ImportKeeper(Imports imports, Importing importing, Forgetting forgetting, Clock clock) {
    super("imports", Duration.ofMillis(500));
    this.imports = imports;
    this.importing = importing;
    this.forgetting = forgetting;
    this.clock = clock;
  }

  /** Everything that waits. */
  @Override
  protected void round() {
    for (Import in : imports.running())
      while (isRunning() && importing.batch(in, this::isRunning)) {}
    forgetting.destroyKeys();
    for (UUID id : imports.expired(clock.instant())) {
      imports.delete(id);
      imports.destroyKey(id);
    }
  }
}
