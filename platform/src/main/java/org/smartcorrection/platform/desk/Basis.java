package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.procedure.Cited;
import org.smartcorrection.procedure.Confidence;

/**
 * Where a rule is written: articles that lead to their text.
 *
 * @param confidence as the look draws it: {@code read}, {@code unread} or {@code house}
 * @param title the rule in a few words
 */
public record Basis(List<Cited> articles, String confidence, String title) {

  public static Basis of(String rule, Law law, Locale locale) {
    var explanations = law.explanations();
    return new Basis(
        explanations.cited(rule, locale),
        look(law.rules().rule(rule).confidence()),
        explanations.text("rule." + rule, locale));
  }

  private static String look(Confidence confidence) {
    return switch (confidence) {
      case TEXT -> "read";
      case PRACTICE -> "unread";
      case HOUSE -> "house";
    };
  }
}
