package org.smartcorrection.location.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.recording.PointsCsv.Bad;
import org.smartcorrection.location.recording.PointsCsv.Fault;
import org.smartcorrection.location.recording.PointsCsv.Point;
import org.smartcorrection.location.recording.PointsCsv.Reading;

class PointsCsvTest {
  @Test
  void columns_come_in_any_order_and_what_is_not_said_is_not_known() throws IOException {
    Reading.Read read =
        read(
            """
            \ufefflongitude,Latitude,time,accuracy,note
            104.55,31.15,2026-11-26T08:00:00+08:00,12.5,at home
            104.56,31.15,2026-11-26 00:01:00Z,,
            """);
    assertEquals(
        List.of(
            point(2, "2026-11-26T00:00:00Z", 104.55, OptionalDouble.of(12.5)),
            point(3, "2026-11-26T00:01:00Z", 104.56, OptionalDouble.empty())),
        read.points());
    assertEquals(0, read.badLines());
  }

  @Test
  void a_line_that_makes_no_sense_is_named_and_the_others_are_read() throws IOException {
    Reading.Read read =
        read(
            """
            time,latitude,longitude
            2026-11-26T00:00:00Z,31.15,104.55
            2026-11-26T08:00:00,31.15,104.55
            2026-11-26T00:02:00Z,31.15
            2026-11-26T00:03:00Z,north,104.55
            2026-11-26T00:04:00Z,31.15,104.55
            """);
    assertEquals(List.of(2, 6), read.points().stream().map(Point::line).toList());
    assertEquals(
        List.of(new Bad(3, Fault.TIME), new Bad(4, Fault.CELLS), new Bad(5, Fault.CELLS)),
        read.bad());
  }

  @Test
  void many_bad_lines_are_counted_and_some_are_named() throws IOException {
    Reading.Read read = read("time,latitude,longitude\n" + "never,1,1\n".repeat(1_000));
    assertEquals(1_000, read.badLines());
    assertEquals(PointsCsv.MOST_NAMED, read.bad().size());
  }

  @Test
  void what_is_no_such_file_says_so() throws IOException {
    assertEquals(
        new Reading.Unreadable(1, Fault.HEADER), PointsCsv.read(new StringReader("a,b\n1,2\n")));
    assertEquals(new Reading.Unreadable(1, Fault.HEADER), PointsCsv.read(new StringReader("")));
    assertEquals(
        new Reading.Unreadable(1, Fault.EMPTY),
        PointsCsv.read(new StringReader("time,latitude,longitude\n")));
    Reading.Read hostile = read("time,latitude,longitude\n" + "9".repeat(1_000_000));
    assertTrue(hostile.points().isEmpty());
    assertEquals(List.of(new Bad(2, Fault.TOO_LONG)), hostile.bad());
  }

  private static Reading.Read read(String text) throws IOException {
    return assertInstanceOf(Reading.Read.class, PointsCsv.read(new StringReader(text)));
  }

  private static Point point(int line, String time, double longitude, OptionalDouble accuracy) {
    return new Point(
        line,
        Instant.parse(time),
        31.15,
        longitude,
        accuracy,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
