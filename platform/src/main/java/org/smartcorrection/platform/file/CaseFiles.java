package org.smartcorrection.platform.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Acts;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.committee.Secrecy;
import org.smartcorrection.platform.desk.Discretion;
import org.smartcorrection.platform.desk.Prints;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.documents.Documents;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.stereotype.Component;

/** The files of cases, each made from the acts and documents that are there at this moment. */
@Component
class CaseFiles {
  private final Acts acts;
  private final Secrecy secrecy;
  private final Documents documents;
  private final Filing filing = Filing.shipped();

  CaseFiles(Acts acts, Secrecy secrecy, Documents documents) {
    this.secrecy = secrecy;
    this.acts = acts;
    this.documents = documents;
  }

  /**
   * Everything in a case, the oldest first; what only the procuratorate may read is not in it, and
   * a vote only when its matter is closed.
   */
  List<Filed> everything(Case in) {
    List<Act> told = told(in);
    // where nobody asks, nobody reads a deliberation
    return filed(
        Present.find()
            .map(reader -> secrecy.shown(told, reader))
            .orElseGet(() -> told.stream().filter(act -> !act.deliberates()).toList()));
  }

  /** Everything that some reader may know, now or later: for marks alone, which show nothing. */
  List<Filed> whole(Case in) {
    return filed(told(in));
  }

  private List<Act> told(Case in) {
    return acts.history(in.id()).stream().filter(Discretion::shows).toList();
  }

  private List<Filed> filed(List<Act> history) {
    Map<ActId, List<Document>> papers = documents.ofActs(history.stream().map(Act::id).toList());
    return history.stream()
        .map(act -> new Filed(act, papers.getOrDefault(act.id(), List.of())))
        .toList();
  }

  /** All volumes, from everything in a case. */
  List<Volume> volumes(List<Filed> everything) {
    return filing.file(everything);
  }

  /**
   * The original of a document; empty when it is a recording, when its key is gone, or when
   * somebody changed what the database keeps of it: one such document must not hide the others.
   */
  Optional<byte[]> original(Document document) {
    if (document.recorded()) return Optional.empty();
    try {
      return documents.content(document).filter(original -> Prints.whole(document, original));
    } catch (Vault.Tampered _) {
      return Optional.empty();
    }
  }
}
