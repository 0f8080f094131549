package org.smartcorrection.node.command;

/** What was given cannot be used; the message is a text for people. */
final class SetupException extends Exception {
  private static final long serialVersionUID = 1L;

  SetupException(String message) {
    super(message);
  }
}
