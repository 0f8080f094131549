package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.acceptance.InsideDatabase;
import org.smartcorrection.acceptance.Session;

/**
 * The demonstration with 1,000 people who carry a dedicated device, each with an area and pieces of
 * forbidden ground. Their history is told, act by act, and their devices are handed out for the
 * first row that wants them; a folder in which that was done can be named, its devices are handed
 * out anew. One that does not exist yet is made, to be used again.
 */
final class Tracked implements AutoCloseable {
  static final int PEOPLE = 1_000;

  /**
   * Of when the positions of a row are: each row's are later than those of the rows before it, so
   * that none is late.
   */
  static final Duration OVER_TCP = Duration.ofHours(70);

  static final Duration OVER_HTTP = Duration.ofHours(54);
  static final Duration BESIDE_ALARMS = Duration.ofHours(38);
  static final Duration WHILE_KILLED = Duration.ofDays(1);

  /** A million acts are told in a while. */
  private static final Duration PATIENCE = Duration.ofHours(2);

  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Pattern CREDENTIAL = Pattern.compile("<dd><code>([^<]+)</code></dd>");

  private final int port = freePort();
  private final int http = freePort();
  private final int zones;
  private final String heap;
  private final @Nullable String told;
  private final List<Credential> devices = new ArrayList<>();
  private @Nullable Scratch scratch;

  /**
   * People who were not told of yet.
   *
   * @param zones pieces of forbidden ground of each
   * @param heap of the platform, as Java takes it
   * @param folder the property that may name the folder
   */
  Tracked(int zones, String heap, String folder) {
    this.zones = zones;
    this.heap = heap;
    this.told = System.getProperty(folder);
  }

  /** With what a device proves itself. */
  record Credential(String id, String key) {}

  /** Starts it; the devices are handed out when this returns. Whoever starts it closes it. */
  Launch start() throws IOException, SQLException, InterruptedException {
    if (told == null && scratch == null) {
      scratch = Scratch.make();
      Launch.of(HERE, scratch.folder().resolve("built")).close();
    }
    Launch launch = Launch.of(HERE, data(), settings(), PATIENCE);
    if (devices.isEmpty()) {
      System.out.printf("         1,300 cases: Ready after %.0f s%n", launch.seconds());
      try {
        handOut(launch);
      } catch (IOException | SQLException | InterruptedException | RuntimeException e) {
        launch.close();
        throw e;
      }
    }
    return launch;
  }

  private Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("SMARTCORRECTION_DEMO_CASES", "1300");
    settings.put("SMARTCORRECTION_DEMO_ZONES", Integer.toString(zones));
    settings.put("SMARTCORRECTION_HEAP", heap);
    settings.put("SMARTCORRECTION_INGEST_JT808_PORT", Integer.toString(port));
    settings.put("SMARTCORRECTION_INGEST_HTTP_PORT", Integer.toString(http));
    return settings;
  }

  private void handOut(Launch launch) throws IOException, SQLException, InterruptedException {
    List<UUID> positioned;
    try (var database = new InsideDatabase(data())) {
      positioned =
          database.identifiers(
              """
              select g.case_id from tracking.grounds g
              where g.ended_at is null and g.until_at > now() and g.from_at < now() - interval '3 days'
              order by g.case_id limit %d
              """
                  .formatted(PEOPLE));
    }
    if (positioned.size() < PEOPLE)
      throw new IllegalStateException(positioned.size() + " people have a ground, too few");
    try (Session officer = Session.as(launch.platform().address(), "officer")) {
      for (UUID caseId : positioned) devices.add(device(officer, caseId));
    }
  }

  static Credential device(Session officer, UUID caseId) throws IOException, InterruptedException {
    String page = "/console/cases/" + caseId + "/devices";
    officer.read(page);
    officer.post(page, Map.of("kind", "DEDICATED"));
    Matcher found = CREDENTIAL.matcher(officer.read(page));
    String[] credential = new String[2];
    for (int i = 0; i < credential.length && found.find(); i++) credential[i] = found.group(1);
    return new Credential(credential[0], credential[1]);
  }

  List<Credential> devices() {
    return List.copyOf(devices);
  }

  /** A terminal for each of some devices. */
  List<Terminal> terminals(List<Credential> of) throws IOException {
    var terminals = new ArrayList<Terminal>();
    for (Credential device : of) terminals.add(new Terminal(port, terminals.size(), device));
    return terminals;
  }

  /** Where JT/T 808 is spoken. */
  int port() {
    return port;
  }

  /** Where devices call by HTTP. */
  URI http() {
    return URI.create("http://127.0.0.1:" + http);
  }

  Path data() {
    if (told != null) return Path.of(told);
    if (scratch == null) throw new IllegalStateException("not started yet");
    return scratch.folder().resolve("data");
  }

  static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (scratch != null) scratch.close();
    scratch = null;
  }
}
