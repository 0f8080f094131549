package org.smartcorrection.platform.file;

import java.util.List;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.documents.Document;

/** An act with its documents, as the file keeps them together. */
record Filed(Act act, List<Document> documents) {
  Filed {
    documents = List.copyOf(documents);
  }
}
