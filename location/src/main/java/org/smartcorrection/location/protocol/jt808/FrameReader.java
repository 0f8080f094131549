package org.smartcorrection.location.protocol.jt808;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Takes the stream of one connection apart into frames (4.4): 0x7e at both ends, 0x7d 0x01 for 0x7d
 * and 0x7d 0x02 for 0x7e within, the exclusive or of all as the last byte. It keeps at most one
 * frame; whatever is broken is named and passed over up to the next 0x7e.
 */
public final class FrameReader {
  private static final int MARK = 0x7e;
  private static final int ESCAPE = 0x7d;
  private static final int HEADER_2013 = 12;
  private static final int HEADER_2019 = 17;
  private static final int DIVISION = 4;
  private static final int LONGEST = HEADER_2019 + DIVISION + Header.LENGTH + 1;

  private final byte[] frame = new byte[LONGEST];
  private int length;
  private int check;
  private boolean escaped;
  private State state = State.OUTSIDE;

  private enum State {
    /** Nothing began yet. */
    OUTSIDE,
    /** A frame is being read. */
    INSIDE,
    /** Passed over until the next mark. */
    BROKEN
  }

  /** Who is told of frames and faults, in the order in which they came. */
  public interface Receiver {
    /** A frame that is one. */
    void frame(Frame frame);

    /** Bytes that are none. */
    void broken(Fault fault);
  }

  /** Reads some bytes of the stream; what is unfinished is finished by the next ones. */
  public void read(byte[] bytes, int from, int until, Receiver to) {
    for (int i = from; i < until; i++) {
      int value = bytes[i] & 0xff;
      if (value == MARK) mark(to);
      else if (state == State.INSIDE) inside(value, to);
      else if (state == State.OUTSIDE) fail(Fault.NO_FRAME, to);
    }
  }

  private void inside(int value, Receiver to) {
    int plain = value;
    if (escaped) {
      escaped = false;
      if (value != 1 && value != 2) {
        fail(Fault.ESCAPE, to);
        return;
      }
      plain = value == 1 ? ESCAPE : MARK;
    } else if (value == ESCAPE) {
      escaped = true;
      return;
    }
    if (length == LONGEST) {
      fail(Fault.TOO_LONG, to);
      return;
    }
    frame[length++] = (byte) plain;
    check ^= plain;
  }

  private void fail(Fault fault, Receiver to) {
    state = State.BROKEN;
    to.broken(fault);
  }

  /** One mark may end a frame and begin the next; two in a row are an end and a beginning. */
  private void mark(Receiver to) {
    if (state == State.INSIDE && length > 0) {
      if (escaped) to.broken(Fault.ESCAPE);
      else if (check != 0) to.broken(Fault.CHECK_CODE);
      else finish(to);
    }
    state = State.INSIDE;
    length = 0;
    check = 0;
    escaped = false;
  }

  private void finish(Receiver to) {
    int end = length - 1; // the check code
    if (end < HEADER_2013) {
      to.broken(Fault.HEADER);
      return;
    }
    int attributes = Bytes.word(frame, 2);
    boolean since2019 = (attributes & Header.SINCE_2019) != 0;
    boolean divided = (attributes & Header.DIVIDED) != 0;
    int own = since2019 ? HEADER_2019 : HEADER_2013;
    int body = own + (divided ? DIVISION : 0);
    if (end < body || !isNumber(since2019)) {
      to.broken(Fault.HEADER);
    } else if ((attributes & Header.ENCRYPTION) != 0) {
      to.broken(Fault.ENCRYPTED);
    } else if (end - body != (attributes & Header.LENGTH)) {
      to.broken(Fault.LENGTH);
    } else {
      int parts = divided ? Bytes.word(frame, own) : 1;
      int part = divided ? Bytes.word(frame, own + 2) : 1;
      if (part < 1 || part > parts) {
        to.broken(Fault.PART);
        return;
      }
      var header =
          new Header(
              Bytes.word(frame, 0),
              since2019 ? Math.max(1, frame[4] & 0xff) : 0,
              number(since2019),
              Bytes.word(frame, own - 2),
              parts,
              part);
      to.frame(new Frame(header, Arrays.copyOfRange(frame, body, end)));
    }
  }

  private boolean isNumber(boolean since2019) {
    for (int i = since2019 ? 5 : 4; i < (since2019 ? 15 : 10); i++) {
      if (!Bytes.isDigits(frame[i])) return false;
    }
    return true;
  }

  private String number(boolean since2019) {
    int from = since2019 ? 5 : 4;
    byte[] digits = new byte[since2019 ? 20 : 12];
    for (int i = 0; i < digits.length; i++) {
      int two = frame[from + i / 2];
      digits[i] = (byte) ('0' + (i % 2 == 0 ? (two >> 4) & 15 : two & 15));
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }
}
