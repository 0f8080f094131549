package org.smartcorrection.platform.oversight;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.Explanation;
import org.smartcorrection.procedure.Explanations;
import org.smartcorrection.procedure.Reason;
import org.springframework.stereotype.Component;

/** What the law library has to say, as pages show it. */
@Component
class LawWords {
  private final Law law;
  private final Explanations explanations;

  LawWords(Law law) {
    this.law = law;
    this.explanations = law.explanations();
  }

  /** A citation: the articles of a rule, and how sure we are of it in the look's words. */
  record Cite(String articles, String confidence) {}

  Cite cite(String rule, Locale locale) {
    String confidence =
        switch (law.rules().rule(rule).confidence()) {
          case TEXT -> "read";
          case PRACTICE -> "unread";
          case HOUSE -> "house";
        };
    return new Cite(explanations.article(rule, locale), confidence);
  }

  /** How a date was counted. */
  List<Line> why(Explanation explanation, Locale locale) {
    return explanations.render(explanation, locale).stream()
        .map(line -> new Line(Text.literal(line.label()), Text.literal(line.value())))
        .toList();
  }

  /** What a deadline owes, by the name that its procedure gives it. */
  Text title(Due due) {
    return Text.of("deadline." + due.procedure() + "." + due.name());
  }

  /** Why the law refuses or warns; empty when the act is in force. */
  Optional<String> refusal(Result result, Locale locale) {
    return switch (result) {
      case Result.Recorded _ -> Optional.empty();
      case Result.NeedsReason(var warnings) -> Optional.of(written(warnings, locale));
      case Result.Refused(var reasons) -> Optional.of(written(reasons, locale));
    };
  }

  private String written(List<Reason> reasons, Locale locale) {
    return String.join(
        " ", reasons.stream().map(reason -> explanations.render(reason, locale).text()).toList());
  }
}
