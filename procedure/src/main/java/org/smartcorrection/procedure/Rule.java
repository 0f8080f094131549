package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One rule of the law as data; its title is the message {@code rule.<id>}.
 *
 * @param articles where it is written
 * @param protects it protects the person: it refuses even while its text is unchecked
 * @param validTo last day in force, empty while it is
 * @param numbers its numbers by name, such as {@code days}
 * @param numberConfidence of the numbers of which we are less sure than of the rule
 * @param configurable names of the numbers that an agency may set
 * @param bounds between what it may set each of them; where the law gives a limit, that is the
 *     bound
 * @param reading message key of how we read it where the text is silent (D6)
 */
public record Rule(
    String id,
    List<Article> articles,
    Confidence confidence,
    boolean protects,
    LocalDate validFrom,
    Optional<LocalDate> validTo,
    Map<String, Integer> numbers,
    Map<String, Confidence> numberConfidence,
    Set<String> configurable,
    Map<String, Bounds> bounds,
    Optional<String> reading) {

  /** What breaking a rule leads to. */
  public enum Effect {
    REFUSE,
    /** A written reason overrides it. */
    WARN
  }

  public Rule {
    articles = List.copyOf(articles);
    numbers = Map.copyOf(numbers);
    numberConfidence = Map.copyOf(numberConfidence);
    configurable = Set.copyOf(configurable);
    bounds = Map.copyOf(bounds);
    if (articles.isEmpty()) throw new IllegalArgumentException(id + " names no article");
    if (!numbers.keySet().containsAll(numberConfidence.keySet())
        || !numbers.keySet().containsAll(configurable)) {
      throw new IllegalArgumentException(id + " marks a number that it does not have");
    }
    if (!bounds.keySet().equals(configurable)) {
      throw new IllegalArgumentException(id + " does not bound exactly what an agency may set");
    }
    for (String name : configurable) {
      if (!bounds(bounds, name).hold(number(numbers, id, name))) {
        throw new IllegalArgumentException(id + " goes beyond its own bounds of " + name);
      }
    }
  }

  /** Unchecked rules warn, unless they protect the person; all others refuse. */
  public Effect effect() {
    return confidence == Confidence.PRACTICE && !protects ? Effect.WARN : Effect.REFUSE;
  }

  /**
   * A number by its name.
   *
   * @throws IllegalArgumentException when the rule has no such number
   */
  public int number(String name) {
    return number(numbers, id, name);
  }

  private static int number(Map<String, Integer> numbers, String id, String name) {
    Integer value = numbers.get(name);
    if (value == null) throw new IllegalArgumentException(id + " has no number " + name);
    return value;
  }

  /**
   * Between what an agency may set a number.
   *
   * @throws IllegalArgumentException when it may not
   */
  public Bounds bounds(String name) {
    return bounds(bounds, name);
  }

  private static Bounds bounds(Map<String, Bounds> bounds, String name) {
    Bounds found = bounds.get(name);
    if (found == null) throw new IllegalArgumentException(name + " is not the agency's to set");
    return found;
  }

  /** Whether an agency may set the number to that value. */
  boolean permits(String name, int value) {
    return configurable.contains(name) && bounds(name).hold(value);
  }

  /** How sure we are of one number: as sure as of the rule unless it says otherwise. */
  public Confidence confidence(String number) {
    return numberConfidence.getOrDefault(number, confidence);
  }

  /** Message key of the short title. */
  public String title() {
    return "rule." + id;
  }

  /** Whether the law gives it, rather than we. */
  public boolean isLaw() {
    return confidence != Confidence.HOUSE;
  }

  boolean isInForce(LocalDate day) {
    return !day.isBefore(validFrom) && validTo.map(last -> !day.isAfter(last)).orElse(true);
  }

  Rule with(String number, int value) {
    if (!permits(number, value)) {
      throw new IllegalArgumentException(id + " does not let an agency set " + number);
    }
    var changed = new HashMap<>(numbers);
    changed.put(number, value);
    return new Rule(
        id,
        articles,
        confidence,
        protects,
        validFrom,
        validTo,
        changed,
        numberConfidence,
        configurable,
        bounds,
        reading);
  }
}
