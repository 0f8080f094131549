package org.smartcorrection.platform.kernel;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Time-ordered identifiers (RFC 9562, version 7): globally unique, and kind to indexes. */
public final class Uuids {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int COUNTER_BITS = 12;
  private static final long COUNTER = (1 << COUNTER_BITS) - 1;
  private static final int HALF_COUNTER = 1 << (COUNTER_BITS - 1);
  private static final long VERSION = 0x7000;
  private static final long SECOND = 1000;
  private static final AtomicLong LAST = new AtomicLong();

  private Uuids() {}

  /**
   * A new identifier of this moment, greater than all that this process made before: what is listed
   * by its identifier stands in the order in which it came, also within a millisecond. The twelve
   * bits behind the time count on (RFC 9562, 6.2, method 1). Only a clock that was set back by more
   * than a second begins anew.
   */
  public static UUID next(Clock clock) {
    long begun = (clock.millis() << COUNTER_BITS) | RANDOM.nextInt(HALF_COUNTER);
    long place =
        LAST.updateAndGet(
            last -> begun > last || last - begun > (SECOND << COUNTER_BITS) ? begun : last + 1);
    long high = ((place >>> COUNTER_BITS) << 16) | VERSION | (place & COUNTER);
    long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** The moment at which an identifier of {@link #next} was made, in milliseconds. */
  public static Instant madeAt(UUID id) {
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
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
