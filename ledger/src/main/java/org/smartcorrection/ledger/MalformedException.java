package org.smartcorrection.ledger;

/**
 * Bytes from outside are not in the format they claim. The message names the rule that was broken
 * and never repeats the bytes, which may come from anywhere.
 */
public final class MalformedException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedException(String message) {
    super(message);
  }

  public MalformedException(String message, Throwable cause) {
    super(message, cause);
  }
}
