package org.smartcorrection.platform.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.DataFolder;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.vault.SealedFile;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes in as a stream: kept whole and sealed, or not at all. */
@PlatformTest
class RecordingTests {
  private static final Duration TALK = Duration.ofSeconds(754);

  @Autowired District district;
  @Autowired RecordingIntake intake;
  @Autowired Recordings recordings;
  @Autowired Documents documents;
  @Autowired RecordingFiles files;
  @Autowired Numbers numbers;
  @Autowired Texts texts;
  @Autowired RecordingKeeper keeper;
  @Autowired Vault vault;
  @Autowired DataFolder folder;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  private Case in;
  private RecordingIntake.From from;

  @BeforeEach
  void somebody() {
    var staffed = district.staffed();
    in = district.referred(staffed).in();
    from =
        new RecordingIntake.From(in.id(), in.person(), in.purpose(), staffed.officer().account());
  }

  private Recordings.Waiting received(byte[] bytes) throws IOException {
    return intake.receive(from, "谈话.mp4", new ByteArrayInputStream(bytes), bytes.length);
  }

  private Path file(UUID id) {
    try (var files = Files.walk(folder.files())) {
      return files
          .filter(path -> path.endsWith(id.toString()))
          .findFirst()
          .orElse(folder.files().resolve("none"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<UUID> rows() {
    return jdbc.sql("select id from documents.recordings where case_id = ?")
        .param(in.id().value())
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  @Test
  void it_is_sealed_hashed_and_measured_on_its_way_in() throws Exception {
    byte[] film =
        Films.isoMedia(
            "isom", TALK, "what was said".repeat(90_000).getBytes(StandardCharsets.UTF_8));
    Recordings.Waiting waiting = received(film);
    assertEquals(Documents.sha256(film), waiting.sha256());
    assertEquals(TALK, waiting.length());
    assertEquals("谈话.mp4", waiting.name());
    byte[] kept = Files.readAllBytes(file(waiting.id()));
    assertTrue(kept.length > film.length);
    assertFalse(
        new String(kept, StandardCharsets.ISO_8859_1).contains("what was said"),
        "nothing in the clear");
    Document document =
        recordings.attach(in.id(), from.account(), new ActId(UUID.randomUUID()), waiting.id());
    assertTrue(recordings.whole(document));
    assertThrows(
        Refused.class,
        () ->
            recordings.attach(in.id(), from.account(), new ActId(UUID.randomUUID()), waiting.id()));
    kept[kept.length / 2] ^= 1;
    Files.write(file(waiting.id()), kept);
    assertFalse(recordings.whole(document));
  }

  @Test
  void nobody_else_and_no_other_case_can_take_it() throws Exception {
    UUID waiting = received(Films.mp4(TALK)).id();
    Case other = district.referred(district.staffed()).in();
    var act = new ActId(UUID.randomUUID());
    assertThrows(Refused.class, () -> recordings.attach(other.id(), from.account(), act, waiting));
    var stranger = new AccountId(UUID.randomUUID());
    assertThrows(Refused.class, () -> recordings.attach(in.id(), stranger, act, waiting));
  }

  @Test
  void what_is_refused_or_breaks_off_leaves_nothing() throws Exception {
    byte[] film = Films.mp4(TALK);
    String none =
        assertThrows(
                Refused.class, () -> received("%PDF-1.7 and more".getBytes(StandardCharsets.UTF_8)))
            .key();
    assertEquals("documents.recording.none", none);
    assertThrows(
        IOException.class,
        () -> intake.receive(from, "a", new ByteArrayInputStream(film), film.length + 1));
    var broken =
        new FilterInputStream(new ByteArrayInputStream(film)) {
          @Override
          public int read(byte[] into, int at, int count) throws IOException {
            int read = super.read(into, at, count);
            if (read < 0) throw new IOException("gone");
            return read;
          }
        };
    assertThrows(IOException.class, () -> intake.receive(from, "a", broken, -1));
    String large =
        assertThrows(
                Refused.class,
                () ->
                    intake.receive(from, "a", InputStream.nullInputStream(), intake.largest() + 1))
            .key();
    assertEquals("documents.recording.too-large", large);
    assertEquals(List.of(), rows());
    for (int i = 0; i < 10; i++) received(film);
    assertThrows(Refused.class, () -> received(film), "nobody fills the disk with what waits");
  }

  /** 200 MB that nobody holds: it looks how much was taken and is not on the disk yet. */
  private final class Endless extends InputStream {
    private final byte[] start = Films.mp4(TALK);
    private final long size;
    private long given;
    private long mostInFlight;

    Endless(long size) {
      this.size = size;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("byte by byte takes for ever");
    }

    @Override
    public int read(byte[] into, int at, int count) throws IOException {
      if (given == size) return -1;
      List<UUID> rows = rows();
      Path file = file(rows.getFirst());
      long kept = Files.exists(file) ? Files.size(file) : 0;
      mostInFlight = Math.max(mostInFlight, given - kept);
      int part = (int) Math.min(count, size - given);
      for (int i = 0; i < part; i++)
        into[at + i] = given + i < start.length ? start[(int) given + i] : (byte) (given >> 12);
      given += part;
      return part;
    }
  }

  @Test
  void two_hundred_megabytes_are_never_in_memory() throws Exception {
    long size = 200L << 20;
    var endless = new Endless(size);
    Recordings.Waiting waiting = intake.receive(from, "long.mp4", endless, size);
    assertEquals(size, waiting.bytes());
    // the chunk that is filling, and what was read last
    long most = SealedFile.CHUNK + RecordingType.START;
    assertTrue(endless.mostInFlight <= most, "in flight: " + endless.mostInFlight);
    assertTrue(endless.mostInFlight > 0, "looked");
    Document document =
        recordings.attach(in.id(), from.account(), new ActId(UUID.randomUUID()), waiting.id());
    try (SealedFile.Reader reader = recordings.open(document).orElseThrow()) {
      byte[] middle = new byte[1000];
      assertEquals(1000, reader.read(size / 2, middle));
      assertEquals(1, reader.opened(), "one chunk for one place");
      assertEquals((byte) ((size / 2) >> 12), middle[0]);
    }
    Files.delete(file(waiting.id()));
    assertFalse(recordings.there(document));
  }

  @Test
  void what_no_act_takes_is_gone_after_a_day_and_what_one_took_stays() throws Exception {
    UUID left = received(Films.mp4(TALK)).id();
    UUID taken = received(Films.mp4(TALK)).id();
    recordings.attach(in.id(), from.account(), new ActId(UUID.randomUUID()), taken);
    keeper.round();
    assertEquals(2, rows().size(), "a day has not passed");
    clock.forward(Duration.ofHours(25));
    keeper.round();
    assertEquals(List.of(taken), rows());
    assertFalse(Files.exists(file(left)));
    assertTrue(Files.exists(file(taken)));
  }

  @Test
  void with_the_key_the_file_goes_too() throws Exception {
    Recordings.Waiting waiting = received(Films.mp4(TALK));
    Document document =
        recordings.attach(in.id(), from.account(), new ActId(UUID.randomUUID()), waiting.id());
    vault.destroy(in.person(), in.purpose());
    assertTrue(recordings.open(document).isEmpty(), "nobody can read it from this moment on");
    // the keeper goes through all of them, part by part
    for (int i = 0; i < 50 && Files.exists(file(waiting.id())); i++) keeper.round();
    assertFalse(Files.exists(file(waiting.id())));
  }

  @Test
  void what_the_scanner_finds_is_refused_and_leaves_nothing() throws Exception {
    byte[] harmful =
        Films.isoMedia("isom", TALK, FakeClamd.HARMFUL.getBytes(StandardCharsets.UTF_8));
    byte[] pdf = ("%PDF-1.4\n" + FakeClamd.HARMFUL).getBytes(StandardCharsets.UTF_8);
    assertFalse(received(harmful).scanned(), "nobody looked, and nobody says so");
    List<UUID> before = rows();
    FakeClamd clamd = new FakeClamd(1 << 20);
    Scanner scanner = clamd.scanner();
    var scanned = new RecordingIntake(recordings, files, scanner, clock, 2048);
    var kept = new Documents(jdbc, vault, numbers, texts, scanner, clock);
    try (clamd) {
      assertEquals("documents.scanner.found", refusal(scanned, harmful));
      assertEquals("documents.scanner.too-large", refusal(scanned, filled(3 << 20)));
      assertTrue(taken(scanned, filled(600_000)).scanned());
      assertEquals(
          "documents.scanner.found",
          assertThrows(Refused.class, () -> keep(kept, "a.pdf", pdf)).key());
      assertTrue(keep(kept, "a.pdf", "%PDF-1.4\nclean".getBytes(StandardCharsets.UTF_8)).scanned());
      clamd.fallSilent();
      assertEquals("documents.scanner.silent", refusal(scanned, Films.mp4(TALK)));
      assertThrows(Refused.class, () -> keep(kept, "b.pdf", pdf));
    }
    assertEquals(before.size() + 1, rows().size());
    assertEquals(1, documents.ofCase(in.id()).stream().filter(Document::scanned).count());
  }

  private static byte[] filled(int bytes) {
    return Films.isoMedia("isom", TALK, new byte[bytes]);
  }

  private Recordings.Waiting taken(RecordingIntake by, byte[] film) throws IOException {
    return by.receive(from, "a.mp4", new ByteArrayInputStream(film), film.length);
  }

  private String refusal(RecordingIntake by, byte[] film) {
    return assertThrows(Refused.class, () -> taken(by, film)).key();
  }

  private Document keep(Documents by, String name, byte[] content) {
    return by.keep(
        in.id(),
        in.person(),
        in.purpose(),
        new ActId(UUID.randomUUID()),
        new Upload("attachment", name, content));
  }

  @Test
  void a_case_has_as_many_documents_as_it_has() {
    byte[] pdf = "%PDF-1.4\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
    int before = documents.ofCase(in.id()).size();
    for (int i = 0; i < 210; i++)
      documents.keep(
          in.id(),
          in.person(),
          in.purpose(),
          new ActId(UUID.randomUUID()),
          new Upload("attachment", i + ".pdf", pdf));
    assertEquals(before + 210, documents.ofCase(in.id()).size());
  }
}
