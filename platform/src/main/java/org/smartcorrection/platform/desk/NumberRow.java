package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.procedure.Bounds;
import org.smartcorrection.procedure.Confidence;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.Rule;

/**
 * One number of a rule as the pages list it.
 *
 * @param bounds between what an agency may set it; {@code null} when it may not
 * @param own since when the agency's own number counts; {@code null} while another does
 * @param next what is published for later
 */
record NumberRow(
    String rule,
    Basis basis,
    String name,
    int value,
    @Nullable Bounds bounds,
    Whose whose,
    @Nullable LocalNumber own,
    @Nullable LocalNumber next) {

  /** Who set a number. */
  enum Whose {
    LAW,
    OURS,
    AGENCY
  }

  /** Message key of its name. */
  public String label() {
    return "number." + name;
  }

  /** Where it is changed. */
  public String href() {
    return "/console/numbers/" + rule + "/" + name;
  }

  /** Every number that counts for the reader, rule by rule. */
  static List<NumberRow> of(ReadersNumbers.Shown shown, Law law, Locale locale) {
    return shown.rules().all().stream()
        .flatMap(
            rule ->
                rule.numbers().keySet().stream()
                    .sorted()
                    .map(name -> of(rule, name, shown, law, locale)))
        .toList();
  }

  static NumberRow of(Rule rule, String name, ReadersNumbers.Shown shown, Law law, Locale locale) {
    Optional<LocalNumber> own = shown.own().inForce(rule.id(), name, shown.day());
    boolean counts = own.filter(number -> number.value() == rule.number(name)).isPresent();
    return new NumberRow(
        rule.id(),
        basis(rule, name, law, locale),
        name,
        rule.number(name),
        rule.bounds().get(name),
        counts ? Whose.AGENCY : rule.confidence(name) == Confidence.HOUSE ? Whose.OURS : Whose.LAW,
        counts ? own.orElseThrow() : null,
        shown.own().next(rule.id(), name, shown.day()).orElse(null));
  }

  /** Of a number that the law gives, how sure we are of the number itself. */
  private static Basis basis(Rule rule, String name, Law law, Locale locale) {
    Basis basis = Basis.of(rule.id(), law, locale);
    return rule.confidence(name) == Confidence.PRACTICE
        ? new Basis(basis.articles(), "unread", basis.title())
        : basis;
  }
}
