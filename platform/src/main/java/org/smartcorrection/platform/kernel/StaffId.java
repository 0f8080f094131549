package org.smartcorrection.platform.kernel;

import java.util.UUID;

/** A member of staff, whatever posts they hold. */
public record StaffId(UUID value) implements Id {
  /** Reads the usual text form. */
  public static StaffId of(String text) {
    return new StaffId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
