package org.smartcorrection.platform.kernel;

import java.util.UUID;

/**
 * A unit within a correction agency: its brigade, a squadron, or the place of a judicial office.
 */
public record UnitId(UUID value) implements Id {
  /** Reads the usual text form. */
  public static UnitId of(String text) {
    return new UnitId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
