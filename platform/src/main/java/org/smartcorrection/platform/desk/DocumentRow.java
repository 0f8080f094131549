package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.kernel.ActId;

/** A document in the list of a case. */
record DocumentRow(Document document) {

  /** The documents of these acts. */
  static List<DocumentRow> of(List<Document> documents, List<Act> acts) {
    Set<ActId> shown = acts.stream().map(Act::id).collect(Collectors.toSet());
    return documents.stream()
        .filter(document -> shown.contains(document.act()))
        .map(DocumentRow::new)
        .toList();
  }

  public String href() {
    return "/documents/" + document.id();
  }

  /** The format in which it is kept, or how long a recording lasts. */
  public String format() {
    if (document.length() != null) return RecordingRow.clock(document.length());
    return switch (document.mediaType()) {
      case "application/pdf" -> "PDF";
      case "image/png" -> "PNG";
      case "image/jpeg" -> "JPEG";
      case "application/ofd" -> "OFD";
      case String _ -> "";
    };
  }
}
