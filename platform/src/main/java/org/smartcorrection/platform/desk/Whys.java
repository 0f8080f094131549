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

  /** One line a step, each with the article it rests on. */
  public static List<Line> of(Explanation explanation, Law law, Locale locale) {
    return law.explanations().render(explanation, locale).stream()
        .map(step -> new Line(Text.literal(step.label()), Text.literal(detail(step))))
        .toList();
  }

  private static String detail(org.smartcorrection.procedure.Line step) {
    if (step.articles().isEmpty()) return step.value();
    return step.value() + " (" + String.join("; ", step.articles()) + ")";
  }
}
