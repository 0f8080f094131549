package org.smartcorrection.location.protocol;

import java.util.Optional;
import org.smartcorrection.location.RawFix;

/**
 * What a message of a device says. Whether the position can be one is {@code Fixes.check}'s to say,
 * whether it may be kept the gate's: a protocol is transport only.
 */
public sealed interface Reading {

  /**
   * A position.
   *
   * @param device as the message names it; who sent it is proved by the credential alone
   * @param fix as sent, in WGS-84
   */
  record Position(Optional<String> device, RawFix fix) implements Reading {}

  /** A well-formed message that carries no position, such as an OwnTracks waypoint. */
  record NoPosition() implements Reading {}

  /** Not a message of the protocol. */
  record Malformed(Fault fault) implements Reading {}

  /** What is wrong with a message. */
  enum Fault {
    /** No or an endless name, or characters that are no name. */
    DEVICE_NAME,
    /** A time that cannot be read. */
    TIME,
    /** A latitude or longitude that is no number, or only one of them. */
    POSITION,
    /** Another value that is no number. */
    NUMBER,
    /** No message type, or one that is no text. */
    TYPE,
    /** More or longer values than the protocol has. */
    TOO_LARGE
  }
}
