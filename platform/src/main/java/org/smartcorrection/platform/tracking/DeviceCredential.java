package org.smartcorrection.platform.tracking;

/**
 * With what a device proves itself: as user name and password of HTTP Basic, or as the parameters
 * {@code id} and {@code key} of the OsmAnd protocol. Shown once; only a digest of the key is kept.
 */
public record DeviceCredential(String id, String key) {
  @Override
  public String toString() {
    return "DeviceCredential[" + id + "]";
  }
}
