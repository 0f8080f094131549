package org.smartcorrection.platform.oversight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.evidence.Receipt;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;

/**
 * An act as the timeline shows it.
 *
 * @param by role that acted and its agency
 * @param override why a rule that only warns was not followed, or null
 */
record ActRow(
    int number,
    Text title,
    Instant recordedAt,
    Text by,
    List<Line> facts,
    @Nullable String override,
    Receipt receipt) {
  ActRow {
    facts = List.copyOf(facts);
  }
}
