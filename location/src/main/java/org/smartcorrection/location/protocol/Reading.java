package org.smartcorrection.location.protocol;

import java.util.Optional;
import org.smartcorrection.location.supervision.RawReport;

/**
 * What a message of a device says. Whether it can be so is {@code Reports.check}'s to say, whether
 * it may be kept the gate's: a protocol is transport only.
 */
public sealed interface Reading {

  /**
   * Something of one moment: a position, what the sensors say, or both.
   *
   * @param device as the message names it; who sent it is proved by the credential alone
   * @param report as sent, in WGS-84
   */
  record Reported(Optional<String> device, RawReport report) implements Reading {}

  /** A well-formed message that is no report, such as an OwnTracks waypoint. */
  record NoReport() implements Reading {}

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
    /** A yes or no that is neither. */
    FLAG,
    /** No message type, or one that is no text. */
    TYPE,
    /** More or longer values than the protocol has. */
    TOO_LARGE
  }
}
