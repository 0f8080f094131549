package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.acceptance.InsideDatabase;
import org.smartcorrection.acceptance.Session;

/**
 * A demonstration that is sent what nobody should send: with the ports of devices open, and more
 * devices than one, because each may say only so much.
 */
final class HostileSite implements AutoCloseable {
  private static final int DEVICES = 24;
  private static final Path HERE = Path.of("").toAbsolutePath();

  private final int jt808 = Tracked.freePort();
  private final int mqtt = Tracked.freePort();
  private final int http = Tracked.freePort();
  private final List<Tracked.Credential> devices = new ArrayList<>();
  private @Nullable Scratch scratch;
  private @Nullable Launch launch;

  /** The running platform; started for the first row that wants it. */
  Launch platform() throws IOException, SQLException, InterruptedException {
    if (launch == null) {
      scratch = Scratch.make();
      Path data = scratch.folder().resolve("data");
      launch =
          Launch.of(
              HERE,
              data,
              Map.of(
                  "SMARTCORRECTION_INGEST_JT808_PORT", Integer.toString(jt808),
                  "SMARTCORRECTION_INGEST_MQTT_PORT", Integer.toString(mqtt),
                  "SMARTCORRECTION_INGEST_HTTP_PORT", Integer.toString(http)));
      handOut(launch, data);
    }
    return launch;
  }

  private void handOut(Launch started, Path data)
      throws IOException, SQLException, InterruptedException {
    UUID positioned;
    try (var database = new InsideDatabase(data)) {
      positioned =
          database
              .identifiers(
                  """
                  select case_id from tracking.grounds
                  where ended_at is null and until_at > now() and from_at < now() limit 1
                  """)
              .getFirst();
    }
    try (Session officer = Session.as(started.platform().address(), "officer")) {
      for (int i = 0; i < DEVICES; i++) devices.add(Tracked.device(officer, positioned));
    }
  }

  /** Those that misbehave. */
  List<Tracked.Credential> hostile() {
    return devices.subList(1, devices.size());
  }

  /** The one that does not, and has to be heard all the time. */
  Tracked.Credential good() {
    return devices.getFirst();
  }

  int jt808() {
    return jt808;
  }

  int http() {
    return http;
  }

  int mqtt() {
    return mqtt;
  }

  @Override
  public void close() throws IOException {
    if (launch != null) launch.close();
    if (scratch != null) scratch.close();
    launch = null;
    scratch = null;
  }
}
