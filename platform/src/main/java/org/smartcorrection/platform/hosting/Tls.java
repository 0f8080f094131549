package org.smartcorrection.platform.hosting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.smartcorrection.platform.kernel.DataFolder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Switches the web server to TLS and opens it to the local network. */
final class Tls {
  private Tls() {}

  static Path folder(DataFolder data) {
    return data.keys().resolve("tls");
  }

  static void configure(ConfigurableEnvironment settings, DataFolder data, Clock clock) {
    try {
      var names = new TreeSet<>(hosts());
      names.add("localhost");
      names.add("127.0.0.1");
      var store = ServerCertificate.current(folder(data), names, clock);
      settings
          .getPropertySources()
          .addFirst(
              new MapPropertySource(
                  "local network",
                  Map.of(
                      "server.address", "0.0.0.0",
                      "server.ssl.key-store", store.file().toUri().toString(),
                      "server.ssl.key-store-type", "PKCS12",
                      "server.ssl.key-store-password", store.password(),
                      "server.servlet.session.cookie.secure", "true")));
    } catch (IOException e) {
      throw CannotStart.on(data.root(), e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the server certificate cannot be made", e);
    }
  }

  /** The addresses of this machine on its local networks, and its name. */
  static SortedSet<String> hosts() {
    try {
      var hosts = new TreeSet<String>();
      for (NetworkInterface network : NetworkInterface.networkInterfaces().toList())
        if (network.isUp() && !network.isLoopback())
          network
              .inetAddresses()
              .filter(InetAddress::isSiteLocalAddress)
              .forEach(address -> hosts.add(address.getHostAddress()));
      return hosts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
