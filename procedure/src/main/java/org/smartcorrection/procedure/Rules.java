package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules as data, each with the time in which it is in force. */
public final class Rules {

  private final List<Rule> all;
  private final LocalNumbers local;

  private Rules(List<Rule> all, LocalNumbers local) {
    this.all = List.copyOf(all);
    this.local = local;
  }

  /** The rules that come with this library. */
  public static Rules published() {
    return of(LawFiles.read("rules.json", RuleFile.class).rules());
  }

  /**
   * Rules of one's own making.
   *
   * @throws IllegalArgumentException when two versions of a rule overlap in time
   */
  public static Rules of(Collection<Rule> rules) {
    for (Rule rule : rules) {
      long atOnce =
          rules.stream()
              .filter(other -> other.id().equals(rule.id()) && other.isInForce(rule.validFrom()))
              .count();
      if (atOnce > 1) throw new IllegalArgumentException("two versions of " + rule.id());
    }
    return new Rules(List.copyOf(rules), LocalNumbers.NONE);
  }

  /** The rules in force on a legal day, with the numbers that count for the agency on that day. */
  public Rules at(LocalDate day) {
    return new Rules(
        all.stream()
            .filter(rule -> rule.isInForce(day))
            .map(rule -> local.applied(rule, day))
            .toList(),
        LocalNumbers.NONE);
  }

  /**
   * The rule of that id; the newest one when several versions are here. Only rules of a day, from
   * {@link #at}, have an agency's own numbers.
   *
   * @throws IllegalArgumentException when there is none
   */
  public Rule rule(String id) {
    return find(id)
        .orElseThrow(() -> new IllegalArgumentException("no rule " + id + " is in force"));
  }

  /** As {@link #rule}, empty when there is none. */
  public Optional<Rule> find(String id) {
    return all.stream()
        .filter(rule -> rule.id().equals(id))
        .max(Comparator.comparing(Rule::validFrom));
  }

  /**
   * These rules as one agency follows them: {@link #at} answers with its own numbers where one
   * counts on the day. What a version of a rule does not permit stays as the rule says, so that no
   * stored number ever goes below a floor of the law.
   */
  public Rules with(LocalNumbers numbers) {
    return new Rules(all, numbers);
  }

  public List<Rule> all() {
    return all;
  }

  private record RuleFile(List<Rule> rules) {}
}
