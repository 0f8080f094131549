package org.smartcorrection.platform.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time codes (RFC 6238: SHA-1, 6 digits, 30 seconds), as every authenticator
 * application makes them. One step of clock drift to each side is forgiven.
 */
public final class OneTimeCodes {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int SECRET_BYTES = 20;
  private static final SecureRandom RANDOM = new SecureRandom();
  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP);

  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /** The code of this moment. */
  String code(byte[] secret, Instant at) {
    try {
      return generator.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("any bytes are an HMAC key", e);
    }
  }

  /** The time step in which the code is right, or empty when it is wrong. */
  OptionalLong step(byte[] secret, String code, Instant now) {
    byte[] given = code.strip().getBytes(StandardCharsets.UTF_8);
    OptionalLong found = OptionalLong.empty();
    for (int drift = -1; drift <= 1; drift++) {
      Instant at = now.plus(STEP.multipliedBy(drift));
      byte[] right = code(secret, at).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, given))
        found = OptionalLong.of(at.getEpochSecond() / STEP.toSeconds());
    }
    return found;
  }
}
