package org.smartcorrection.node.consensus;

import com.swirlds.platform.system.Platform;
import java.time.Duration;
import org.hiero.consensus.model.quiescence.QuiescenceCommand;
import org.jspecify.annotations.Nullable;

/**
 * Lets a member make no events while nothing is to be ordered: events without content would keep
 * every member's processor busy for nothing. All members see the same transactions, so they rest
 * and wake together; an event that comes long after this member went to rest is from one that needs
 * the others. A member that is not active yet needs them, and says so until they hear it.
 */
final class Rest {
  private static final long AWAKE = Duration.ofSeconds(5).toNanos();
  private static final long SETTLING = Duration.ofSeconds(4).toNanos();
  private static final long CALL = Duration.ofSeconds(2).toNanos();

  private @Nullable Platform platform;
  private boolean active;
  private boolean resting;
  private long called = System.nanoTime();
  private long busy = System.nanoTime();
  private long rested;

  synchronized void of(Platform started) {
    platform = started;
  }

  /** Whether this member takes part in full. */
  synchronized void active(boolean now) {
    active = now;
    busy = System.nanoTime();
    wake();
  }

  /** A transaction was handed in here or came in from others. */
  synchronized void transaction() {
    busy = System.nanoTime();
    wake();
  }

  /** An event came in. */
  synchronized void event() {
    if (!resting || System.nanoTime() - rested < SETTLING) return;
    busy = System.nanoTime();
    wake();
  }

  private void wake() {
    if (!resting || platform == null) return;
    resting = false;
    platform.quiescenceCommand(QuiescenceCommand.BREAK_QUIESCENCE);
    platform.quiescenceCommand(QuiescenceCommand.DONT_QUIESCE);
  }

  /** Goes to rest when nothing happened for a while; to be asked again and again. */
  synchronized void tick() {
    if (!active) call();
    else rest();
  }

  /** One event, though it would bring nothing further: those that rest hear of it. */
  private void call() {
    if (platform == null || System.nanoTime() - called < CALL) return;
    called = System.nanoTime();
    platform.quiescenceCommand(QuiescenceCommand.BREAK_QUIESCENCE);
    platform.quiescenceCommand(QuiescenceCommand.DONT_QUIESCE);
  }

  private void rest() {
    if (resting || platform == null || System.nanoTime() - busy < AWAKE) return;
    resting = true;
    rested = System.nanoTime();
    platform.quiescenceCommand(QuiescenceCommand.QUIESCE);
  }
}
