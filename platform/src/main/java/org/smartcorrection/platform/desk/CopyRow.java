package org.smartcorrection.platform.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Copy;
import org.smartcorrection.platform.documents.Document;

/**
 * A copy on paper as pages show it.
 *
 * @param organ the name of the organ; {@code null} while nobody has said it
 * @param left until it is to be sent; of one that was sent until its receipt is to be back
 * @param documents of the act, which the copy consists of
 */
record CopyRow(
    Copy copy, Who who, @Nullable String organ, Left left, Basis basis, List<Document> documents) {
  CopyRow {
    documents = List.copyOf(documents);
  }

  public String href() {
    return CopiesPage.PATH + "/" + copy.id();
  }

  public String act() {
    return who.href() + "#act-" + copy.number();
  }
}
