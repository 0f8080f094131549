package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
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
    assertEquals(45, definitions.all().size());
  }

  @Test
  void every_rule_is_in_force_from_the_day_on_which_its_procedure_is() {
    for (Definition definition : definitions.all()) {
      Rules then = Rules.published().at(definition.validFrom());
      for (DeadlineSpec deadline : definition.deadlines()) {
        assertTrue(then.find(deadline.rule()).isPresent(), definition.id() + deadline.rule());
      }
      for (Act act : definition.acts()) {
        for (String rule : act.rules()) {
          assertTrue(then.find(rule).isPresent(), definition.id() + " " + rule);
        }
      }
    }
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
      if (Set.of("positioning", "measure", "warning").contains(definition.id())) continue;
      definition.states().forEach(state -> assertTrue(state.restricts().isEmpty()));
    }
  }

  /** What begins a procedure against the person, and what may carry it. */
  private static final Map<String, Set<String>> CARRIED =
      Map.of(
          "alarm", Set.of("FOUND_NO_GOOD_REASON", "CLOSED_NO_GOOD_REASON"),
          "lostcontact", Set.of("ABSENCE_FOUND", "UNEXCUSED"),
          "reception", Set.of("UNREPORTED_A_MONTH"));

  /** A court that tried has heard the person itself; a recall may hear the person on its way. */
  private static final Set<String> HEARD_ELSEWHERE =
      Set.of("RevokedForAnotherCrime", "RecallExamined");

  @Test
  void everything_against_the_person_begins_with_a_finding_after_a_hearing_or_a_search() {
    for (String against : List.of("measure", "warning", "police", "revocation", "recall")) {
      Definition definition = definition(against);
      for (Act first : definition.actsFrom(definition.initial())) {
        if (HEARD_ELSEWHERE.contains(first.type())) continue;
        Act.RestsOn ground = first.restsOn().orElseThrow();
        assertEquals(CARRIED.get(ground.procedure()), ground.states(), first.type());
      }
    }
    Set<String> unheard = new Walk(definition("lostcontact")).states(act -> act.sets().isEmpty());
    assertFalse(unheard.contains("ABSENCE_FOUND"));
    assertFalse(unheard.contains("UNEXCUSED"));
    Set<String> unsearched =
        new Walk(definition("reception")).states(act -> !act.sets().contains("searched"));
    assertFalse(unsearched.contains("UNREPORTED_A_MONTH"));
    Set<String> condition =
        new Walk(definition("recall"))
            .states(act -> act.restsOn().isEmpty() && !act.sets().contains("heard"));
    assertFalse(condition.contains("PROPOSED"));
  }

  private Definition definition(String id) {
    return definitions.get(id, 1);
  }
}
