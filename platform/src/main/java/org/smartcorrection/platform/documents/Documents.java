package org.smartcorrection.platform.documents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Refused;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The documents of cases: sealed, each belonging to the act that carries it. */
@Repository
public class Documents {
  /** The largest document that is taken, in bytes. */
  public static final int LARGEST = 20 * 1024 * 1024;

  private static final int LONGEST_NAME = 200;
  private static final String SELECT =
      """
      select id, case_id, person, purpose, act, kind, number, media_type, sha256, bytes, length_ms, scanned, added_at,
        sealed_name
      from documents.documents
      """;

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Numbers numbers;
  private final Texts texts;
  private final Scanner scanner;
  private final Clock clock;

  Documents(
      JdbcClient jdbc, Vault vault, Numbers numbers, Texts texts, Scanner scanner, Clock clock) {
    this.scanner = scanner;
    this.jdbc = jdbc;
    this.vault = vault;
    this.numbers = numbers;
    this.texts = texts;
    this.clock = clock;
  }

  /**
   * Checks that an upload is what its name says, and not too large.
   *
   * @throws Refused when it is not; the reason says what to do
   */
  public static void check(Upload upload) {
    if (upload.content().length > LARGEST) throw new Refused("documents.too-large", LARGEST >> 20);
    if (upload.name().length() > LONGEST_NAME) throw new Refused("documents.name-too-long");
    if (MediaType.of(upload.name(), upload.content()).isEmpty())
      throw new Refused("documents.not-what-it-says");
  }

  /**
   * Keeps an upload with the act that brings it.
   *
   * @throws Refused when the site's scanner finds something in it
   */
  public Document keep(CaseId caseId, PersonId person, Purpose purpose, ActId act, Upload upload) {
    check(upload);
    MediaType type = MediaType.of(upload.name(), upload.content()).orElseThrow();
    boolean scanned = scanner.passes(upload.content());
    Document kept = insert(caseId, person, purpose, act, upload, type.mime(), null, scanned);
    if (Texts.readable(kept)) texts.await(kept.id());
    return kept;
  }

  /** Keeps a paper that the platform itself wrote, under a number of the issuing agency. */
  public Document issue(
      CaseId caseId,
      PersonId person,
      Purpose purpose,
      ActId act,
      Paper paper,
      Numbers.Given number) {
    String name = paper.title() + " " + paper.number() + ".json";
    var original = new Upload(paper.kind(), name, paper.bytes());
    Document issued =
        insert(caseId, person, purpose, act, original, Paper.MEDIA_TYPE, number.text(), false);
    numbers.register(number, issued.id());
    return issued;
  }

  /** All documents of a case, the latest first. */
  public List<Document> ofCase(CaseId caseId) {
    return jdbc.sql(SELECT + "where case_id = ? order by id desc")
        .param(caseId.value())
        .query((row, _) -> document(row))
        .list();
  }

  public List<Document> ofAct(ActId act) {
    return jdbc.sql(SELECT + "where act = ? order by id")
        .param(act.value())
        .query((row, _) -> document(row))
        .list();
  }

  /** The documents of these acts, each act's in the order in which they came. */
  public Map<ActId, List<Document>> ofActs(Collection<ActId> acts) {
    return jdbc
        .sql(SELECT + "where act = any(?) order by id")
        .param(acts.stream().map(ActId::value).toArray(UUID[]::new))
        .query((row, _) -> document(row))
        .list()
        .stream()
        .collect(Collectors.groupingBy(Document::act));
  }

  /**
   * The latest documents that these agencies issued, of such kinds or with such a number.
   *
   * @param kinds none asks for no kind
   * @param number part of the number; with no kinds an empty text asks for all
   */
  public List<Document> issued(
      Collection<AgencyId> agencies, Collection<String> kinds, String number, int most) {
    return jdbc.sql(
            """
            select d.id, d.case_id, d.person, d.purpose, d.act, d.kind, d.number, d.media_type,
              d.sha256, d.bytes, d.length_ms, d.scanned, d.added_at, d.sealed_name
            from documents.register r join documents.documents d on d.id = r.document
            where r.agency = any(:agencies)
              and (d.kind = any(:kinds) or position(:number in d.number) > 0)
            order by d.id desc limit :most
            """)
        .param("agencies", agencies.stream().map(AgencyId::value).toArray(UUID[]::new))
        .param("kinds", kinds.toArray(String[]::new))
        .param("number", number)
        .param("most", most)
        .query((row, _) -> document(row))
        .list();
  }

  /**
   * One document.
   *
   * @throws NotFound when there is none
   */
  public Document get(DocumentId id) {
    return jdbc.sql(SELECT + "where id = ?")
        .param(id.value())
        .query((row, _) -> document(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /**
   * The content; empty when it was shredded. A recording is never held as a whole: it is read by
   * {@link Recordings}.
   */
  public Optional<byte[]> content(Document document) {
    if (document.recorded()) throw new IllegalArgumentException("a recording is read in parts");
    byte[] sealed =
        jdbc.sql("select sealed from documents.documents where id = ?")
            .param(document.id().value())
            .query((row, _) -> row.getBytes(1))
            .single();
    return vault.open(document.person(), document.purpose(), place(document.id()), sealed);
  }

  private Document insert(
      CaseId caseId,
      PersonId person,
      Purpose purpose,
      ActId act,
      Upload upload,
      String mediaType,
      @Nullable String number,
      boolean scanned) {
    var id = new DocumentId(Uuids.next(clock));
    String sha256 = sha256(upload.content());
    var now = clock.instant();
    byte[] name = upload.name().getBytes(StandardCharsets.UTF_8);
    jdbc.sql(
            """
            insert into documents.documents (id, case_id, person, purpose, act, kind, number,
              media_type, sha256, bytes, scanned, added_at, sealed_name, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                id.value(),
                caseId.value(),
                person.value(),
                purpose.name(),
                act.value(),
                upload.kind(),
                number,
                mediaType,
                sha256,
                upload.content().length,
                scanned,
                now.atOffset(ZoneOffset.UTC),
                vault.seal(person, purpose, place(id) + "/name", name),
                vault.seal(person, purpose, place(id), upload.content())))
        .update();
    return new Document(
        id,
        caseId,
        person,
        purpose,
        act,
        upload.kind(),
        number,
        upload.name(),
        mediaType,
        sha256,
        upload.content().length,
        null,
        scanned,
        now);
  }

  private Document document(ResultSet row) throws SQLException {
    var id = new DocumentId(row.getObject("id", UUID.class));
    var person = new PersonId(row.getObject("person", UUID.class));
    Purpose purpose = Purpose.valueOf(row.getString("purpose"));
    String name =
        vault
            .open(person, purpose, place(id) + "/name", row.getBytes("sealed_name"))
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse(null);
    return new Document(
        id,
        new CaseId(row.getObject("case_id", UUID.class)),
        person,
        purpose,
        new ActId(row.getObject("act", UUID.class)),
        row.getString("kind"),
        row.getString("number"),
        name,
        row.getString("media_type"),
        row.getString("sha256"),
        row.getLong("bytes"),
        length(row),
        row.getBoolean("scanned"),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }

  static @Nullable Duration length(ResultSet row) throws SQLException {
    long millis = row.getLong("length_ms");
    return row.wasNull() ? null : Duration.ofMillis(millis);
  }

  /** SHA-256 in hexadecimal. */
  public static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }

  static String place(DocumentId id) {
    return "documents.documents/" + id;
  }
}
