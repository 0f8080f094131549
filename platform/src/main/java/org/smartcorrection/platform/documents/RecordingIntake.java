package org.smartcorrection.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.SealedFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Takes recordings in as a stream: what has arrived is hashed, sealed and on the disk before more
 * is read, so that never more than a chunk is in memory and nothing ever lies there in the clear.
 */
@Component
public class RecordingIntake {
  private static final int MOST_WAITING = 10;
  private static final int LONGEST_NAME = 200;

  private final Recordings recordings;
  private final RecordingFiles files;
  private final Scanner scanner;
  private final Clock clock;
  private final long largest;

  RecordingIntake(
      Recordings recordings,
      RecordingFiles files,
      Scanner scanner,
      Clock clock,
      @Value("${smartcorrection.recordings.largest-megabytes}") long largestMegabytes) {
    this.recordings = recordings;
    this.files = files;
    this.scanner = scanner;
    this.clock = clock;
    this.largest = largestMegabytes << 20;
  }

  /** Whose talk it is of, and who brings it. */
  public record From(CaseId caseId, PersonId person, Purpose purpose, AccountId account) {}

  /** The largest that is taken, in bytes. */
  public long largest() {
    return largest;
  }

  /**
   * Takes a recording in; it waits for the act that attaches it. When it is refused, or the stream
   * breaks off, nothing of it stays.
   *
   * @param announced how many bytes it shall have; negative when nobody said
   * @throws Refused when it is none, or too large; the reason says what to do
   */
  public Recordings.Waiting receive(From from, String name, InputStream in, long announced)
      throws IOException {
    if (announced > largest) throw tooLarge();
    if (name.length() > LONGEST_NAME) throw new Refused("documents.name-too-long");
    if (recordings.waiting(from.account()) >= MOST_WAITING)
      throw new Refused("documents.recording.too-many", MOST_WAITING);
    if (!files.room(Math.max(announced, 0))) throw new Refused("documents.recording.no-room");
    UUID id = Uuids.next(clock);
    recordings.begin(id, from, name);
    boolean done = false;
    try {
      stream(id, from, in, announced);
      done = true;
    } finally {
      if (!done) recordings.remove(id);
    }
    return recordings.waiting(from.caseId(), from.account(), List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new Refused("documents.recording.gone"));
  }

  private void stream(UUID id, From from, InputStream in, long announced) throws IOException {
    byte[] start = in.readNBytes(RecordingType.START);
    RecordingType type =
        RecordingType.of(start).orElseThrow(() -> new Refused("documents.recording.none"));
    files.prepare(id);
    SealedFile file =
        files
            .of(from.person(), from.purpose(), id)
            .orElseThrow(() -> new IllegalStateException("shredded"));
    MessageDigest digest = sha256();
    long bytes = start.length;
    boolean scanned;
    try (Scanner.Scan scan = scanner.begin();
        SealedFile.Writer sealed = file.create();
        var out = new DigestOutputStream(sealed, digest)) {
      out.write(start);
      scan.write(start, 0, start.length);
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        bytes += read;
        if (bytes > largest) throw tooLarge();
        out.write(buffer, 0, read);
        scan.write(buffer, 0, read);
      }
      if (announced >= 0 && bytes != announced) throw new IOException("the stream broke off");
      scanned = scan.passed();
      sealed.finish();
    }
    try (SealedFile.Reader reader = file.open()) {
      recordings.finish(
          id,
          new Recordings.Came(
              type,
              HexFormat.of().formatHex(digest.digest()),
              bytes,
              RecordingLength.of(type, source(reader)).orElse(null),
              scanned));
    }
  }

  private Refused tooLarge() {
    return new Refused("documents.recording.too-large", largest >> 20);
  }

  private static RecordingLength.Source source(SealedFile.Reader reader) {
    return new RecordingLength.Source() {
      @Override
      public long size() {
        return reader.size();
      }

      @Override
      public int read(long at, byte[] into) throws IOException {
        return reader.read(at, into);
      }
    };
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
