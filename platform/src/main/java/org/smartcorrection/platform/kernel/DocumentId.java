package org.smartcorrection.platform.kernel;

import java.util.UUID;

/** One document of a case. */
public record DocumentId(UUID value) implements Id {
  /** Reads the usual text form. */
  public static DocumentId of(String text) {
    return new DocumentId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
