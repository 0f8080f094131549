package org.smartcorrection.platform.access;

/**
 * Somebody asks where a person was, and is here for something that does not need it (CCL 29: used
 * for correction alone, and in strict confidence). They are asked for what they look, and come
 * back.
 */
public final class PurposeNeeded extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PurposeNeeded() {
    super("purpose needed");
  }
}
