package org.smartcorrection.platform.kernel;

import java.util.UUID;

/** The credentials with which somebody signs in. */
public record AccountId(UUID value) implements Id {
  /** Reads the usual text form. */
  public static AccountId of(String text) {
    return new AccountId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
