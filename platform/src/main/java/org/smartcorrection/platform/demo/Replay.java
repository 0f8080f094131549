package org.smartcorrection.platform.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.smartcorrection.location.DeviceKind;
import org.smartcorrection.location.Fix;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.tracking.Device;
import org.smartcorrection.platform.tracking.DeviceCredential;
import org.smartcorrection.platform.tracking.Devices;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Plays a real recording as Mr Zhou's device would send it: over HTTP, with the device's own
 * credential, each fix at its time. Nothing of it takes a way past the gate.
 */
@Component
@Profile("demo")
class Replay implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
  private static final Duration HEAD_START = Duration.ofSeconds(2);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final DemoAccounts accounts;
  private final Devices devices;
  private final Clock clock;
  private volatile @Nullable Thread player;

  Replay(DemoAccounts accounts, Devices devices, Clock clock) {
    this.accounts = accounts;
    this.devices = devices;
    this.clock = clock;
  }

  @EventListener
  void on(ApplicationReadyEvent ready) {
    Environment settings = ready.getApplicationContext().getEnvironment();
    String port = settings.getProperty("local.server.port", "8080");
    player = Thread.ofPlatform().name("demo-replay").daemon().start(() -> play(settings, port));
  }

  private void play(Environment settings, String port) {
    try (HttpClient http = client(settings)) {
      String door = (isTls(settings) ? "https" : "http") + "://localhost:" + port;
      PersonId zhou =
          accounts
              .actor("subject")
              .map(Actor::person)
              .orElseThrow(() -> new IllegalStateException("the story has lost its person"));
      for (Device old : devices.of(zhou)) devices.retire(old.id());
      DeviceCredential credential = devices.register(zhou, DeviceKind.DEDICATED);
      List<Fix> fixes = Scenario.leaving(clock.instant().plus(HEAD_START));
      for (Fix fix : fixes) {
        await(fix.time());
        send(http, door, credential, fix);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException | GeneralSecurityException | DataAccessException e) {
      LOG.warn("the recording cannot be played: {}", e.getClass().getSimpleName());
    }
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

  private void await(Instant time) throws InterruptedException {
    Duration left = Duration.between(clock.instant(), time);
    if (left.isPositive()) Thread.sleep(left);
  }

  private static void send(HttpClient http, String door, DeviceCredential credential, Fix fix)
      throws IOException, InterruptedException {
    String query =
        String.format(
            Locale.ROOT,
            "id=%s&key=%s&timestamp=%s&lat=%.7f&lon=%.7f&accuracy=%.1f&source=gnss",
            credential.id(),
            credential.key(),
            fix.time().toEpochMilli(),
            fix.point().latitude(),
            fix.point().longitude(),
            fix.accuracyMetres());
    URI address = URI.create(door + "/ingest/osmand?" + query);
    http.send(
        HttpRequest.newBuilder(address).timeout(PATIENCE).GET().build(),
        HttpResponse.BodyHandlers.discarding());
  }

  /** What it asks of the database comes to its end before the database does. */
  @Override
  public void destroy() {
    Thread playing = player;
    if (playing == null) return;
    playing.interrupt();
    try {
      boolean _ = playing.join(PATIENCE);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
