package org.smartcorrection.platform.file;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.desk.Prints;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Reading;
import org.smartcorrection.platform.kernel.DocumentId;
import org.smartcorrection.platform.paper.Print;
import org.springframework.stereotype.Component;

/**
 * How many pages documents have. A paper of the platform's is laid out; a picture is one page; what
 * others made as PDF or OFD was counted by the reader of uploads, if it could be read.
 */
@Component
class PageCounts {
  private static final int KEPT = 20_000;

  private final CaseFiles files;
  private final Prints prints;
  private final Map<DocumentId, Integer> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<DocumentId, Integer> eldest) {
          return size() > KEPT;
        }
      };

  PageCounts(CaseFiles files, Prints prints) {
    this.files = files;
    this.prints = prints;
  }

  /**
   * The pages of a document; empty when they cannot be counted.
   *
   * @param read what the reader of uploads found out about it
   * @param verifier the address of the page that checks proofs, which stands on each print
   */
  Optional<Integer> of(Document document, Act act, @Nullable Reading read, String verifier) {
    if (document.mediaType().startsWith("image/")) return Optional.of(1);
    if (!document.written()) return Optional.ofNullable(read).map(Reading::pages);
    @Nullable Integer counted;
    synchronized (known) {
      counted = known.get(document.id());
    }
    return counted != null ? Optional.of(counted) : count(document, act, verifier);
  }

  private Optional<Integer> count(Document document, Act act, String verifier) {
    Optional<Print> print =
        files.original(document).map(original -> prints.of(document, act, original, verifier));
    Optional<Integer> pages = print.map(Print::pages);
    // with its proof, a print stays as it is; before, the proof may still need a page
    if (print.filter(done -> done.stamp().code() != null).isPresent())
      synchronized (known) {
        pages.ifPresent(number -> known.put(document.id(), number));
      }
    return pages;
  }
}
