package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A date that an act states either has happened, which is checked, or is to come. */
class DateGuardsTest {

  private static final Set<String> TO_COME =
      Set.of("termEndsOn", "newTermEndsOn", "heldUntil", "extendedUntil");

  @Test
  void every_date_of_an_act_that_says_what_happened_is_checked_or_is_to_come() {
    var unknown = new TreeSet<String>();
    for (Definition definition : Definitions.published().all()) {
      definition.acts().stream()
          .filter(act -> act.guards().contains("happened"))
          .forEach(
              act ->
                  act.facts().entrySet().stream()
                      .filter(fact -> isDate(fact.getValue()))
                      .map(Map.Entry::getKey)
                      .filter(name -> !DateGuards.PAST.contains(name) && !TO_COME.contains(name))
                      .forEach(name -> unknown.add(act.type() + "." + name)));
    }

    assertEquals(Set.of(), unknown);
  }

  private static boolean isDate(FactSpec spec) {
    return switch (spec.type()) {
      case DAY, MOMENT -> true;
      case COUNT, TEXT, FLAG, CHOICE, LENGTH, RANGES -> false;
    };
  }
}
