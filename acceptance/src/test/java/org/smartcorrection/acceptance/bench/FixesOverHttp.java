package org.smartcorrection.acceptance.bench;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many positions a second become durable and judged that come one by one, each a request of
 * HTTP on a connection that its device keeps: at the port that is for devices alone, and beside it
 * at the one where pages are served.
 */
final class FixesOverHttp implements Row {
  /** More than is sent in the first part, so that nothing of the second is late. */
  private static final Duration LATER = Duration.ofHours(4);

  private final Tracked tracked;

  FixesOverHttp(Tracked tracked) {
    this.tracked = tracked;
  }

  @Override
  public String id() {
    return "location.2";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (Launch launch = tracked.start()) {
      Instant from = Instant.now().minus(Tracked.OVER_HTTP);
      Throughput own = through(launch, tracked.http(), from);
      Throughput shared = through(launch, launch.platform().address(), from.plus(LATER));
      return List.of(
          new Figure(id(), "single fixes a second over HTTP", own.aSecond(), "/s", 12_000, 24_000),
          Figure.note("location.2a", "one of them costs, database included", own.micros(), "µs"),
          Figure.note(
              "location.2b", "of two cores, the generator took", own.generatorCores(), "core"),
          Figure.note("location.2c", "at the port where pages are served", shared.aSecond(), "/s"),
          Figure.note("location.2d", "one of them costs there", shared.micros(), "µs"));
    }
  }

  private Throughput through(Launch launch, URI door, Instant from) throws IOException {
    var devices = new ArrayList<HttpDevice>();
    for (Tracked.Credential device : tracked.devices()) devices.add(new HttpDevice(door, device));
    try (var load = new Load(devices, from, 0)) {
      return Throughput.of(load, launch, tracked.data());
    }
  }
}
