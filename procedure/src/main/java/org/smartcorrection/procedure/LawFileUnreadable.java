package org.smartcorrection.procedure;

/** A data file of the law that cannot be understood; the message names file, line and reason. */
public final class LawFileUnreadable extends RuntimeException {

  private final int line;

  LawFileUnreadable(String file, int line, String reason) {
    super(file + ", line " + line + ": " + reason);
    this.line = line;
  }

  /** The line at which reading stopped, from 1; 0 when no line is known. */
  public int line() {
    return line;
  }
}
