package org.smartcorrection.platform.tracking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.smartcorrection.platform.kernel.PersonId;

/**
 * A person's time in stretches of thirty days. What devices sent in one is sealed under a key of
 * its own, so that destroying that key deletes it wherever copies lie (PIPL 47). The stretches of
 * different people begin on different days, so that no night makes everybody's keys.
 */
public final class Stretches {
  private static final int DAYS = 30;
  private static final long MILLIS = Duration.ofDays(DAYS).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private Stretches() {}

  /** Which stretch of a person a moment belongs to. */
  static long number(PersonId person, Instant at) {
    return Math.floorDiv(at.toEpochMilli() - begin(person), MILLIS);
  }

  /** When the stretch of a moment is over. */
  public static Instant end(PersonId person, Instant at) {
    return Instant.ofEpochMilli(begin(person) + (number(person, at) + 1) * MILLIS);
  }

  /** When a stretch with this end began. */
  public static Instant begin(Instant end) {
    return end.minusMillis(MILLIS);
  }

  private static long begin(PersonId person) {
    return Math.floorMod(person.value().hashCode(), DAYS) * DAY;
  }

  /** In whose name the vault has the key of a stretch. */
  public static PersonId owner(PersonId person, Instant at) {
    String name = "stretch/" + person + "/" + number(person, at);
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.US_ASCII));
      ByteBuffer bits = ByteBuffer.wrap(digest);
      long most = (bits.getLong() & ~0xf000L) | 0x8000L; // version 8 of RFC 9562
      long least = (bits.getLong() & (-1L >>> 2)) | Long.MIN_VALUE;
      return new PersonId(new UUID(most, least));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
