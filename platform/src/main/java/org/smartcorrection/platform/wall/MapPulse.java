package org.smartcorrection.platform.wall;

import java.time.Duration;
import org.smartcorrection.platform.access.LiveFeed;
import org.smartcorrection.platform.kernel.Keeper;
import org.smartcorrection.platform.tracking.Positions;
import org.springframework.stereotype.Component;

/** Tells open maps that positions came, every few seconds at most and nothing of where. */
@Component
class MapPulse extends Keeper {
  private final Positions positions;
  private final LiveFeed feed;
  private long told;

  MapPulse(Positions positions, LiveFeed feed) {
    super("map-pulse", Duration.ofSeconds(3));
    this.positions = positions;
    this.feed = feed;
  }

  @Override
  protected void round() {
    long changes = positions.changes();
    if (changes == told) return;
    told = changes;
    feed.tell("map", actor -> actor.role().supervises());
  }
}
