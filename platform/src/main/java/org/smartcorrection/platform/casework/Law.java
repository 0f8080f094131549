package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.act.ActProposal;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Definitions;
import org.smartcorrection.procedure.act.Instance;
import org.smartcorrection.procedure.act.Interpreter;
import org.smartcorrection.procedure.act.Outcome;
import org.smartcorrection.procedure.act.Role;
import org.springframework.stereotype.Component;

/** The law as the platform asks it: the published procedures and rules, and the interpreter. */
@Component
public class Law {
  private final Definitions definitions;
  private final Interpreter interpreter;
  private final Rules rules;

  Law() {
    this.definitions = Definitions.published();
    this.rules = Rules.published();
    this.interpreter = Interpreter.published();
  }

  /** The definition of a procedure, in the version an instance began with. */
  public Definition definition(String procedure, int version) {
    return definitions.get(procedure, version);
  }

  /** The definition with which a procedure would begin now. */
  public Definition definition(String procedure) {
    return definitions.latest(procedure);
  }

  public Rules rules() {
    return rules;
  }

  /** What becomes of an act, recorded or proposed; pure and repeatable. */
  Outcome decide(@Nullable Instance before, Act act, Optional<Instance> restsOn, Instant now) {
    Instance instance = before != null ? before : definition(act.procedure()).begin();
    var proposal =
        new ActProposal(
            act.type(),
            Role.valueOf(act.role().name()),
            act.occurredAt(),
            act.facts().values(),
            Set.copyOf(act.documentKinds()),
            Optional.ofNullable(act.overrideReason()),
            restsOn);
    return interpreter.decide(instance, proposal, now);
  }

  Outcome decide(Map<UUID, Instance> running, Act act) {
    return decide(
        running.get(act.instance()),
        act,
        Optional.ofNullable(act.restsOn()).map(running::get),
        act.recordedAt());
  }
}
