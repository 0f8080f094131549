package org.smartcorrection.procedure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What speaks against a number that an agency wants to set (rule H6). */
final class Publishing {

  private static final String HOUSE = "H6";

  private Publishing() {}

  /**
   * All that speaks against it.
   *
   * @param rules as the agency follows them without it
   */
  static List<Reason> against(LocalNumber wanted, Rules rules, LocalDate today) {
    // of a day that is past already the rules of tomorrow say whether the rest could stand
    LocalDate tomorrow = today.plusDays(1);
    LocalDate day = wanted.validFrom().isAfter(today) ? wanted.validFrom() : tomorrow;
    Optional<Rule> found = rules.at(day).find(wanted.rule());
    if (found.isEmpty()) {
      return List.of(Reason.of("reason.number.no-rule", HOUSE, new Arg.Words(wanted.rule())));
    }
    Rule rule = found.get();
    if (!rule.numbers().containsKey(wanted.name())) {
      return List.of(
          Reason.of("reason.number.none", HOUSE, title(rule), new Arg.Words(wanted.name())));
    }
    if (!rule.configurable().contains(wanted.name())) {
      var stays = new Arg.Count(rule.number(wanted.name()));
      return List.of(
          Reason.of("reason.number.not-local", rule.id(), title(rule), label(wanted), stays));
    }
    var reasons = new ArrayList<Reason>();
    Bounds bounds = rule.bounds(wanted.name());
    if (!bounds.hold(wanted.value())) {
      reasons.add(
          Reason.of(
              "reason.number.bounds",
              rule.id(),
              title(rule),
              label(wanted),
              new Arg.Count(wanted.value()),
              new Arg.Count(bounds.min()),
              new Arg.Count(bounds.max())));
    }
    if (!wanted.validFrom().isAfter(today)) {
      reasons.add(
          Reason.of(
              "reason.number.back",
              HOUSE,
              title(rule),
              label(wanted),
              new Arg.Count(wanted.value()),
              new Arg.Day(wanted.validFrom()),
              new Arg.Day(today)));
    }
    if (reasons.isEmpty() && rule.number(wanted.name()) == wanted.value()) {
      reasons.add(
          Reason.of(
              "reason.number.same",
              HOUSE,
              title(rule),
              label(wanted),
              new Arg.Count(wanted.value()),
              new Arg.Day(wanted.validFrom())));
    }
    return reasons;
  }

  private static Arg title(Rule rule) {
    return new Arg.Named(rule.title());
  }

  private static Arg label(LocalNumber wanted) {
    return new Arg.Named("number." + wanted.name());
  }
}
