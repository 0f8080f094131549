package org.smartcorrection.procedure.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Explanation;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.Rule;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.Step;

/** Decides what becomes of a proposal: pure, so the same proposal always has the same outcome. */
public final class Interpreter {

  private final Definitions definitions;
  private final Rules rules;
  private final DeadlineBook deadlines;

  /**
   * @param rules every version; those in force on the day of an act are used for it
   */
  public Interpreter(Definitions definitions, Rules rules, LegalCalendar calendar) {
    this.definitions = definitions;
    this.rules = rules;
    this.deadlines = new DeadlineBook(calendar);
  }

  /**
   * Decides.
   *
   * @param now when it is recorded
   * @throws IllegalArgumentException when the instance's definition or the act is unknown, which is
   *     an error of the program and not of the person
   */
  public Outcome decide(Instance instance, ActProposal proposal, Instant now) {
    Definition definition = definitions.get(instance.procedure(), instance.version());
    Act act =
        definition
            .act(proposal.type())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "no act " + proposal.type() + " in " + definition.id()));
    Rules inForce = rules.at(proposal.day());
    var situation = Situation.of(act, instance, proposal, inForce);
    var reasons = new ArrayList<Reason>(new Admission(definition, situation, now).reasons());
    if (!reasons.isEmpty()) return new Outcome.Refused(reasons);
    if (act.type().equals(Act.VERSION_MOVED)) return moved(definition, situation);
    var steps = new ArrayList<Step>();
    for (String guard : act.guards()) {
      Guard.Verdict verdict = Guards.get(guard).check(situation);
      reasons.addAll(verdict.reasons());
      steps.addAll(verdict.steps());
    }
    if (reasons.stream()
        .anyMatch(reason -> inForce.rule(reason.rule()).effect() == Rule.Effect.REFUSE)) {
      return new Outcome.Refused(reasons);
    }
    if (!reasons.isEmpty() && proposal.override().isEmpty()) {
      return new Outcome.NeedsReason(reasons, new Explanation(steps));
    }
    proposal
        .override()
        .filter(_ -> !reasons.isEmpty())
        .ifPresent(
            words ->
                steps.add(
                    new Step(
                        "act.overridden",
                        List.of(new Arg.Words(words)),
                        reasons.stream().map(Reason::rule).distinct().toList())));
    return accept(definition, situation, reasons, new Explanation(steps));
  }

  /**
   * A run goes over to another version as it stands: nothing that is owed in it may be lost, and
   * nothing be owed that nobody was told of (rule H6).
   */
  private Outcome moved(Definition from, Situation situation) {
    Instance instance = situation.instance();
    Optional<Definition> found = definitions.find(from.id(), situation.count(Act.TO_VERSION));
    List<Reason> reasons =
        found
            .map(to -> new VersionMove(from, to, instance).against(situation.proposal().day()))
            .orElseGet(() -> List.of(Reason.of("reason.move.unknown", "H6")));
    if (!reasons.isEmpty()) return new Outcome.Refused(reasons);
    var next =
        new Instance(
            instance.procedure(),
            found.orElseThrow().version(),
            instance.state(),
            instance.facts(),
            instance.deadlines());
    return new Outcome.Accepted(
        next,
        List.of(),
        List.of(),
        situation.act().effects().stream().map(EffectSpec::effect).toList(),
        List.of(),
        Explanation.NONE);
  }

  private Outcome accept(
      Definition definition, Situation situation, List<Reason> overridden, Explanation why) {
    Act act = situation.act();
    Instance instance = situation.instance();
    var facts = new HashMap<>(situation.facts());
    act.sets().forEach(flag -> facts.put(flag, new Fact.Flag(true)));
    DeadlineBook.Entries entries = deadlines.enter(definition, situation);
    String target = act.target(instance.state());
    var next =
        new Instance(instance.procedure(), instance.version(), target, facts, entries.open());
    return new Outcome.Accepted(
        next,
        entries.opened(),
        entries.met(),
        effects(definition, situation, entries),
        overridden,
        why);
  }

  private static List<Effect> effects(
      Definition definition, Situation situation, DeadlineBook.Entries entries) {
    var effects = new ArrayList<Effect>();
    Act act = situation.act();
    String state = situation.instance().state();
    Optional<Restriction> before = definition.restrictionIn(state);
    Optional<Restriction> after = definition.restrictionIn(act.target(state));
    if (!before.equals(after)) {
      before.ifPresent(restriction -> effects.add(new Effect.End(restriction)));
      after.ifPresent(restriction -> effects.add(new Effect.Begin(restriction)));
    } else {
      after.ifPresent(
          restriction ->
              entries.opened().stream()
                  .filter(opened -> RestrictionEnd.isEnd(definition, restriction, opened.id()))
                  .forEach(
                      opened -> effects.add(new Effect.Prolong(restriction, opened.deadline()))));
    }
    act.effects().stream()
        .filter(spec -> spec.by().map(situation.proposal().role()::equals).orElse(true))
        .map(EffectSpec::effect)
        .forEach(effects::add);
    return effects;
  }

  /**
   * The restriction in force at the instant. It ends with its deadline, whether or not anybody has
   * recorded that yet.
   */
  public Optional<Restriction> inForce(Instance instance, Instant now) {
    Definition definition = definitions.get(instance.procedure(), instance.version());
    return RestrictionEnd.inForce(definition, instance, now);
  }

  /** The acts of time itself that are due, to be decided before anything else. */
  public List<ActProposal> dueActs(Instance instance, Instant now) {
    Definition definition = definitions.get(instance.procedure(), instance.version());
    return instance.deadlines().stream()
        .filter(deadline -> deadline.deadline().hasPassed(now))
        .flatMap(
            deadline ->
                deadline
                    .then()
                    .flatMap(definition::act)
                    .filter(act -> act.from().contains(instance.state()))
                    .map(act -> ActProposal.of(act.type(), Role.SYSTEM, deadline.deadline().end()))
                    .stream())
        .toList();
  }

  /**
   * The deadline that an act would open, counted by the rules of its day: for looking ahead or back
   * where nothing is recorded, such as in a register kept elsewhere. It asks only for the facts
   * from which the deadline is counted; empty when the act, with these facts, does not open it.
   */
  public Optional<OpenDeadline> foresee(String procedure, String deadline, ActProposal proposal) {
    return definitions
        .newest(procedure, proposal.day())
        .flatMap(
            definition -> {
              Act act = definition.act(proposal.type()).orElseThrow();
              var situation =
                  Situation.of(act, definition.begin(), proposal, rules.at(proposal.day()));
              return deadlines.foresee(definition.deadline(deadline).orElseThrow(), situation);
            });
  }

  /**
   * How the procedure ends because the person's correction has ended, to be decided for every other
   * procedure of the person after an act that {@link Act#ends ends} it. Empty when nothing is open
   * in it any more, or when its state survives, as a complaint does.
   *
   * @param at when the correction ended
   */
  public Optional<ActProposal> endWithCorrection(Instance instance, Instant at) {
    return definitions
        .get(instance.procedure(), instance.version())
        .act(Act.CORRECTION_ENDED)
        .filter(act -> act.from().contains(instance.state()))
        .map(act -> ActProposal.of(act.type(), Role.SYSTEM, at));
  }
}
