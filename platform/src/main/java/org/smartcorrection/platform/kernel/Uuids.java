package org.smartcorrection.platform.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;

/** Time-ordered identifiers (RFC 9562, version 7): globally unique, and kind to indexes. */
public final class Uuids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Uuids() {}

  /** A new identifier of this moment. */
  public static UUID next(Clock clock) {
    long millis = clock.millis();
    long high = (millis << 16) | 0x7000L | RANDOM.nextInt(0x1000);
    long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /**
   * Reads only the canonical text form.
   *
   * @throws NotFound when the text is no identifier: nothing can be there
   */
  static UUID parse(String text) {
    try {
      UUID id = UUID.fromString(text);
      if (id.toString().equals(text.toLowerCase(Locale.ROOT))) return id;
    } catch (IllegalArgumentException _) {
      // falls through: a malformed identifier names nothing
    }
    throw new NotFound();
  }
}
