package org.smartcorrection.platform.tracking.line;

/**
 * A port at which devices may call.
 *
 * @param speaks what is spoken there
 * @param secure whether inside TLS
 * @param port its number; 0 for any that is free
 */
public record Door(Speaks speaks, boolean secure, int port) {

  /** What a device and the platform speak on a line. */
  public enum Speaks {
    JT808,
    MQTT,
    /** OsmAnd, Traccar and OwnTracks by HTTP. */
    HTTP
  }
}
