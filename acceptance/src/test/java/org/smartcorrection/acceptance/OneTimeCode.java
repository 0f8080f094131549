package org.smartcorrection.acceptance;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What an authenticator application does with the secret that was typed into it (RFC 6238). */
record OneTimeCode(String secret) {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int SIX_DIGITS = 1_000_000;

  /** The code of a moment. */
  String at(Instant moment) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA1");
    mac.init(new SecretKeySpec(bytes(), "RAW"));
    byte[] counter =
        ByteBuffer.allocate(Long.BYTES).putLong(moment.getEpochSecond() / STEP.toSeconds()).array();
    byte[] hash = mac.doFinal(counter);
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
    return "%06d".formatted(number % SIX_DIGITS);
  }

  /** Base32 (RFC 4648) as people read it, in groups. */
  private byte[] bytes() {
    String typed = secret.replace(" ", "");
    var bytes = ByteBuffer.allocate(typed.length() * 5 / 8);
    int buffer = 0;
    int bits = 0;
    for (int at = 0; at < typed.length(); at++) {
      buffer = buffer << 5 | ALPHABET.indexOf(typed.charAt(at));
      bits += 5;
      if (bits < Byte.SIZE) continue;
      bits -= Byte.SIZE;
      bytes.put((byte) (buffer >> bits));
    }
    return bytes.array();
  }

  @Override
  public String toString() {
    return "OneTimeCode[withheld]";
  }
}
