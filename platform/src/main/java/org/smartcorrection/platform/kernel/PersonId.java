package org.smartcorrection.platform.kernel;

import java.util.UUID;

/** A person under correction. */
public record PersonId(UUID value) implements Id {
  /** Reads the usual text form. */
  public static PersonId of(String text) {
    return new PersonId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
