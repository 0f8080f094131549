package org.smartcorrection.location.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.smartcorrection.location.Wgs84Point;
import org.smartcorrection.location.recording.Gpx.Fault;
import org.smartcorrection.location.recording.GpxRecording.Notes;

class GpxTest {
  private static final Path REAL =
      Path.of("..", "platform", "src", "main", "resources", "demo", "recordings", "gpx");

  @Test
  void a_recording_of_1901_keeps_its_places_and_loses_its_times() throws IOException {
    GpxRecording recording = real("Mojstrovka.gpx");
    assertEquals(184, recording.points().size());
    assertEquals(new Notes(0, 0, 0, 184, 0), recording.notes());
    assertTrue(recording.points().stream().allMatch(point -> point.time().isEmpty()));
    assertEquals(new Wgs84Point(46.434981, 13.748273), recording.points().getFirst().place());
  }

  @Test
  void a_good_recording_shows_its_true_place_and_time() throws IOException {
    GpxRecording recording = real("cerknicko-jezero.gpx");
    assertEquals(296, recording.points().size());
    assertEquals(0, recording.notes().withoutTime());
    assertTrue(
        recording.points().stream()
            .map(point -> point.time().orElseThrow())
            .allMatch(time -> time.toString().startsWith("2010-08-05")));
  }

  @Test
  void a_recording_with_missing_times_says_how_many() throws IOException {
    GpxRecording recording = real("korita-zbevnica.gpx");
    assertEquals(871, recording.points().size());
    assertEquals(871 - 513, recording.notes().withoutTime());
    assertEquals(3, recording.segments().size());
    assertEquals("03-OCT-10 #2", recording.segments().getFirst().track());
  }

  @Test
  void odd_points_are_noted_one_by_one() throws IOException {
    GpxRecording recording =
        read(
            """
            <gpx><trk><name>a</name><trkseg>
            <trkpt lat="31.2" lon="104.6"><time>2026-09-29T00:10:00Z</time><ele>5</ele></trkpt>
            <trkpt lat="31.2" lon="104.6"><time>2026-09-29T00:10:00Z</time></trkpt>
            <trkpt lat="91" lon="104.6"><time>2026-09-29T00:10:00Z</time></trkpt>
            <trkpt lon="104.6"/>
            <trkpt lat="31.2" lon="104.6"><time>noon</time></trkpt>
            <trkpt lat="31.2" lon="104.6"/>
            </trkseg></trk></gpx>\
            """);
    assertEquals(new Notes(2, 1, 1, 0, 1), recording.notes());
    assertEquals(
        Optional.of(Instant.parse("2026-09-29T00:10:00Z")), recording.points().getFirst().time());
    assertEquals(5, recording.points().getFirst().elevationMetres().orElseThrow());
  }

  @Test
  void nothing_is_fetched_and_nothing_expands() throws IOException {
    String point =
        "<gpx><trk><trkseg><trkpt lat='1' lon='1'><name>&x;</name></trkpt></trkseg></trk></gpx>";
    for (String type :
        new String[] {
          "<!DOCTYPE gpx [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>",
          "<!DOCTYPE gpx SYSTEM 'http://127.0.0.1:9/x.dtd'>",
          "<!DOCTYPE gpx [<!ENTITY a 'aaaaaaaaaa'><!ENTITY x '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
        }) {
      assertInstanceOf(Gpx.Reading.Unreadable.class, gpx(type + point), type);
    }
    assertUnreadable(Fault.DOCUMENT_TYPE, "<!DOCTYPE gpx><gpx/>");
  }

  @Test
  void what_is_no_recording_is_named() throws IOException {
    assertUnreadable(Fault.NOT_XML, "");
    assertUnreadable(Fault.NOT_XML, "<gpx><trk></gpx>");
    assertUnreadable(Fault.NOT_GPX, "<kml/>");
    assertUnreadable(Fault.NO_POINTS, "<gpx><trk><trkseg/></trk></gpx>");
    assertUnreadable(Fault.TOO_DEEP, "<gpx>" + "<a>".repeat(40));
  }

  @Test
  void a_damaged_file_is_read_or_refused_and_never_throws() throws IOException {
    long seed = 33;
    var random = new Random(seed);
    byte[] good = Arrays.copyOf(Files.readAllBytes(REAL.resolve("Mojstrovka.gpx")), 3_000);
    for (int i = 0; i < 5_000; i++) {
      byte[] bad = Arrays.copyOf(good, random.nextInt(good.length) + 1);
      for (int n = random.nextInt(8); n > 0; n--) {
        bad[random.nextInt(bad.length)] = (byte) (random.nextBoolean() ? random.nextInt() : '<');
      }
      assertNotNull(Gpx.read(new ByteArrayInputStream(bad)), "seed " + seed);
    }
  }

  private static GpxRecording real(String file) throws IOException {
    try (InputStream in = Files.newInputStream(REAL.resolve(file))) {
      return assertInstanceOf(Gpx.Reading.Read.class, Gpx.read(in)).recording();
    }
  }

  private static Gpx.Reading gpx(String xml) throws IOException {
    return Gpx.read(new ByteArrayInputStream(xml.getBytes(UTF_8)));
  }

  private static GpxRecording read(String xml) throws IOException {
    return assertInstanceOf(Gpx.Reading.Read.class, gpx(xml)).recording();
  }

  private static void assertUnreadable(Fault fault, String xml) throws IOException {
    assertEquals(new Gpx.Reading.Unreadable(fault), gpx(xml));
  }
}
