package org.smartcorrection.platform.welfare;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.NotFound;

/** Reads identifiers out of addresses. */
final class Pages {
  private Pages() {}

  /** The key from which a list goes on. */
  static @Nullable String key(@Nullable String before) {
    return before == null ? null : id(before).toString();
  }

  static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new NotFound();
    }
  }
}
