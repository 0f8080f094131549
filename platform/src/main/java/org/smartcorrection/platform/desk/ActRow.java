package org.smartcorrection.platform.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.documents.Document;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.shell.Line;

/**
 * An act in the timeline.
 *
 * @param by agency and role, in words
 * @param facts what it states
 */
record ActRow(
    Act act, String what, String by, List<Line> facts, List<Document> documents, Receipt receipt) {

  public boolean late() {
    return act.recordedAt().isAfter(act.occurredAt().plusSeconds(60));
  }

  public String proof() {
    return "/console/acts/" + act.id() + "/proof";
  }

  public @Nullable String reason() {
    return act.overrideReason();
  }
}
