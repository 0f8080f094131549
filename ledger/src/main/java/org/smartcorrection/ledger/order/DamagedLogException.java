package org.smartcorrection.ledger.order;

import java.io.IOException;

/**
 * The files of a log are not what its last checkpoint says, and cannot be made so again from one
 * another. The log stays shut: restore the files from a backup that is at least as new.
 */
public final class DamagedLogException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong with which file. */
  public DamagedLogException(String message) {
    super(message);
  }
}
