package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.smartcorrection.location.simulation.Mangled;

/**
 * One port is sent mangled messages of devices that are known, ten minutes long or as long as the
 * argument says. What goes wrong is counted: an answer that owns up to a fault of ours, a good
 * device that is not heard meanwhile, an error in the log, a platform that is gone.
 */
final class Fuzz implements Row {
  private static final String SECONDS = "smartcorrection.bench.fuzz";
  private static final int USUAL = 600;
  private static final int FAULT = 500;
  private static final int ON_A_LINE = 40;
  private static final int BETWEEN_GOOD = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HostileSite site;
  private final HostilePort port;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private int faults;

  Fuzz(HostileSite site, HostilePort port) {
    this.site = site;
    this.port = port;
  }

  static void seconds(String number) {
    System.setProperty(SECONDS, number);
  }

  @Override
  public String id() {
    return "fuzz." + port.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<Figure> measure() throws Exception {
    Launch launch = site.platform();
    long errors = errors(launch);
    long seed = Instant.now().getEpochSecond();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger(SECONDS, USUAL));
    long sent = 0;
    int turn = 0;
    var kinds = new ArrayList<Mangled>();
    for (Tracked.Credential device : site.hostile())
      kinds.add(new Mangled(seed + kinds.size(), port.messages(device, Instant.now())));
    while (System.nanoTime() < end && launch.platform().isAlive()) {
      int device = turn++ % kinds.size();
      Tracked.Credential speaks = site.hostile().get(device);
      if (port.path().isPresent()) {
        send(launch.platform().address().resolve(port.path().get()), speaks, kinds.get(device));
        sent++;
      } else {
        sent += line(speaks, kinds.get(device));
      }
      if (turn % BETWEEN_GOOD == 0) isHeard(launch);
    }
    isHeard(launch);
    faults += Math.toIntExact(errors(launch) - errors);
    if (!launch.platform().isAlive()) faults++;
    return List.of(
        new Figure(id(), "faults of ours, seed " + seed, faults, "", 0, 0),
        Figure.note(id(), "messages sent", (double) sent, ""));
  }

  private void send(URI to, Tracked.Credential device, Mangled mangled)
      throws IOException, InterruptedException {
    String pair = device.id() + ":" + device.key();
    var request =
        HttpRequest.newBuilder(to)
            .timeout(PATIENCE)
            .header("Content-Type", port.type())
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
            .POST(BodyPublishers.ofByteArray(mangled.next()))
            .build();
    try {
      if (http.send(request, BodyHandlers.discarding()).statusCode() >= FAULT) faults++;
    } catch (HttpTimeoutException _) {
      faults++;
    }
  }

  /** Speaks on a line until it is closed, or for a while. */
  private int line(Tracked.Credential device, Mangled mangled) {
    int sent = 0;
    int to =
        switch (port) {
          case MQTT -> site.mqtt();
          case HTTP -> site.http();
          case OSMAND, OWNTRACKS, TRACCAR, BATCH, JT808 -> site.jt808();
        };
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), to)) {
      socket.setSoTimeout((int) PATIENCE.toMillis());
      socket.getOutputStream().write(port.opening(device));
      if (socket.getInputStream().read() < 0) faults++; // a good opening is answered
      for (; sent < ON_A_LINE; sent++) socket.getOutputStream().write(mangled.next());
    } catch (IOException _) {
      sent++; // closed while it was still sending: that is an answer
    }
    return sent;
  }

  /** A good device is heard, whatever others send. */
  private void isHeard(Launch launch) throws IOException, InterruptedException {
    Tracked.Credential good = site.good();
    String query =
        String.format(
            Locale.ROOT,
            "id=%s&key=%s&timestamp=%d&lat=31.15&lon=104.55&accuracy=8&source=gnss",
            good.id(),
            good.key(),
            Instant.now().toEpochMilli());
    var request =
        HttpRequest.newBuilder(launch.platform().address().resolve("/ingest/osmand?" + query))
            .timeout(PATIENCE)
            .build();
    try {
      String answer = http.send(request, BodyHandlers.ofString()).body();
      if (!answer.contains("\"kept\":true")) faults++;
    } catch (HttpTimeoutException _) {
      faults++;
    }
  }

  private static long errors(Launch launch) {
    return launch.platform().text().lines().filter(line -> line.contains(" ERROR ")).count();
  }
}
