package org.smartcorrection.platform.kernel;

/** Nothing is there, or nothing that this visitor may know of: the two look the same on purpose. */
public final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotFound() {
    super("not found");
  }
}
