package org.smartcorrection.platform.documents;

import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.organisation.Agency;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives documents their numbers: of each agency, kind of document and year from 1 on, without gap
 * or double. The counter's row is locked until the act's transaction ends, so a number that was
 * given and rolled back is given to the next.
 */
@Repository
public class Numbers {
  private final JdbcClient jdbc;
  private final Numbering numbering = Numbering.shipped();

  Numbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A number that was given.
   *
   * @param text as it stands on the document
   */
  public record Given(Agency agency, int year, String series, int ordinal, String text) {}

  /** The next number; the document that gets it has to be issued in the same transaction. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Given next(Agency agency, String kind, int year) {
    String series = numbering.seriesOf(kind);
    int ordinal =
        jdbc.sql(
                """
                insert into documents.numbers (agency, year, series, last) values (?, ?, ?, 1)
                on conflict (agency, year, series) do update set last = documents.numbers.last + 1
                returning last
                """)
            .params(agency.id().value(), year, series)
            .query(Integer.class)
            .single();
    String text = numbering.text(agency, year, series, ordinal);
    return new Given(agency, year, series, ordinal, text);
  }

  void register(Given given, DocumentId document) {
    jdbc.sql(
            """
            insert into documents.register (agency, year, series, ordinal, document)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            given.agency().id().value(),
            given.year(),
            given.series(),
            given.ordinal(),
            document.value())
        .update();
  }
}
