package org.smartcorrection.platform.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.protocol.Reading;
import org.smartcorrection.location.protocol.Reading.Fault;
import org.smartcorrection.location.supervision.RawReport;
import org.smartcorrection.platform.tracking.BatchReader.Unreadable;

class BatchReaderTest {
  private static final String POINT =
      "{\"timestamp\":1790640600,\"lat\":31.2,\"lon\":104.6,\"accuracy\":12.5,\"charge\":true}";
  private static final String OWNTRACKS =
      "{\"_type\":\"location\",\"tst\":1790640600,\"lat\":31.2,\"lon\":104.6,\"inregions\":[\"home\"]}";

  @Test
  void an_array_and_lines_say_the_same() throws Exception {
    for (String body :
        List.of(
            "[" + POINT + "," + OWNTRACKS + "]",
            POINT + "\n" + OWNTRACKS + "\n",
            POINT + OWNTRACKS)) {
      List<Reading> read = read(body);
      assertEquals(2, read.size());
      for (Reading reading : read) {
        RawReport report = assertInstanceOf(Reading.Reported.class, reading).report();
        assertEquals(Optional.of(Instant.parse("2026-09-29T00:10:00Z")), report.fix().time());
        assertEquals(31.2, report.fix().latitude().orElseThrow());
      }
    }
    assertEquals(List.of(), read("[]"));
    assertEquals(List.of(), read(""));
  }

  @Test
  void what_is_wrong_with_one_point_is_named_and_the_next_is_read() throws Exception {
    var values = new StringBuilder("{\"x0\":0");
    for (int i = 1; i < 1_000; i++) values.append(",\"x").append(i).append("\":0");
    List<Reading> read =
        read("[{\"lat\":\"north\",\"lon\":1}," + values + "}," + POINT + ",{\"_type\":\"lwt\"}]");
    assertEquals(new Reading.Malformed(Fault.POSITION), read.get(0));
    assertEquals(new Reading.Malformed(Fault.TOO_LARGE), read.get(1));
    assertInstanceOf(Reading.Reported.class, read.get(2));
    assertEquals(new Reading.NoReport(), read.get(3));
  }

  @Test
  void what_is_no_batch_is_unreadable_from_there_on() throws Exception {
    for (String body :
        List.of(
            "5",
            "\"text\"",
            "[1]",
            "{\"a\":",
            POINT + "}",
            "[".repeat(20),
            "{\"a\":\"" + "a".repeat(5_000) + "\"}",
            "{\"a\":" + "9".repeat(500) + "}")) {
      assertThrows(Unreadable.class, () -> read(body), body);
    }
    try (BatchReader reader = reader(POINT + "\n{broken")) {
      assertInstanceOf(Reading.Reported.class, reader.next().orElseThrow());
      assertThrows(Unreadable.class, reader::next);
    }
  }

  @Test
  void a_million_points_are_never_in_memory_at_once() throws Exception {
    int points = 1_000_000;
    byte[] line = (POINT + "\n").getBytes(StandardCharsets.UTF_8);
    var stream = new Endless(line, (long) points * line.length);
    try (var reader = new BatchReader(stream)) {
      long read = 0;
      while (reader.next().isPresent()) {
        read++;
        assertTrue(stream.given - read * line.length < 64 * 1_024, "read ahead by a buffer alone");
      }
      assertEquals(points, read);
    }
  }

  @Test
  void nothing_that_can_be_uploaded_makes_it_throw_otherwise() {
    long seed = 75;
    var random = new Random(seed);
    for (int i = 0; i < 100_000; i++) {
      byte[] body = (POINT + "\n" + OWNTRACKS).getBytes(StandardCharsets.UTF_8);
      for (int n = random.nextInt(5); n >= 0; n--) {
        body[random.nextInt(body.length)] =
            random.nextBoolean()
                ? (byte) random.nextInt(256)
                : (byte) "{}[]\",:\\0-e.n".charAt(random.nextInt(13));
      }
      try (var reader = new BatchReader(new ByteArrayInputStream(body))) {
        while (reader.next().isPresent()) assertTrue(body.length > 0);
      } catch (Unreadable _) {
        assertTrue(body.length > 0, "seed " + seed);
      }
    }
  }

  /** The same line over and over, made when it is read. */
  private static final class Endless extends InputStream {
    private final byte[] line;
    private final long length;
    private long given;

    Endless(byte[] line, long length) {
      this.line = line;
      this.length = length;
    }

    @Override
    public int read() {
      return given == length ? -1 : line[(int) (given++ % line.length)];
    }

    @Override
    public int read(byte[] bytes, int from, int most) {
      if (given == length) return -1;
      int at = (int) (given % line.length);
      int count = (int) Math.min(Math.min(most, line.length - at), length - given);
      System.arraycopy(line, at, bytes, from, count);
      given += count;
      return count;
    }
  }

  private static BatchReader reader(String body) {
    return new BatchReader(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Reading> read(String body) throws Unreadable {
    try (BatchReader reader = reader(body)) {
      var read = new ArrayList<Reading>();
      for (Optional<Reading> next = reader.next(); next.isPresent(); next = reader.next()) {
        read.add(next.get());
      }
      return read;
    }
  }
}
