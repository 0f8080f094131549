package org.smartcorrection.location.protocol.jt808;

/** What is wrong with bytes that a terminal sent. */
public enum Fault {
  /** Bytes outside of a frame. */
  NO_FRAME,
  /** Longer than the longest frame. */
  TOO_LONG,
  /** 0x7d followed by something else than 0x01 or 0x02. */
  ESCAPE,
  /** The exclusive or of all bytes is not the check code. */
  CHECK_CODE,
  /** A header that is cut off or whose terminal number is no number. */
  HEADER,
  /** The body is not as long as the header says. */
  LENGTH,
  /** An encrypted body; nobody agreed on a key with us. */
  ENCRYPTED,
  /** A part of a long message that cannot be one. */
  PART,
  /** A body that is cut off or goes on where it should end. */
  BODY,
  /** A time that is none. */
  TIME
}
