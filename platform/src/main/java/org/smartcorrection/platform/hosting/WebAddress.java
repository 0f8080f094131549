package org.smartcorrection.platform.hosting;

import org.springframework.core.env.Environment;

/**
 * Where a browser on this machine finds the platform.
 *
 * @param lan whether other machines of the network may, too; then only over TLS
 * @param port 0 when the system is to choose one
 */
record WebAddress(boolean lan, int port) {
  private static final int DEFAULT_PORT = 8080;

  static WebAddress of(Environment settings) {
    return new WebAddress(
        settings.getProperty(HostingConfiguration.LAN, Boolean.class, false),
        settings.getProperty("server.port", Integer.class, DEFAULT_PORT));
  }

  WebAddress at(int actualPort) {
    return new WebAddress(lan, actualPort);
  }

  String on(String host) {
    String bracketed = host.contains(":") ? "[" + host + "]" : host;
    return (lan ? "https://" : "http://") + bracketed + ":" + port;
  }

  @Override
  public String toString() {
    return on("localhost");
  }
}
