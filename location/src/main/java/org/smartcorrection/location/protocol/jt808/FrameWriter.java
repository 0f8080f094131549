package org.smartcorrection.location.protocol.jt808;

import java.util.Arrays;

/**
 * Writes frames one after the other into one stretch of bytes, so that the answers to many messages
 * leave at once. It writes what the platform says (0x8001, 0x8100), and for tests and simulated
 * terminals whatever they say.
 */
public final class FrameWriter {
  /** The platform's general answer (8.2). */
  public static final int GENERAL_ANSWER = 0x8001;

  /** The platform's answer to a registration (8.9). */
  public static final int REGISTRATION_ANSWER = 0x8100;

  private static final byte MARK = 0x7e;
  private static final byte ESCAPE = 0x7d;

  private byte[] bytes = new byte[256];
  private int length;
  private int check;
  private int serial;

  /** What the platform makes of a message. */
  public enum Result {
    /** Taken; what it said is durable, or was refused for a reason that is counted. */
    TAKEN,
    /** Not taken: to be sent again. */
    FAILED,
    /** No message of the protocol. */
    MALFORMED,
    /** A message that this platform does not read. */
    UNSUPPORTED
  }

  /** Answers a message of a terminal, in the version that it speaks. */
  @SuppressWarnings("EnumOrdinal") // numbered by the standard in this order
  public void answer(Header to, Result result) {
    byte[] body = new byte[5];
    put(body, 0, to.serial());
    put(body, 2, to.message());
    body[4] = (byte) result.ordinal();
    write(fromPlatform(GENERAL_ANSWER, to), body);
  }

  /**
   * Answers a registration: the terminal is registered already (3). A registration proves nothing,
   * so it is given no authentication code; that was put into the device when it was handed out.
   */
  public void registeredAlready(Header to) {
    byte[] body = new byte[3];
    put(body, 0, to.serial());
    body[2] = 3;
    write(fromPlatform(REGISTRATION_ANSWER, to), body);
  }

  private Header fromPlatform(int message, Header to) {
    return new Header(message, to.version(), to.terminal(), serial++ & 0xffff, 1, 1);
  }

  /**
   * Writes a message.
   *
   * @throws IllegalArgumentException if the body is too long for one, or the terminal's number is
   *     not of the version's length
   */
  public void write(Header header, byte[] body) {
    int digits = header.since2019() ? 20 : 12;
    if (body.length > Header.LENGTH || header.terminal().length() != digits) {
      throw new IllegalArgumentException(
          "no body of 1,023 bytes, no number of %d digits".formatted(digits));
    }
    boolean divided = header.parts() > 1;
    raw(MARK);
    check = 0;
    word(header.message());
    word(
        body.length
            | (header.since2019() ? Header.SINCE_2019 : 0)
            | (divided ? Header.DIVIDED : 0));
    if (header.since2019()) escaped((byte) header.version());
    for (int i = 0; i < digits; i += 2) {
      int two = Character.digit(header.terminal().charAt(i), 10) << 4;
      escaped((byte) (two | Character.digit(header.terminal().charAt(i + 1), 10)));
    }
    word(header.serial());
    if (divided) {
      word(header.parts());
      word(header.part());
    }
    for (byte value : body) escaped(value);
    escaped((byte) check);
    raw(MARK);
  }

  /** What was written since the last time. */
  public byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, length);
    length = 0;
    return taken;
  }

  /** Whether there is nothing to take. */
  public boolean isEmpty() {
    return length == 0;
  }

  private void word(int value) {
    escaped((byte) (value >> 8));
    escaped((byte) value);
  }

  private void escaped(byte value) {
    check ^= value;
    if (value == MARK || value == ESCAPE) {
      raw(ESCAPE);
      raw((byte) (value == MARK ? 2 : 1));
    } else {
      raw(value);
    }
  }

  private void raw(byte value) {
    if (length == bytes.length) bytes = Arrays.copyOf(bytes, length * 2);
    bytes[length++] = value;
  }

  private static void put(byte[] body, int at, int word) {
    body[at] = (byte) (word >> 8);
    body[at + 1] = (byte) word;
  }
}
