package org.smartcorrection.procedure.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;

/** Whether a proposal may be looked at: state, power, time, facts, documents, ground. */
final class Admission {

  /** A fact that every act takes: an office acts only on a recorded entrustment. */
  static final String ENTRUSTED = "entrusted";

  private final Definition definition;
  private final Situation situation;
  private final Act act;
  private final ActProposal proposal;
  private final Instant now;

  Admission(Definition definition, Situation situation, Instant now) {
    this.definition = definition;
    this.situation = situation;
    this.act = situation.act();
    this.proposal = situation.proposal();
    this.now = now;
  }

  /** What is against it; the first two are told alone, since the rest would be beside the point. */
  List<Reason> reasons() {
    Optional<Reason> outright = state().or(this::power);
    var reasons = new ArrayList<Reason>(outright.stream().toList());
    if (outright.isPresent()) return reasons;
    time(reasons);
    facts(reasons);
    documents(reasons);
    ground(reasons);
    return reasons;
  }

  private Optional<Reason> state() {
    String state = situation.instance().state();
    if (act.from().contains(state)) return Optional.empty();
    return Optional.of(
        Reason.of(
            "reason.state",
            "H4",
            name("act." + act.type()),
            name("state." + definition.id() + "." + state)));
  }

  private Optional<Reason> power() {
    Role role = proposal.role();
    if (!act.who().contains(role)) {
      return Optional.of(
          new Reason(
              "reason.power",
              List.of(name("act." + act.type()), name("role." + role.name())),
              act.rules().getFirst(),
              "remedy.approve"));
    }
    if (role == Role.JUDICIAL_OFFICE && !situation.isTrue(ENTRUSTED)) {
      return Optional.of(new Reason("reason.entrusted", List.of(), "L04", "remedy.approve"));
    }
    return Optional.empty();
  }

  private void time(List<Reason> reasons) {
    Instant at = proposal.occurredAt();
    if (at.isAfter(now)) reasons.add(Reason.of("reason.future", "H1", new Arg.Moment(at)));
    if (proposal.day().isBefore(definition.validFrom())) {
      reasons.add(Reason.of("reason.before-law", "H4", new Arg.Day(definition.validFrom())));
    }
    String state = situation.instance().state();
    Optional<Restriction> after = definition.restrictionIn(act.target(state));
    boolean begins = after.isPresent() && !after.equals(definition.restrictionIn(state));
    if (begins && !proposal.day().equals(LegalCalendar.legalDay(now))) {
      reasons.add(Reason.of("reason.backdated", "H2", new Arg.Day(proposal.day())));
    }
    boolean goesOn = after.isPresent() && !begins;
    if (goesOn && RestrictionEnd.inForce(definition, situation.instance(), now).isEmpty()) {
      reasons.add(
          new Reason("reason.ended", List.of(), act.rules().getFirst(), "remedy.propose-again"));
    }
    act.after()
        .filter(deadline -> !hasPassed(deadline, at))
        .ifPresent(
            deadline ->
                reasons.add(
                    Reason.of(
                        "reason.not-passed",
                        "H4",
                        name("deadline." + definition.id() + "." + deadline))));
  }

  private boolean hasPassed(String deadline, Instant at) {
    return situation
        .instance()
        .deadline(deadline)
        .filter(open -> open.deadline().hasPassed(at))
        .isPresent();
  }

  private void facts(List<Reason> reasons) {
    Map<String, Fact> stated = proposal.facts();
    act.facts().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(spec -> spec.getValue().isNeeded(situation.facts()))
        .filter(spec -> isMissing(stated.get(spec.getKey())))
        .forEach(
            spec ->
                reasons.add(Reason.of("reason.fact.missing", "H4", name("fact." + spec.getKey()))));
    stated.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(fact -> !isAdmitted(fact.getKey(), fact.getValue()))
        .forEach(
            fact ->
                reasons.add(Reason.of("reason.fact.unknown", "H4", new Arg.Words(fact.getKey()))));
  }

  private static boolean isMissing(@Nullable Fact fact) {
    return fact == null || (fact instanceof Fact.Text(var words) && words.isBlank());
  }

  private boolean isAdmitted(String name, Fact fact) {
    if (name.equals(ENTRUSTED)) return fact instanceof Fact.Flag;
    FactSpec spec = act.facts().get(name);
    return spec != null && spec.admits(fact);
  }

  private void documents(List<Reason> reasons) {
    Set<String> attached = proposal.documents();
    act.documents().stream()
        .sorted()
        .filter(document -> !attached.contains(document))
        .forEach(
            document ->
                reasons.add(
                    Reason.of("reason.document.missing", "H4", name("document." + document))));
  }

  private void ground(List<Reason> reasons) {
    act.restsOn()
        .filter(
            needed ->
                proposal
                    .restsOn()
                    .filter(other -> other.procedure().equals(needed.procedure()))
                    .filter(other -> needed.states().contains(other.state()))
                    .isEmpty())
        .ifPresent(
            needed ->
                reasons.add(
                    Reason.of(
                        "reason.rests-on",
                        "HEARD",
                        name("act." + act.type()),
                        name("procedure." + needed.procedure()))));
  }

  private static Arg name(String key) {
    return new Arg.Named(key);
  }
}
