package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The numbers that one agency has set for itself (rule H6). Each counts from its day on, until the
 * day of a later one; of two for the same day the one published later counts.
 *
 * @param published in the order of their publication
 */
public record LocalNumbers(List<LocalNumber> published) {

  /** Of an agency that follows the published rules. */
  public static final LocalNumbers NONE = new LocalNumbers(List.of());

  /** What becomes of a number that an agency wants to publish. */
  public sealed interface Publication {}

  /**
   * It may be published.
   *
   * @param numbers all of the agency's, the new one among them
   */
  public record Published(LocalNumbers numbers) implements Publication {}

  /** It may not. */
  public record Refused(List<Reason> reasons) implements Publication {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  public LocalNumbers {
    published = List.copyOf(published);
  }

  /**
   * Decides on one more number. It never counts on the day of its publication or before: acts of
   * these days were decided without it, and adding them up again must give the same.
   *
   * @param rules every version of the published rules
   * @param today the legal day of the publication
   */
  public Publication publish(LocalNumber wanted, Rules rules, LocalDate today) {
    List<Reason> against = Publishing.against(wanted, rules.with(this), today);
    if (!against.isEmpty()) return new Refused(against);
    var more = new ArrayList<>(published);
    more.add(wanted);
    return new Published(new LocalNumbers(more));
  }

  /** The agency's number that counts on that day; empty when the rule's own does. */
  public Optional<LocalNumber> inForce(String rule, String name, LocalDate day) {
    return published.stream()
        .filter(number -> number.isOf(rule, name) && !number.validFrom().isAfter(day))
        .reduce((one, later) -> later.validFrom().isBefore(one.validFrom()) ? one : later);
  }

  /** All that count on that day, by rule and name. */
  public List<LocalNumber> inForce(LocalDate day) {
    return published.stream()
        .map(number -> inForce(number.rule(), number.name(), day))
        .flatMap(Optional::stream)
        .distinct()
        .sorted(Comparator.comparing(LocalNumber::rule).thenComparing(LocalNumber::name))
        .toList();
  }

  /** The next change of the same number after that day, published already. */
  public Optional<LocalNumber> next(String rule, String name, LocalDate day) {
    return published.stream()
        .filter(number -> number.isOf(rule, name) && number.validFrom().isAfter(day))
        .min(Comparator.comparing(LocalNumber::validFrom))
        .flatMap(number -> inForce(rule, name, number.validFrom()));
  }

  /** The rule as the agency follows it on that day; what the rule does not permit is left out. */
  Rule applied(Rule rule, LocalDate day) {
    Rule with = rule;
    for (String name : rule.configurable()) {
      Optional<LocalNumber> own =
          inForce(rule.id(), name, day).filter(number -> rule.permits(name, number.value()));
      if (own.isPresent()) with = with.with(name, own.get().value());
    }
    return with;
  }
}
