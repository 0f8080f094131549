package org.smartcorrection.acceptance.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.smartcorrection.acceptance.InsideDatabase;

/**
 * How many positions a second become durable and judged, from 1,000 devices with ten zones each,
 * over JT/T 808 in messages of 30; what one of them costs, database included and generator
 * excluded; and how many bytes it takes on the disk.
 */
final class FixesOverTcp implements Row {
  private static final int MOST_BINDING_SECONDS = 60;

  private final Tracked tracked;

  FixesOverTcp(Tracked tracked) {
    this.tracked = tracked;
  }

  @Override
  public String id() {
    return "location.1";
  }

  @Override
  public List<Figure> measure() throws Exception {
    try (Launch launch = tracked.start();
        var database = new InsideDatabase(tracked.data())) {
      var figures = new ArrayList<Figure>();
      Instant from = Instant.now().minus(Tracked.OVER_TCP);
      try (var load = new Load(tracked.terminals(tracked.devices()), from, 0)) {
        Throughput through = Throughput.of(load, launch, tracked.data());
        figures.add(
            new Figure(
                id(),
                "positions a second, durable and judged",
                through.aSecond(),
                "/s",
                45_000,
                90_000));
        figures.add(
            Figure.note(
                "location.1a",
                "of two cores, the generator took",
                through.generatorCores(),
                "core"));
        figures.add(
            new Figure(
                "location.3",
                "a position costs, database included, generator excluded",
                through.micros(),
                "µs",
                40,
                18));
      }
      figures.add(RawLimits.parsed());
      figures.add(RawLimits.copied(database));
      figures.add(bytes(database));
      return figures;
    }
  }

  /** Small pages are bound together while nothing comes. */
  private static Figure bytes(InsideDatabase database) throws Exception {
    String pages = "select count(*) from tracking.journal";
    long before = database.number(pages);
    for (int second = 0; second < MOST_BINDING_SECONDS; second++) {
      LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
      long now = database.number(pages);
      if (now == before) break;
      before = now;
    }
    database.change("vacuum full tracking.journal");
    long size =
        database.number(
            """
            select pg_total_relation_size('tracking.journal')
              + pg_total_relation_size('tracking.snapshots')
            """);
    long entries = database.number("select sum(entries) from tracking.journal");
    return new Figure(
        "location.8",
        "bytes of a stored position, indexes and snapshots included",
        size / (double) entries,
        "B",
        200,
        150);
  }
}
