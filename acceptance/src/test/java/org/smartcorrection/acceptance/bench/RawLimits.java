package org.smartcorrection.acceptance.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.acceptance.InsideDatabase;
import org.smartcorrection.location.protocol.jt808.Dialect;
import org.smartcorrection.location.protocol.jt808.Fault;
import org.smartcorrection.location.protocol.jt808.Frame;
import org.smartcorrection.location.protocol.jt808.FrameReader;
import org.smartcorrection.location.protocol.jt808.FrameWriter;
import org.smartcorrection.location.protocol.jt808.Header;
import org.smartcorrection.location.protocol.jt808.Said;
import org.smartcorrection.location.supervision.Reports;

/**
 * What nobody who reads these messages and writes to this disk can surpass here: reading alone, and
 * a row for each position that the database copies and does nothing else with.
 */
final class RawLimits {
  private static final int MESSAGES = 2_000;
  private static final int ROWS_AT_ONCE = 8_000;
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
  private static final double NANOS = 1e9;

  private RawLimits() {}

  /** How many positions a second one core reads and looks at. */
  static Figure parsed() {
    Instant from = Instant.now().minus(Duration.ofHours(2));
    List<byte[]> messages = messages(from);
    var hearing = new Hearing(Instant.now());
    long begun = 0;
    long warm = System.nanoTime() + LONG_ENOUGH.toNanos();
    long end = warm + LONG_ENOUGH.toNanos();
    var reader = new FrameReader();
    for (long now = System.nanoTime(); now < end; now = System.nanoTime()) {
      if (begun == 0 && now >= warm) {
        begun = now;
        hearing.good = 0;
      }
      for (byte[] message : messages) reader.read(message, 0, message.length, hearing);
    }
    long read = hearing.good;
    return Figure.note(
        "location.1b",
        "raw limit: positions a second that one core parses",
        rate(read, begun),
        "/s");
  }

  private static List<byte[]> messages(Instant from) {
    var writer = new FrameWriter();
    var messages = new ArrayList<byte[]>();
    for (int i = 0; i < MESSAGES; i++) {
      var header = new Header(Terminal.LOCATIONS, 1, "%020d".formatted(i + 1), i, 1, 1);
      writer.write(
          header,
          Terminal.locations(from.plusSeconds(i), Terminal.AT_ONCE, Load.NORTH, Load.EAST, 0));
      messages.add(writer.take());
    }
    return messages;
  }

  /** Looks at each position as the platform does at first. */
  private static final class Hearing implements FrameReader.Receiver {
    private final Instant now;
    private long good;

    Hearing(Instant now) {
      this.now = now;
    }

    @Override
    public void frame(Frame frame) {
      if (Said.of(frame, Dialect.STANDARD) instanceof Said.Located(var located))
        good +=
            located.stream()
                .filter(raw -> Reports.check(raw, now) instanceof Reports.Checked.Good)
                .count();
    }

    @Override
    public void broken(Fault fault) {
      throw new IllegalStateException(fault.name());
    }
  }

  /** How many rows a second the database takes when it does nothing else, durable 8,000 at once. */
  static Figure copied(InsideDatabase database) throws Exception {
    database.change(
        """
        create table public.raw_limit (
          device uuid, at timestamptz, north float8, east float8, accuracy float4)
        """);
    try {
      String rows =
          "018f0000-0000-7000-8000-000000000000\t2026-11-26 00:00:00Z\t31.2\t104.6\t10\n"
              .repeat(ROWS_AT_ONCE);
      long copied = 0;
      long begun = System.nanoTime();
      while (System.nanoTime() - begun < LONG_ENOUGH.toNanos()) {
        database.copy("copy public.raw_limit from stdin", rows);
        copied += ROWS_AT_ONCE;
      }
      return Figure.note(
          "location.1c", "raw limit: positions a second copied as rows", rate(copied, begun), "/s");
    } finally {
      database.change("drop table public.raw_limit");
    }
  }

  private static double rate(long count, long begun) {
    return count / ((System.nanoTime() - begun) / NANOS);
  }
}
