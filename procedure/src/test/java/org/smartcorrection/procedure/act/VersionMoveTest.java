package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.Rules;

/** Rule H6: a run keeps the version it began with, unless the head moves it on purpose. */
class VersionMoveTest {
  private static final LocalDate DAY = LocalDate.of(2026, 7, 6);
  private static final Instant AT = LegalCalendar.startOf(DAY).plusSeconds(9 * 3600);

  private final Definition law = Definitions.published().newest("change", DAY).orElseThrow();
  private final Definition stricter = version(2, law.states(), law.acts(), law.deadlines());

  @Test
  void H6_the_head_moves_a_run_as_it_stands_and_the_procuratorate_hears_of_it() {
    Instance run = reported(law, stricter);
    var moved =
        assertInstanceOf(Outcome.Accepted.class, move(run, 2, Role.BUREAU_HEAD, law, stricter));
    assertEquals(2, moved.next().version());
    assertEquals(run.state(), moved.next().state());
    assertEquals(run.deadlines(), moved.next().deadlines());
    assertEquals(run.facts(), moved.next().facts());
    assertTrue(moved.effects().contains(new Effect.Inform(Role.PROSECUTOR)));
    for (Role other : Set.of(Role.AGENCY_OFFICER, Role.SUBJECT, Role.CITY_AGENCY, Role.SYSTEM))
      assertEquals(List.of("reason.power"), refused(move(run, 2, other, law, stricter)));
  }

  @Test
  void H6_nothing_moves_without_a_reason_nor_to_what_is_not_there() {
    Instance run = reported(law, stricter);
    assertEquals(
        List.of("reason.fact.missing"),
        refused(
            interpreter(law, stricter)
                .decide(
                    run,
                    ActProposal.of(Act.VERSION_MOVED, Role.BUREAU_HEAD, AT)
                        .with(Act.TO_VERSION, new Fact.Count(2)),
                    AT)));
    assertEquals(
        List.of("reason.move.unknown"), refused(move(run, 7, Role.BUREAU_HEAD, law, stricter)));
    assertEquals(
        List.of("reason.move.same"), refused(move(run, 1, Role.BUREAU_HEAD, law, stricter)));
  }

  @Test
  void H6_a_version_without_the_state_or_what_is_owed_takes_no_run_over() {
    Definition other =
        version(
            2,
            law.states().stream().filter(state -> !state.id().equals("REPORTED")).toList(),
            law.acts(),
            List.of());
    Instance run = reported(law, other);
    assertEquals(
        List.of("reason.move.state", "reason.move.deadline"),
        refused(move(run, 2, Role.BUREAU_HEAD, law, other)));
  }

  @Test
  void H6_what_is_over_stays_with_its_version() {
    Instance run = reported(law, stricter);
    var noted =
        assertInstanceOf(
            Outcome.Accepted.class,
            interpreter(law, stricter)
                .decide(
                    run,
                    ActProposal.of("ChangeNoted", Role.AGENCY_OFFICER, AT)
                        .with("reply", new Fact.Text("noted")),
                    AT));
    assertEquals(
        List.of("reason.state"), refused(move(noted.next(), 2, Role.BUREAU_HEAD, law, stricter)));
  }

  private Instance reported(Definition... versions) {
    var outcome =
        interpreter(versions)
            .decide(
                law.begin(),
                ActProposal.of("ChangeReported", Role.SUBJECT, AT)
                    .with("changeKind", new Fact.Choice("OTHER_CHANGE"))
                    .with("changedOn", new Fact.Day(DAY))
                    .with("statement", new Fact.Text("A new telephone.")),
                AT);
    return assertInstanceOf(Outcome.Accepted.class, outcome).next();
  }

  private static Outcome move(Instance run, int to, Role by, Definition... versions) {
    return interpreter(versions)
        .decide(
            run,
            ActProposal.of(Act.VERSION_MOVED, by, AT)
                .with(Act.TO_VERSION, new Fact.Count(to))
                .with("reason", new Fact.Text("The new step is needed here.")),
            AT);
  }

  private static List<String> refused(Outcome outcome) {
    return assertInstanceOf(Outcome.Refused.class, outcome).reasons().stream()
        .map(Reason::key)
        .toList();
  }

  private static Interpreter interpreter(Definition... versions) {
    var others = new ArrayList<Definition>();
    for (Definition one : Definitions.published().all())
      if (!one.id().equals("change")) others.add(one);
    return new Interpreter(
        Definitions.of(Stream.concat(others.stream(), Stream.of(versions)).toList()),
        Rules.published(),
        LegalCalendar.published());
  }

  private Definition version(
      int number, List<State> states, List<Act> acts, List<DeadlineSpec> deadlines) {
    return new Definition(
        law.id(),
        number,
        law.validFrom(),
        law.family(),
        law.opening(),
        law.initial(),
        states,
        acts,
        deadlines);
  }
}
