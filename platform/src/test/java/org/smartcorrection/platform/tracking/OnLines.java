package org.smartcorrection.platform.tracking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.tracking.line.Lines;

/** Lines that are open during each test, and the time that is said on them. */
abstract class OnLines {
  final Lines lines;
  final MovableClock clock;

  OnLines(Lines lines, MovableClock clock) {
    this.lines = lines;
    this.clock = clock;
  }

  @BeforeEach
  void open() {
    lines.start();
  }

  @AfterEach
  void close() {
    lines.stop();
  }

  /** In whole seconds, later than what was before. */
  final Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
  }
}
