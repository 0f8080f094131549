package org.smartcorrection.platform.tracking.line;

import java.nio.file.Path;

/** Why there can be no TLS on the lines of devices; whoever operates the platform can mend it. */
public final class Unfit extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Fault fault;
  private final String file;
  private final String other;

  /** What is wrong. */
  public enum Fault {
    /** A port is set, and no files are. */
    NOT_SET,
    /** There is no such file, or it may not be read. */
    UNREADABLE,
    NO_CERTIFICATE,
    NO_KEY,
    /** The key is not that of the certificate. */
    NOT_ITS_KEY;

    /** Its text, with the two files as arguments. */
    public String key() {
      return "tracking.line.unfit." + name();
    }
  }

  Unfit(Fault fault, Path file, Path other) {
    super(fault.name() + ": " + file);
    this.fault = fault;
    this.file = file.toString();
    this.other = other.toString();
  }

  public Fault fault() {
    return fault;
  }

  /** The file it is about. */
  public String file() {
    return file;
  }

  /** The file that it does not match. */
  public String other() {
    return other;
  }
}
