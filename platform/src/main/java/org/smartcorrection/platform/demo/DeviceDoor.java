package org.smartcorrection.platform.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.smartcorrection.location.Fix;
import org.smartcorrection.platform.tracking.DeviceCredential;
import org.springframework.core.env.Environment;

/** The door through which the devices of the demonstration speak, as any other would. */
final class DeviceDoor implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final HttpClient http;
  private final String address;

  private DeviceDoor(HttpClient http, String address) {
    this.http = http;
    this.address = address;
  }

  static DeviceDoor of(Environment settings, String port)
      throws IOException, GeneralSecurityException {
    String scheme = isTls(settings) ? "https" : "http";
    return new DeviceDoor(client(settings), scheme + "://localhost:" + port + "/ingest/osmand?");
  }

  private static boolean isTls(Environment settings) {
    return settings.getProperty("server.ssl.key-store") != null;
  }

  /** Over TLS the device has been given the local authority, as the trust guide asks of a phone. */
  private static HttpClient client(Environment settings)
      throws IOException, GeneralSecurityException {
    var client = HttpClient.newBuilder().connectTimeout(PATIENCE);
    if (isTls(settings)) {
      var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      managers.init(authority(settings));
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers.getTrustManagers(), null);
      client.sslContext(context);
    }
    return client.build();
  }

  private static KeyStore authority(Environment settings)
      throws IOException, GeneralSecurityException {
    KeyStore own = KeyStore.getInstance("PKCS12");
    Path file = Path.of(URI.create(settings.getRequiredProperty("server.ssl.key-store")));
    try (InputStream in = Files.newInputStream(file)) {
      own.load(in, settings.getRequiredProperty("server.ssl.key-store-password").toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    for (String alias : Collections.list(own.aliases())) {
      Certificate[] chain = own.getCertificateChain(alias);
      trusted.setCertificateEntry(alias, chain[chain.length - 1]);
    }
    return trusted;
  }

  /** Sends a position by OsmAnd, with whatever else is said. */
  void send(DeviceCredential credential, Map<String, String> more, Fix fix)
      throws IOException, InterruptedException {
    var query =
        new StringBuilder(
            String.format(
                Locale.ROOT,
                "id=%s&key=%s&timestamp=%s&lat=%.7f&lon=%.7f&accuracy=%.1f&source=%s",
                credential.id(),
                credential.key(),
                fix.time().toEpochMilli(),
                fix.point().latitude(),
                fix.point().longitude(),
                fix.accuracyMetres(),
                fix.source().name().toLowerCase(Locale.ROOT)));
    more.forEach(
        (name, value) ->
            query
                .append('&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    http.send(
        HttpRequest.newBuilder(URI.create(address + query)).timeout(PATIENCE).GET().build(),
        HttpResponse.BodyHandlers.discarding());
  }

  @Override
  public void close() {
    http.close();
  }
}
