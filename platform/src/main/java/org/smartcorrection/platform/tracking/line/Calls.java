package org.smartcorrection.platform.tracking.line;

import java.util.concurrent.CompletableFuture;

/** Who answers what devices say by HTTP, whichever door they come through. */
public interface Calls {
  /** The longest body that is read; whole batches have a way of their own. */
  int LARGEST = 64 * 1024;

  /** Whether it is answered without asking the database who calls. */
  boolean isKnown(Call call);

  /**
   * Answers a call.
   *
   * @param body what else was sent, at most {@link #LARGEST} bytes
   * @return the answer, when what became of it is durable; never completed exceptionally
   * @throws InterruptedException if the platform stops while the queue is full; until there is
   *     room, it waits
   */
  CompletableFuture<Reply> answer(Call call, byte[] body) throws InterruptedException;
}
