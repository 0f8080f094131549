package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.Rules;

/** What holds for every published procedure, proved by going through all of it. */
class DefinitionsTest {

  private final Definitions definitions = Definitions.published();

  @Test
  void the_published_procedures_have_no_flaw() {
    assertEquals(List.of(), definitions.check(Rules.published()));
    assertEquals(32, definitions.all().size());
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

  @Test
  void every_procedure_about_a_person_ends_with_the_correction_or_says_why_not() {
    Set<String> goesOn =
        Set.of(
            "assessment COMMISSIONED",
            "assessment INCOMPLETE",
            "assessment UNDER_WAY",
            "emergency REPORTED",
            "emergency HANDLED",
            "emergency WRITTEN_UP",
            "revocation REVOKED",
            "revocation PURSUED",
            "recall RECALLED",
            "recall PURSUED",
            "sealing DUE");
    Set<String> older =
        Set.of(
            "positioning",
            "alarm",
            "measure",
            "leave",
            "checkin",
            "opinion",
            "complaint",
            "release",
            "area");
    var open = new TreeSet<String>();
    for (Definition definition : definitions.all()) {
      if (older.contains(definition.id())) continue;
      for (State state : definition.states()) {
        if (state.end() || state.id().equals(definition.initial())) continue;
        boolean ends =
            definition
                .act("CorrectionEnded")
                .filter(a -> a.from().contains(state.id()))
                .isPresent();
        if (!ends) open.add(definition.id() + " " + state.id());
      }
    }
    assertEquals(new TreeSet<>(goesOn), open);
  }

  @Test
  void nobody_is_found_at_fault_without_an_account_or_a_search() {
    Set<String> reached =
        new Walk(definition("alarm"))
            .states(act -> !Set.of("AccountTaken", "SearchRecorded").contains(act.type()));

    assertFalse(reached.contains("FOUND_NO_GOOD_REASON"));
    assertFalse(reached.contains("CLOSED_NO_GOOD_REASON"));
    assertTrue(reached.contains("FOUND_ERROR"), "a finding in favour needs no account");
  }

  @Test
  void a_search_is_recorded_only_after_failed_contact() {
    Set<String> reached =
        new Walk(definition("alarm")).states(act -> !act.type().equals("SearchBegun"));

    assertFalse(reached.contains("SEARCHED"));
  }

  @Test
  void no_path_leads_to_a_measure_without_a_finding_against_the_person() {
    Set<String> reachedWithoutFinding =
        new Walk(definition("alarm")).states(act -> !act.type().equals("FoundNoGoodReason"));
    assertFalse(reachedWithoutFinding.contains("FOUND_NO_GOOD_REASON"));
    assertFalse(reachedWithoutFinding.contains("CLOSED_NO_GOOD_REASON"));
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

  @Test
  void every_adverse_finding_is_guarded_by_heard_or_searched() {
    definition("alarm").acts().stream()
        .filter(act -> act.to().filter("FOUND_NO_GOOD_REASON"::equals).isPresent())
        .forEach(act -> assertTrue(act.guards().contains("heard-or-searched"), act.type()));
  }

  @Test
  void only_taking_the_account_or_searching_sets_heard_or_searched() {
    for (Definition definition : definitions.all()) {
      for (Act act : definition.acts()) {
        assertFalse(act.facts().containsKey("heard"), act.type());
        assertFalse(act.facts().containsKey("searched"), act.type());
        if (act.sets().contains("heard")) {
          assertTrue(act.guards().contains("account-complete"), act.type());
          assertTrue(act.documents().contains("account"), act.type());
        }
        if (act.sets().contains("searched")) {
          assertTrue(act.documents().contains("search-record"), act.type());
        }
      }
    }
  }

  @Test
  void no_positioning_is_active_without_the_approval_of_the_head() {
    Definition positioning = definition("positioning");
    Set<String> reached =
        new Walk(positioning).states(act -> !act.who().equals(Set.of(Role.BUREAU_HEAD)));

    assertFalse(reached.contains("APPROVED"));
    assertFalse(reached.contains("ACTIVE"));
    assertEquals(
        Set.of(Role.BUREAU_HEAD), positioning.act("PositioningExtended").orElseThrow().who());
  }

  @Test
  void positioning_always_has_an_end_that_comes_by_itself() {
    new Walk(definition("positioning"))
        .configurations().stream()
            .filter(configuration -> configuration.state().equals("ACTIVE"))
            .forEach(configuration -> assertTrue(configuration.open().contains("end")));
  }

  @Test
  void no_other_procedure_restricts_anybody() {
    for (Definition definition : definitions.all()) {
      if (Set.of("positioning", "measure", "warning").contains(definition.id())) continue;
      definition.states().forEach(state -> assertTrue(state.restricts().isEmpty()));
    }
  }

  private Definition definition(String id) {
    return definitions.get(id, 1);
  }
}
