package org.smartcorrection.location.protocol.jt808;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Puts the parts of a long message together. A connection has one long message at a time, its parts
 * in order, as a terminal sends them over TCP; a part that does not follow makes the message
 * unfinished, and it is sent again because nobody answered it.
 */
public final class Parts {
  /** More parts than these are no message of ours. */
  public static final int MOST = 64;

  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private int message = -1;
  private int parts;
  private int next = 1;

  /**
   * Adds a part.
   *
   * @return the whole message with the last part's header, once it is whole; an undivided message
   *     at once
   */
  public Optional<Frame> add(Frame part) {
    Header header = part.header();
    if (header.parts() == 1) return Optional.of(part);
    if (header.part() == 1) {
      body.reset();
      message = header.message();
      parts = header.parts();
      next = 1;
    }
    if (header.message() != message
        || header.parts() != parts
        || header.part() != next
        || parts > MOST) {
      message = -1;
      return Optional.empty();
    }
    body.writeBytes(part.body());
    next++;
    if (header.part() < parts) return Optional.empty();
    message = -1;
    return Optional.of(new Frame(header, body.toByteArray()));
  }
}
