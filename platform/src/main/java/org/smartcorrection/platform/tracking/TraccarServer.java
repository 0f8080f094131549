package org.smartcorrection.platform.tracking;

import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The site's own Traccar server, if it has one: it has one address to which it forwards what all
 * its terminals say, so it proves itself, and names the terminal. Which device that is stands in
 * the device's registration.
 */
@Component
class TraccarServer {
  /** As whom it proves itself. */
  static final String ID = "traccar";

  private static final int SHORTEST = 20;

  private final boolean open;
  private final byte[] digest;

  TraccarServer(@Value("${smartcorrection.ingest.traccar.key}") String key) {
    if (!key.isEmpty() && key.length() < SHORTEST)
      throw new IllegalArgumentException(
          "smartcorrection.ingest.traccar.key has at least " + SHORTEST + " characters");
    open = !key.isEmpty();
    digest = Devices.digest(key);
  }

  /** Whether the site has one. */
  boolean isOpen() {
    return open;
  }

  /** Whether it is this server that speaks. */
  boolean is(DeviceCredential credential) {
    return open
        && credential.id().equals(ID)
        && MessageDigest.isEqual(digest, Devices.digest(credential.key()));
  }
}
