package org.smartcorrection.platform.exchange.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * By which the receiver knows that a message is ours, is whole, and is of now: HMAC-SHA-256 over
 * the second and the body. Whoever checks it refuses what is older than a few minutes.
 */
final class Signature {
  static final String HEADER = "Smart-Correction-Signature";

  private Signature() {}

  /** The header's value: {@code t=<seconds>,v1=<hex>}. */
  static String of(byte[] secret, Instant at, String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      long seconds = at.getEpochSecond();
      byte[] signed = mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }
}
