package org.smartcorrection.platform.shell;

import java.util.List;
import org.smartcorrection.procedure.Cited;

/**
 * One line of an explanation or of a list of facts: what it is, and what it says. The last line of
 * a {@code why} is drawn as its result.
 *
 * @param rests the articles on which it rests, each of which a reader can open
 */
public record Line(Text term, Text detail, List<Cited> rests) {

  public Line {
    rests = List.copyOf(rests);
  }

  /** A line that rests on no article. */
  public Line(Text term, Text detail) {
    this(term, detail, List.of());
  }
}
