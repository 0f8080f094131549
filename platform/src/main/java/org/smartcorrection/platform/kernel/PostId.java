package org.smartcorrection.platform.kernel;

import java.util.UUID;

/** A post in an agency; accounts act in posts. */
public record PostId(UUID value) implements Id {
  /** Reads the usual text form. */
  public static PostId of(String text) {
    return new PostId(Uuids.parse(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
