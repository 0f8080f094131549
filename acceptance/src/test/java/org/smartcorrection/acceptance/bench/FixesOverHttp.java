package org.smartcorrection.acceptance.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How many positions a second become durable and judged that come one by one, each a request of
 * HTTP on a connection that its device keeps.
 */
final class FixesOverHttp implements Row {
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
      var devices = new ArrayList<HttpDevice>();
      for (Tracked.Credential device : tracked.devices())
        devices.add(new HttpDevice(launch.platform().address(), device));
      Instant from = Instant.now().minus(Tracked.OVER_HTTP);
      try (var load = new Load(devices, from, 0)) {
        Throughput through = Throughput.of(load, launch, tracked.data());
        return List.of(
            new Figure(
                id(), "single fixes a second over HTTP", through.aSecond(), "/s", 12_000, 24_000),
            Figure.note(
                "location.2a", "one of them costs, database included", through.micros(), "µs"),
            Figure.note(
                "location.2b",
                "of two cores, the generator took",
                through.generatorCores(),
                "core"));
      }
    }
  }
}
