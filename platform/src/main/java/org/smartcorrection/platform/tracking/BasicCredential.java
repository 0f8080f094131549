package org.smartcorrection.platform.tracking;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A device's credential in HTTP Basic (RFC 7617). */
public final class BasicCredential {
  private static final String BASIC = "Basic ";

  private BasicCredential() {}

  /** The credential in a header of authorisation; none if there is no such header or credential. */
  public static Optional<DeviceCredential> of(@Nullable String header) {
    if (header == null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
      return Optional.empty();
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new DeviceCredential(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
