package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.Rules;

/** What holds for every published procedure, proved by going through all of it. */
class DefinitionsTest {

  private final Definitions definitions = Definitions.published();

  @Test
  void the_published_procedures_have_no_flaw() {
    assertEquals(List.of(), definitions.check(Rules.published()));
    assertEquals(10, definitions.all().size());
  }

  /** What the proofs went through; a walk that shrinks would prove less than it says. */
  @Test
  void the_proofs_go_through_every_configuration() {
    int configurations = 0;
    int moves = 0;
    for (Definition definition : definitions.all()) {
      var walk = new Walk(definition);
      configurations += walk.configurations().size();
      moves += walk.moves().size();
    }
    assertTrue(configurations >= 169, "only " + configurations + " configurations");
    assertTrue(moves >= 369, "only " + moves + " moves");
  }

  @Test
  void a_deadline_that_opens_only_sometimes_is_walked_both_ways() {
    Set<Set<String>> open =
        new Walk(definitions.get("reception", 1))
            .configurations().stream()
                .filter(reached -> reached.state().equals("CHECKED"))
                .map(Walk.Configuration::open)
                .collect(Collectors.toSet());

    for (String sometimes : Set.of("report", "hand-over", "supply")) {
      assertTrue(open.stream().anyMatch(ids -> ids.contains(sometimes)), sometimes);
      assertTrue(open.stream().anyMatch(ids -> !ids.contains(sometimes)), sometimes);
    }
    assertTrue(
        open.stream().noneMatch(ids -> ids.containsAll(Set.of("report", "hand-over"))),
        "the category decides which of the two");
  }

  @Test
  void no_other_procedure_restricts_anybody() {
    for (Definition definition : definitions.all()) {
      if (Set.of("positioning", "measure").contains(definition.id())) continue;
      definition.states().forEach(state -> assertTrue(state.restricts().isEmpty()));
    }
  }
}
