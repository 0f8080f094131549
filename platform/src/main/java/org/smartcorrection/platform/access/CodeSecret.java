package org.smartcorrection.platform.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The shared secret of one account's one-time codes, in the forms in which people take it over. */
public final class CodeSecret {
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private final String login;
  private final byte[] secret;

  CodeSecret(String login, byte[] secret) {
    this.login = login;
    this.secret = secret.clone();
  }

  /** Base32 (RFC 4648) in groups of four, to be typed. */
  public String typed() {
    return base32().replaceAll("(.{4})(?=.)", "$1 ");
  }

  /** The address that a QR code carries to an authenticator application. */
  public String address() {
    String label = URLEncoder.encode(login, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/" + label + "?secret=" + base32() + "&issuer=" + label;
  }

  private String base32() {
    var text = new StringBuilder();
    int buffer = 0;
    int bits = 0;
    for (byte b : secret) {
      buffer = (buffer << 8) | (b & 0xff);
      bits += 8;
      while (bits >= 5) {
        text.append(ALPHABET.charAt((buffer >> (bits - 5)) & 31));
        bits -= 5;
      }
    }
    if (bits > 0) text.append(ALPHABET.charAt((buffer << (5 - bits)) & 31));
    return text.toString();
  }

  @Override
  public String toString() {
    return "CodeSecret[withheld]";
  }
}
