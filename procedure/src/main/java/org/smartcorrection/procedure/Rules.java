package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules as data, each with the time in which it is in force. */
public final class Rules {

  private final List<Rule> all;

  private Rules(List<Rule> all) {
    this.all = List.copyOf(all);
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
    return new Rules(List.copyOf(rules));
  }

  /** The rules in force on a legal day. */
  public Rules at(LocalDate day) {
    return new Rules(all.stream().filter(rule -> rule.isInForce(day)).toList());
  }

  /**
   * The rule of that id; the newest one when several versions are here.
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
   * These rules with a number that the agency has set.
   *
   * @throws IllegalArgumentException when the number is not the agency's to set
   */
  public Rules with(String id, String number, int value) {
    rule(id);
    return new Rules(
        all.stream().map(rule -> rule.id().equals(id) ? rule.with(number, value) : rule).toList());
  }

  public List<Rule> all() {
    return all;
  }

  private record RuleFile(List<Rule> rules) {}
}
