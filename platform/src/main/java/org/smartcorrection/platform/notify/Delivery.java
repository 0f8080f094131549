package org.smartcorrection.platform.notify;

/** What came of a message. */
public sealed interface Delivery {
  /** It left this house. */
  record Sent() implements Delivery {}

  /**
   * It could not leave.
   *
   * @param why the part of the message keys {@code notify.unavailable.…} that says so
   */
  record Unavailable(String why) implements Delivery {}
}
