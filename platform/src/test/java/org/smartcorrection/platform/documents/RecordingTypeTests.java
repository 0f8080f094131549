package org.smartcorrection.platform.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordingTypeTests {
  private static final long SEED = 20_261_125;
  private static final Duration TALK = Duration.ofSeconds(754);

  /** Counts what is read, so that a hostile file cannot make the reader read for ever. */
  private static final class Bytes implements RecordingLength.Source {
    private final byte[] bytes;
    private int reads;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public int read(long at, byte[] into) {
      reads++;
      if (at >= bytes.length) return 0;
      int count = (int) Math.min(into.length, bytes.length - at);
      System.arraycopy(bytes, (int) at, into, 0, count);
      return count;
    }
  }

  private static Optional<RecordingType> type(byte[] file) {
    return RecordingType.of(Arrays.copyOf(file, Math.min(file.length, RecordingType.START)));
  }

  private static Optional<Duration> length(byte[] file) throws IOException {
    return RecordingLength.of(type(file).orElseThrow(), new Bytes(file));
  }

  private static final Map<RecordingType, List<byte[]>> KNOWN =
      Map.of(
          RecordingType.MP4,
          List.of(Films.mp4(TALK), Films.wideHead(TALK), Films.fragmented(TALK)),
          RecordingType.M4A,
          List.of(Films.isoMedia("M4A ", TALK, new byte[10])),
          RecordingType.THREE_GP,
          List.of(Films.isoMedia("3gp5", TALK, new byte[10])),
          RecordingType.WEBM,
          List.of(Films.matroska("webm", TALK)),
          RecordingType.MATROSKA,
          List.of(Films.matroska("matroska", TALK)),
          RecordingType.WAV,
          List.of(Films.wav(TALK)));

  @Test
  void every_kind_is_known_by_its_content_and_says_how_long_it_lasts() throws Exception {
    for (var kind : KNOWN.entrySet())
      for (byte[] file : kind.getValue()) {
        assertEquals(Optional.of(kind.getKey()), type(file));
        assertEquals(Optional.of(TALK), length(file), kind.getKey().name());
      }
  }

  @Test
  void bare_audio_is_known_by_two_frames_and_lasts_what_its_first_one_says() throws Exception {
    // 28,875 frames of 1,152 samples at 44,100 Hz
    for (boolean tagged : new boolean[] {false, true}) {
      assertEquals(Optional.of(RecordingType.MP3), type(Films.mp3(28_875, true, tagged)));
      assertEquals(
          Optional.of(Duration.ofMillis(754_285)), length(Films.mp3(28_875, true, tagged)));
      assertEquals(Optional.empty(), length(Films.mp3(0, false, tagged)), "nobody counted");
    }
    assertEquals(Optional.of(RecordingType.AAC), type(Films.aac()));
    assertEquals(Optional.empty(), length(Films.aac()));
    assertEquals(Optional.empty(), type(Arrays.copyOf(Films.aac(), 40)), "one frame is chance");
  }

  @Test
  void photographs_quicktime_programs_and_papers_are_no_recordings() {
    for (byte[] other :
        List.of(
            Films.isoMedia("heic", TALK, new byte[10]),
            Films.isoMedia("qt  ", TALK, new byte[10]),
            "%PDF-1.7 and more words than a frame has".getBytes(StandardCharsets.US_ASCII),
            "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII),
            "PK\u0003\u0004".getBytes(StandardCharsets.US_ASCII),
            "MZ".getBytes(StandardCharsets.US_ASCII),
            new byte[0],
            new byte[RecordingType.START])) assertEquals(Optional.empty(), type(other));
  }

  @Test
  void a_file_that_is_damaged_anywhere_never_breaks_the_readers_and_never_keeps_them_busy()
      throws Exception {
    var random = new Random(SEED);
    List<byte[]> seeds =
        KNOWN.values().stream()
            .flatMap(List::stream)
            .map(file -> Arrays.copyOf(file, 4000))
            .toList();
    for (int i = 0; i < 40_000; i++) {
      byte[] file = seeds.get(random.nextInt(seeds.size())).clone();
      int changes = 1 + random.nextInt(8);
      for (int c = 0; c < changes; c++)
        file[random.nextInt(random.nextBoolean() ? 80 : file.length)] =
            (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
      byte[] cut = Arrays.copyOf(file, random.nextInt(file.length));
      for (byte[] hostile : List.of(file, cut)) {
        Optional<RecordingType> found = RecordingType.of(hostile);
        for (RecordingType type : found.map(List::of).orElse(List.of(RecordingType.values()))) {
          var bytes = new Bytes(hostile);
          Optional<Duration> length = RecordingLength.of(type, bytes);
          assertTrue(bytes.reads < 3000, "seed " + SEED + " at " + i + ": " + bytes.reads);
          assertTrue(
              length.isEmpty() || length.get().compareTo(Duration.ofDays(31)) <= 0,
              "seed " + SEED + " at " + i);
        }
      }
    }
  }

  @Test
  void noise_is_hardly_ever_a_recording() {
    var random = new Random(SEED);
    int taken = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[4096];
      random.nextBytes(noise);
      if (RecordingType.of(noise).isPresent()) taken++;
    }
    assertEquals(0, taken, "seed " + SEED);
  }
}
