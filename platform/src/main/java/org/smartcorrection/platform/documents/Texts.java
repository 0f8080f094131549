package org.smartcorrection.platform.documents;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What stands in files that others made, and how many pages they have. Their text is sealed as they
 * are: with the person's key it is gone as well.
 */
@Repository
public class Texts {
  private static final Set<String> READABLE = Set.of(MediaType.PDF.mime(), MediaType.OFD.mime());

  private final JdbcClient jdbc;
  private final Vault vault;
  private final ApplicationEventPublisher events;

  Texts(JdbcClient jdbc, Vault vault, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.events = events;
  }

  /** Whether a file of this kind can have a text that is read. */
  public static boolean readable(Document document) {
    return READABLE.contains(document.mediaType());
  }

  /** What is known of these; of what has no text to read, nothing. */
  public Map<DocumentId, Reading> of(Collection<Document> documents) {
    return jdbc
        .sql("select document, state, pages from documents.texts where document = any(?)")
        .param(ids(documents))
        .query(
            (row, _) ->
                Map.entry(
                    new DocumentId(row.getObject("document", UUID.class)),
                    new Reading(
                        Reading.State.valueOf(row.getString("state")),
                        row.getObject("pages", Integer.class))))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What is known of one. */
  public Optional<Reading> of(Document document) {
    return Optional.ofNullable(of(List.of(document)).get(document.id()));
  }

  /**
   * What stands in one; empty when it has no text, has not been read, or its key was destroyed.
   *
   * @throws Vault.Tampered when it is not what was read
   */
  public Optional<String> text(Document document) {
    if (!readable(document)) return Optional.empty();
    return jdbc.sql("select sealed from documents.texts where document = ? and sealed is not null")
        .param(document.id().value())
        .query((row, _) -> row.getBytes("sealed"))
        .optional()
        .flatMap(
            kept -> vault.open(document.person(), document.purpose(), place(document.id()), kept))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  /** Notes an upload as one to read, in the transaction in which it comes. */
  void await(DocumentId id) {
    jdbc.sql("insert into documents.texts (document) values (?)").param(id.value()).update();
  }

  /** The next that wait. */
  List<DocumentId> waiting(int most) {
    return jdbc.sql(
            """
            select document from documents.texts where state = 'WAITING' order by document limit ?
            """)
        .param(most)
        .query((row, _) -> new DocumentId(row.getObject("document", UUID.class)))
        .list();
  }

  /** Keeps what was read. */
  @Transactional
  public void keep(Document document, Reading reading, @Nullable String text) {
    byte @Nullable [] sealed =
        text == null
            ? null
            : vault.seal(
                document.person(),
                document.purpose(),
                place(document.id()),
                text.getBytes(StandardCharsets.UTF_8));
    jdbc.sql("update documents.texts set state = ?, pages = ?, sealed = ? where document = ?")
        .params(Params.of(reading.state().name(), reading.pages(), sealed, document.id().value()))
        .update();
    events.publishEvent(new TextRead(document.caseId()));
  }

  private static UUID[] ids(Collection<Document> documents) {
    return documents.stream()
        .filter(Texts::readable)
        .map(document -> document.id().value())
        .toArray(UUID[]::new);
  }

  private static String place(DocumentId id) {
    return "documents.texts/" + id;
  }
}
