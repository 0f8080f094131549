package org.smartcorrection.platform.documents;

import java.time.Duration;
import org.springframework.stereotype.Component;

/** Has uploads read now, which the platform does in the background. */
@Component
public class Reads {
  private final TextKeeper keeper;
  private final Texts texts;

  Reads(TextKeeper keeper, Texts texts) {
    this.keeper = keeper;
    this.texts = texts;
  }

  /** Reads all that waits. */
  public void now() {
    for (int round = 0; round < 20 && !texts.waiting(1).isEmpty(); round++)
      keeper.read(Duration.ofSeconds(20), () -> true);
  }
}
