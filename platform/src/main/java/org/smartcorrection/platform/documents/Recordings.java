package org.smartcorrection.platform.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.SealedFile;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Audio and video of talks, as a law-enforcement recorder (执法记录仪) writes them. One that came in
 * waits until its act takes it; from then on it is a document like any other, whose hash the act's
 * entry fixes. Its bytes are one sealed file beside the database and are read in parts.
 */
@Repository
public class Recordings {
  /** What kind of document they become. */
  public static final String KIND = "recording";

  private static final String WAITS =
      "from documents.recordings where finished and document is null and case_id = ? and account ="
          + " ? and id = any(?) order by id";

  private final JdbcClient jdbc;
  private final Vault vault;
  private final RecordingFiles files;
  private final Clock clock;

  Recordings(JdbcClient jdbc, Vault vault, RecordingFiles files, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.files = files;
    this.clock = clock;
  }

  /**
   * One that came in whole and belongs to no act yet.
   *
   * @param length {@code null} when its container does not say
   * @param scanned whether the site's scanner for malware looked it through
   */
  public record Waiting(
      UUID id,
      PersonId person,
      Purpose purpose,
      String name,
      String mediaType,
      String sha256,
      long bytes,
      @Nullable Duration length,
      boolean scanned) {}

  /** Those of these that wait for an act of this account in this case. */
  public List<Waiting> waiting(CaseId caseId, AccountId account, Collection<UUID> ids) {
    return jdbc.sql("select * " + WAITS)
        .params(caseId.value(), account.value(), ids.toArray(UUID[]::new))
        .query((row, _) -> waiting(row))
        .list();
  }

  /** How many have come in from an account, or are coming, that no act took. */
  int waiting(AccountId account) {
    return jdbc.sql(
            "select count(*) from documents.recordings where document is null and account = ?")
        .param(account.value())
        .query(Integer.class)
        .single();
  }

  private Waiting waiting(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    var person = new PersonId(row.getObject("person", UUID.class));
    Purpose purpose = Purpose.valueOf(row.getString("purpose"));
    String name =
        vault
            .open(person, purpose, RecordingFiles.place(id), row.getBytes("sealed_name"))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    return new Waiting(
        id,
        person,
        purpose,
        name,
        row.getString("media_type"),
        row.getString("sha256"),
        row.getLong("bytes"),
        Documents.length(row),
        row.getBoolean("scanned"));
  }

  /**
   * Makes a waiting recording a document of an act, within the act's transaction.
   *
   * @throws Refused when it does not wait here for this account: it was taken, or waited too long
   */
  public Document attach(CaseId caseId, AccountId account, ActId act, UUID waiting) {
    Waiting one =
        jdbc.sql("select * " + WAITS + " for update")
            .params(caseId.value(), account.value(), new UUID[] {waiting})
            .query((row, _) -> waiting(row))
            .optional()
            .orElseThrow(() -> new Refused("documents.recording.gone"));
    var id = new DocumentId(Uuids.next(clock));
    Instant now = clock.instant();
    byte[] name = one.name().getBytes(StandardCharsets.UTF_8);
    jdbc.sql(
            """
            insert into documents.documents (id, case_id, person, purpose, act, kind, media_type,
              sha256, bytes, length_ms, scanned, added_at, sealed_name)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                id.value(),
                caseId.value(),
                one.person().value(),
                one.purpose().name(),
                act.value(),
                KIND,
                one.mediaType(),
                one.sha256(),
                one.bytes(),
                one.length() == null ? null : one.length().toMillis(),
                one.scanned(),
                now.atOffset(ZoneOffset.UTC),
                // sealed anew: what stood in one place does not open in another
                vault.seal(one.person(), one.purpose(), Documents.place(id) + "/name", name)))
        .update();
    jdbc.sql("update documents.recordings set document = ? where id = ?")
        .params(id.value(), waiting)
        .update();
    return new Document(
        id,
        caseId,
        one.person(),
        one.purpose(),
        act,
        KIND,
        null,
        one.name(),
        one.mediaType(),
        one.sha256(),
        one.bytes(),
        one.length(),
        one.scanned(),
        now);
  }

  /**
   * Opens a recording for reading; empty when its key was destroyed, or its file is not there.
   *
   * @throws Vault.Tampered when it is not the file that was written
   */
  public Optional<SealedFile.Reader> open(Document document) {
    UUID id =
        jdbc.sql("select id from documents.recordings where document = ?")
            .param(document.id().value())
            .query(UUID.class)
            .single();
    Optional<SealedFile> file = files.of(document.person(), document.purpose(), id);
    if (file.isEmpty() || !files.has(id)) return Optional.empty();
    try {
      SealedFile.Reader reader = file.get().open();
      if (reader.size() == document.bytes()) return Optional.of(reader);
      reader.close();
      throw new Vault.Tampered(RecordingFiles.place(id));
    } catch (IOException e) {
      throw new UncheckedIOException("a recording cannot be read", e);
    }
  }

  /** Whether a recording can be read: its key and its file are there, and it has its size. */
  public boolean there(Document document) {
    try (SealedFile.Reader reader = open(document).orElse(null)) {
      return reader != null;
    } catch (IOException | Vault.Tampered _) {
      return false;
    }
  }

  /** Whether a recording is there and agrees with its hash: all of it is read for that. */
  public boolean whole(Document document) {
    MessageDigest digest = RecordingIntake.sha256();
    try (SealedFile.Reader reader = open(document).orElse(null)) {
      if (reader == null) return false;
      reader.copy(
          0, reader.size(), new DigestOutputStream(OutputStream.nullOutputStream(), digest));
      return HexFormat.of().formatHex(digest.digest()).equals(document.sha256());
    } catch (IOException | Vault.Tampered _) {
      return false;
    }
  }

  void begin(UUID id, RecordingIntake.From from, String name) {
    byte[] plain = name.getBytes(StandardCharsets.UTF_8);
    jdbc.sql(
            """
            insert into documents.recordings
              (id, case_id, person, purpose, account, begun_at, sealed_name)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            id,
            from.caseId().value(),
            from.person().value(),
            from.purpose().name(),
            from.account().value(),
            clock.instant().atOffset(ZoneOffset.UTC),
            vault.seal(from.person(), from.purpose(), RecordingFiles.place(id), plain))
        .update();
  }

  /** What is known of a recording when all of it has come. */
  record Came(
      RecordingType type, String sha256, long bytes, @Nullable Duration length, boolean scanned) {}

  void finish(UUID id, Came came) {
    jdbc.sql(
            """
            update documents.recordings
            set finished = true, media_type = ?, sha256 = ?, bytes = ?, length_ms = ?, scanned = ?
            where id = ?
            """)
        .params(
            Params.of(
                came.type().mime(),
                came.sha256(),
                came.bytes(),
                came.length() == null ? null : came.length().toMillis(),
                came.scanned(),
                id))
        .update();
  }

  /** Forgets one that no act took, its file before its row: what is left of that is found again. */
  @Transactional
  void remove(UUID id) {
    int removed =
        jdbc.sql("delete from documents.recordings where id = ? and document is null")
            .param(id)
            .update();
    if (removed > 0) files.delete(id);
  }
}
