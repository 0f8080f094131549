package org.smartcorrection.location.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Fix;
import org.smartcorrection.location.LocalFrame;
import org.smartcorrection.location.LocalFrame.Offset;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.recording.Recording.Moment;
import org.smartcorrection.location.recording.RecordingCsv.Fault;
import org.smartcorrection.location.recording.RecordingCsv.Reading;

class RecordingTest {
  private static final String GOOD =
      """
      timestamp,x,y,groundtruth
      1964-01-12 00:00:00.000000000,-100.5,200,Driving
      1964-01-12 00:00:05.007000208,-100.5,300,Driving
      """;
  private static final Instant START = Instant.parse("2026-09-29T00:10:00Z");

  @Test
  void time_and_place_are_counted_from_the_first_line() throws IOException {
    Recording recording = assertInstanceOf(Reading.Read.class, read(GOOD)).recording();
    assertEquals(
        List.of(
            new Moment(Duration.ZERO, new Offset(0, 0)),
            new Moment(Duration.ofNanos(5_007_000_208L), new Offset(0, 100))),
        recording.moments());
  }

  @Test
  void an_anchored_recording_starts_there_and_then_turned_and_sped_up() throws IOException {
    Recording recording = assertInstanceOf(Reading.Read.class, read(GOOD)).recording();
    var frame = new LocalFrame(new Wgs84Point(31.2, 104.6));
    List<Fix> fixes = recording.anchored(frame, 90, START, 2, 12);
    assertEquals(frame.origin(), fixes.getFirst().point());
    assertEquals(START, fixes.getFirst().time());
    assertEquals(START.plusMillis(2_504), fixes.getLast().time());
    assertEquals(100, frame.offsetOf(fixes.getLast().point()).east(), 1e-3);
    assertEquals(0, frame.offsetOf(fixes.getLast().point()).north(), 1e-3);
    assertThrows(IllegalArgumentException.class, () -> recording.anchored(frame, 0, START, 0, 12));
  }

  @Test
  void a_line_that_makes_no_sense_is_named() throws IOException {
    assertUnreadable(1, Fault.HEADER, "");
    assertUnreadable(1, Fault.HEADER, "a,b\n");
    assertUnreadable(1, Fault.EMPTY, "timestamp,x,y,groundtruth\n");
    assertUnreadable(4, Fault.CELLS, GOOD + "1964-01-12 00:00:09,1,NaN,Driving\n");
    assertUnreadable(4, Fault.CELLS, GOOD + "1964-01-12 00:00:09,1\n");
    assertUnreadable(4, Fault.TIME, GOOD + "1964-02-30 00:00:09,1,2,Driving\n");
    assertUnreadable(4, Fault.TIME_STANDS_STILL, GOOD + "1964-01-12 00:00:05,1,2,Driving\n");
    assertUnreadable(4, Fault.TOO_LONG, GOOD + "9".repeat(5_000) + "\n");
  }

  @Test
  void a_recording_that_does_not_start_at_zero_cannot_be_made() {
    var late = new Moment(Duration.ofSeconds(1), new Offset(0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Recording(List.of(late)));
    assertThrows(IllegalArgumentException.class, () -> new Recording(List.of()));
  }

  @Test
  void a_damaged_file_is_read_or_refused_and_never_throws() throws IOException {
    long seed = 34;
    var random = new Random(seed);
    for (int i = 0; i < 100_000; i++) {
      var bad = new StringBuilder(GOOD);
      for (int n = random.nextInt(4); n >= 0; n--) {
        int place = random.nextInt(bad.length());
        switch (random.nextInt(3)) {
          case 0 -> bad.setCharAt(place, (char) random.nextInt(0x80));
          case 1 -> bad.deleteCharAt(place);
          default -> bad.insert(place, "e9,-\n".charAt(random.nextInt(5)));
        }
      }
      assertNotNull(read(bad.toString()), "seed " + seed);
    }
  }

  private static Reading read(String csv) throws IOException {
    return RecordingCsv.read(new StringReader(csv));
  }

  private static void assertUnreadable(int line, Fault fault, String csv) throws IOException {
    assertEquals(new Reading.Unreadable(line, fault), read(csv));
  }
}
