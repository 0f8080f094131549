package org.smartcorrection.platform.subjects;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 of an identity number under a key of this installation. */
final class IdentityDigest {
  private static final String ALGORITHM = "HmacSHA256";
  private final SecretKeySpec key;

  IdentityDigest(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  byte[] of(String number) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal(number.strip().toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
    }
  }
}
