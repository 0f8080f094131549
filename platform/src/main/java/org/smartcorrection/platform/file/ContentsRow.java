package org.smartcorrection.platform.file;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.documents.Document;

/**
 * A line of a table of contents (卷内目录) in a reader's language.
 *
 * @param number its 文号, or an empty string
 * @param author who made it, or an empty string where nobody here knows
 * @param pages {@code null} when they cannot be counted
 * @param act number of the act that it belongs to
 * @param document {@code null} where the record of the act is the line
 */
record ContentsRow(
    int serial,
    String number,
    String author,
    String title,
    LocalDate day,
    @Nullable Integer pages,
    String remark,
    int act,
    @Nullable Document document) {

  /** Whether it has pages that nobody could count. */
  public boolean uncounted() {
    return document != null && !document.recorded() && pages == null;
  }

  /** Where it can be read. */
  public @Nullable String href() {
    return document == null ? null : "/documents/" + document.id();
  }
}
