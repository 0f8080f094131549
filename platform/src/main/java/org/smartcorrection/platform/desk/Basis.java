package org.smartcorrection.platform.desk;

import java.util.Locale;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.procedure.Confidence;

/**
 * Where a rule is written.
 *
 * @param confidence as the look draws it: {@code read}, {@code unread} or {@code house}
 * @param title the rule in a few words
 */
record Basis(String article, String confidence, String title) {

  static Basis of(String rule, Law law, Locale locale) {
    var explanations = law.explanations();
    Confidence confidence = law.rules().rule(rule).confidence();
    return new Basis(
        explanations.article(rule, locale),
        switch (confidence) {
          case TEXT -> "read";
          case PRACTICE -> "unread";
          case HOUSE -> "house";
        },
        explanations.text("rule." + rule, locale));
  }
}
