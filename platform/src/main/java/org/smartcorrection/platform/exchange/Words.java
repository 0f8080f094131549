package org.smartcorrection.platform.exchange;

import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Explanation;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.Reason;
import org.springframework.stereotype.Component;

/** What the law library has to say, as the pages of this module show it. */
@Component
public class Words {
  private final Law law;
  private final Explanations explanations;

  Words(Law law) {
    this.law = law;
    this.explanations = new Explanations(law.rules());
  }

  /** The articles of a rule. */
  public String article(String rule, Locale locale) {
    return explanations.article(rule, locale);
  }

  /** How sure we are of a rule, in the look's words. */
  public String confidence(String rule) {
    return switch (law.rules().rule(rule).confidence()) {
      case TEXT -> "read";
      case PRACTICE -> "unread";
      case HOUSE -> "house";
    };
  }

  /** How a date was counted. */
  public List<Line> why(Explanation explanation, Locale locale) {
    return explanations.render(explanation, locale).stream()
        .map(line -> new Line(Text.literal(line.label()), Text.literal(line.value())))
        .toList();
  }

  /** Why the law refuses. */
  public String refusal(List<Reason> reasons, Locale locale) {
    return String.join(
        " ", reasons.stream().map(reason -> explanations.render(reason, locale).text()).toList());
  }
}
