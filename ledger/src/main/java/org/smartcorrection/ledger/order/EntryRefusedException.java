package org.smartcorrection.ledger.order;

/** An entry that the log will never take: for another log, or not signed by a known agency. */
public final class EntryRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  public EntryRefusedException(String message) {
    super(message);
  }
}
