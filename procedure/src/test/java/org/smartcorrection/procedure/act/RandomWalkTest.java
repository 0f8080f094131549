package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.TermLength;

/** Thousands of random proposals: whatever is accepted keeps what must always be true. */
class RandomWalkTest {

  private static final int ROUNDS = 600;
  private static final int STEPS = 12;
  private static final Instant START = Story.noon(LocalDate.of(2026, 3, 2));
  private static final List<Role> ROLES = List.of(Role.values());

  @Test
  void whatever_is_accepted_keeps_what_must_always_be_true() {
    var reached = new HashSet<String>();
    for (Definition definition : Definitions.published().all()) {
      for (int round = 0; round < ROUNDS; round++) {
        long seed = 31L * round + definition.id().length();
        try {
          reached.addAll(walk(definition, new Random(seed)));
        } catch (AssertionError | RuntimeException e) {
          throw new AssertionError(definition.id() + ", seed " + seed, e);
        }
      }
    }
    assertTrue(
        reached.containsAll(
            Set.of(
                "positioning ACTIVE",
                "positioning EXPIRED",
                "alarm FOUND_NO_GOOD_REASON",
                "leave GRANTED",
                "leave OVERDUE",
                "release TERM_OVER",
                "reception NOT_REPORTED",
                "lostcontact ABSENCE_FOUND",
                "lostcontact UNEXCUSED",
                "regulartravel EXPIRED",
                "relocation APPROVED",
                "warning SERVED",
                "revocation REVOKED",
                "recall RECALLED",
                "level SET")),
        "the walk is too weak: " + reached);
  }

  private static Set<String> walk(Definition definition, Random random) {
    var reached = new HashSet<String>();
    var done = new ArrayList<String>();
    Instance instance = definition.begin();
    Instant now = START;
    for (int step = 0; step < STEPS; step++) {
      now = now.plusSeconds(random.nextInt(30) * 86_400L * random.nextInt(2));
      List<ActProposal> due = Story.INTERPRETER.dueActs(instance, now);
      ActProposal proposal =
          due.isEmpty() || random.nextBoolean()
              ? any(definition, instance, now, random)
              : due.getFirst();
      Outcome outcome = Story.INTERPRETER.decide(instance, proposal, now);
      assertEquals(outcome, Story.INTERPRETER.decide(instance, proposal, now), "deterministic");
      if (!(outcome instanceof Outcome.Accepted accepted)) continue;
      done.add(proposal.type());
      instance = accepted.next();
      reached.add(definition.id() + " " + instance.state());
      mustHold(definition, instance, done, proposal, now);
    }
    return reached;
  }

  private static void mustHold(
      Definition definition, Instance instance, List<String> done, ActProposal last, Instant now) {
    Act act = definition.act(last.type()).orElseThrow();
    assertTrue(act.who().contains(last.role()));
    act.restsOn()
        .ifPresent(
            needed -> assertTrue(needed.states().contains(last.restsOn().orElseThrow().state())));
    if (instance.state().equals("ABSENCE_FOUND")) assertTrue(done.contains("LostSearchRecorded"));
    if (instance.state().equals("UNEXCUSED")) assertTrue(done.contains("FoundAccountTaken"));
    if (last.type().equals("RevocationRuled")) {
      assertTrue(
          done.contains("PersonHeardByCourt")
              || new Fact.Flag(true).equals(last.facts().get("fled")));
    }
    assertEquals(instance, InstanceText.read(InstanceText.write(instance)));
    if (act.ends() || act.type().equals(Act.CORRECTION_ENDED)) {
      assertEquals(List.of(), instance.deadlines());
      assertEquals(
          Optional.empty(),
          Story.INTERPRETER.inForce(instance, now).filter(Restriction::lasts),
          "nothing goes on");
    }
    if (instance.state().equals("FOUND_NO_GOOD_REASON")) {
      assertTrue(done.contains("AccountTaken") || done.contains("SearchRecorded"));
    }
    if (definition.id().equals("positioning") && instance.state().equals("ACTIVE")) {
      assertTrue(done.contains("PositioningApproved"));
      Instant end = instance.deadline("end").orElseThrow().deadline().end();
      assertFalse(
          end.isAfter(now.plusSeconds(200L * 86_400)), "never more than is left plus three months");
      assertEquals(Optional.empty(), Story.INTERPRETER.inForce(instance, end));
    }
    for (OpenDeadline deadline : instance.deadlines()) {
      assertFalse(deadline.deadline().explanation().steps().isEmpty(), deadline.id());
    }
  }

  private static ActProposal any(
      Definition definition, Instance instance, Instant now, Random random) {
    List<Act> possible = definition.actsFrom(instance.state());
    List<Act> acts = possible.isEmpty() || random.nextInt(8) == 0 ? definition.acts() : possible;
    Act act = acts.get(random.nextInt(acts.size()));
    List<Role> able = ROLES.stream().filter(act.who()::contains).toList();
    Role role =
        random.nextInt(6) == 0
            ? ROLES.get(random.nextInt(ROLES.size()))
            : able.get(random.nextInt(able.size()));
    Map<String, Fact> facts = new HashMap<>();
    act.facts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(spec -> facts.put(spec.getKey(), fact(spec.getValue(), now, random)));
    if (role == Role.JUDICIAL_OFFICE) facts.put("entrusted", new Fact.Flag(random.nextBoolean()));
    var documents = new HashSet<>(act.documents());
    documents.add("earlier-decision");
    return new ActProposal(
        act.type(),
        role,
        now,
        facts,
        documents,
        random.nextBoolean() ? Optional.of("because") : Optional.empty(),
        Optional.of(finding(act, random)));
  }

  private static Fact fact(FactSpec spec, Instant now, Random random) {
    LocalDate today = LegalCalendar.legalDay(now);
    return switch (spec.type()) {
      case DAY -> new Fact.Day(today.plusDays(random.nextInt(80) - 10L));
      case MOMENT -> new Fact.Moment(now.minusSeconds(random.nextInt(4000)));
      case COUNT -> new Fact.Count(random.nextInt(5));
      case TEXT -> new Fact.Text("words");
      case FLAG -> new Fact.Flag(random.nextInt(4) > 0);
      case CHOICE -> new Fact.Choice(spec.of().get(random.nextInt(spec.of().size())));
      case LENGTH -> new Fact.Length(TermLength.ofMonths(1 + random.nextInt(40)));
      case RANGES -> new Fact.Ranges(List.of(new DayRange(today.minusDays(9), today.minusDays(8))));
    };
  }

  /** What the act rests on, or another state of the same procedure. */
  private static Instance finding(Act act, Random random) {
    Act.RestsOn needed =
        act.restsOn().orElse(new Act.RestsOn("alarm", Set.of("FOUND_NO_GOOD_REASON")));
    String carrying = needed.states().stream().sorted().toList().getLast();
    String state = random.nextBoolean() ? carrying : "HEARD";
    return new Instance(needed.procedure(), 1, state, Map.of(), List.of());
  }
}
