package org.smartcorrection.platform.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that can be moved forward, so that deadlines and expiries can be tried instead of waited
 * for. It exists only under the profiles {@code demo} and {@code test}; it never goes back, because
 * acts are recorded in order.
 */
public final class MovableClock extends Clock {
  private final Clock base;
  private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

  public MovableClock(Clock base) {
    this.base = base;
  }

  /**
   * Moves forward.
   *
   * @throws IllegalArgumentException when the step would go back
   */
  public void forward(Duration step) {
    if (step.isNegative()) throw new IllegalArgumentException("a clock of acts never goes back");
    offset.updateAndGet(old -> old.plus(step));
  }

  /**
   * Begins in the past, so that a demonstration has a history. Only before the first act:
   * afterwards this clock never goes back.
   */
  public void beginAt(Instant past) {
    offset.set(Duration.between(base.instant(), past));
  }

  /** Goes on to this instant, if it is not reached yet. */
  public void forwardTo(Instant next) {
    Duration ahead = Duration.between(base.instant(), next);
    offset.updateAndGet(old -> old.compareTo(ahead) < 0 ? ahead : old);
  }

  /** How far this clock is ahead of the real one. */
  public Duration ahead() {
    return offset.get();
  }

  @Override
  public Instant instant() {
    return base.instant().plus(offset.get());
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("instants are UTC; legal days come from the calendar");
  }
}
