package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Explanation;

/** How something was counted, in the reader's language, as lines of the look. */
public final class Whys {
  private Whys() {}

  /** One line a step, each with the articles it rests on. */
  public static List<Line> of(Explanation explanation, Law law, Locale locale) {
    return law.explanations().render(explanation, locale).stream()
        .map(
            step ->
                new Line(Text.literal(step.label()), Text.literal(step.value()), step.articles()))
        .toList();
  }
}
