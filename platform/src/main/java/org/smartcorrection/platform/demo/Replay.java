package org.smartcorrection.platform.demo;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    try (var door = DeviceDoor.of(settings, port)) {
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
        door.send(credential, Map.of(), fix);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException | GeneralSecurityException | DataAccessException e) {
      LOG.warn("the recording cannot be played: {}", e.getClass().getSimpleName());
    }
  }

  private void await(Instant time) throws InterruptedException {
    Duration left = Duration.between(clock.instant(), time);
    if (left.isPositive()) Thread.sleep(left);
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
