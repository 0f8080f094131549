package org.smartcorrection.node.consensus;

import java.io.IOException;
import java.util.List;

/**
 * What the members compute from the transactions in their common order. The same transactions from
 * the same state must give every member the same state.
 *
 * @param <T> a transaction as it was read
 */
public interface Machine<T> {
  /**
   * Reads a transaction as soon as it comes in, before it has its place; called by many threads at
   * once. What takes time and does not depend on the place is done here.
   */
  T read(byte[] transaction);

  /**
   * Takes the transactions of one round; what follows from them must be durable on return.
   *
   * @return the state after them, small
   * @throws IOException if they cannot be taken; the engine then stops this member
   */
  byte[] ordered(List<T> transactions) throws IOException;

  /**
   * Sets out from a state: an empty one at the very beginning, the one on this member's disk after
   * a start, or that of the others after it fell behind. The rounds that led to it will not come
   * again.
   */
  void restored(byte[] state) throws IOException;

  /** Tells whether transactions are taken from now on. */
  void standing(Standing standing);

  /** Whether this member takes part. */
  enum Standing {
    /** Starting, replaying, or looking for the others. */
    JOINING,
    /** It takes transactions. */
    ACTIVE,
    /** It cannot go on by itself. */
    STOPPED
  }
}
