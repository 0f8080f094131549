package org.smartcorrection.platform.kernel;

import java.util.UUID;

/** One official act. */
public record ActId(UUID value) implements Id {
  /** Reads the usual text form. */
  public static ActId of(String text) {
    return new ActId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
