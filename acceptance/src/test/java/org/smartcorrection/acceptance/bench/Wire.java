package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.time.Instant;

/** An open line of one device; one thread speaks on it. */
interface Wire extends AutoCloseable {
  /** How many positions it sends in one message. */
  int atOnce();

  /**
   * Sends one message of positions at home, a second apart, from an instant on, and waits until
   * they are durable.
   */
  void send(Instant from) throws IOException;

  @Override
  void close() throws IOException;
}
