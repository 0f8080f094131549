package org.smartcorrection.platform.subjects;

import java.time.Duration;
import org.smartcorrection.platform.kernel.Keeper;
import org.springframework.stereotype.Component;

/** Marks in the background the records that came before records were marked. */
@Component
class LikenessKeeper extends Keeper {
  private static final int MOST = 200;

  private final People people;

  LikenessKeeper(People people) {
    super("likeness", Duration.ofMinutes(1));
    this.people = people;
  }

  @Override
  protected void round() {
    while (isRunning() && people.markOlder(MOST) == MOST) {}
  }
}
