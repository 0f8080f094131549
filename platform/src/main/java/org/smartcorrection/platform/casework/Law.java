package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.act.ActProposal;
import org.smartcorrection.procedure.act.Definition;
import org.smartcorrection.procedure.act.Definitions;
import org.smartcorrection.procedure.act.Instance;
import org.smartcorrection.procedure.act.Interpreter;
import org.smartcorrection.procedure.act.Outcome;
import org.smartcorrection.procedure.act.Role;
import org.springframework.stereotype.Component;

/**
 * The law as the platform asks it: the published procedures and rules, the numbers that agencies
 * have set for themselves, and the interpreter.
 */
@Component
public class Law {
  private final Definitions definitions = Definitions.published();
  private final Rules rules = Rules.published();
  private final LegalCalendar calendar = LegalCalendar.published();
  private final Interpreter interpreter = new Interpreter(definitions, rules, calendar);
  private final LocalNumbersOfAgencies numbers;

  Law(LocalNumbersOfAgencies numbers) {
    this.numbers = numbers;
  }

  /** The definition of a procedure, in the version an instance began with. */
  public Definition definition(String procedure, int version) {
    return definitions.get(procedure, version);
  }

  /** The definition that an instance follows, or with which a new one begins at this instant. */
  public Definition definition(String procedure, @Nullable Running running, Instant now) {
    return running != null
        ? definition(procedure, running.instance().version())
        : definitions.newest(procedure, LegalCalendar.legalDay(now)).orElseThrow();
  }

  /** Every published definition. */
  public List<Definition> definitions() {
    return definitions.all();
  }

  /** The newest version of each procedure with which something may begin on this day. */
  public List<Definition> inForce(LocalDate day) {
    return definitions.all().stream()
        .filter(
            definition ->
                definitions.newest(definition.id(), day).filter(definition::equals).isPresent())
        .toList();
  }

  /** The published rules: their words, articles and bounds. Whoever counts asks for an agency's. */
  public Rules rules() {
    return rules;
  }

  /** The rules as they count in the cases of one agency: {@link Rules#at} has its own numbers. */
  public Rules rules(AgencyId custody) {
    return rules.with(numbers.of(custody));
  }

  public LegalCalendar calendar() {
    return calendar;
  }

  /** Whether the person's correction ended with this act (CCL 44, 45). */
  public boolean endsCorrection(Act act, Running in) {
    return definition(in.procedure(), in.instance().version())
        .act(act.type())
        .filter(org.smartcorrection.procedure.act.Act::ends)
        .isPresent();
  }

  /** How a run ends because the person's correction did; empty when it is over, or survives. */
  Optional<ActProposal> endWithCorrection(Running running, Instant at) {
    return interpreter.endWithCorrection(running.instance(), at);
  }

  /**
   * What becomes of an act, recorded or proposed; repeatable, since no number that an agency sets
   * counts on a day on which it was not yet published.
   */
  Outcome decide(AgencyId custody, @Nullable Instance before, Act act, Optional<Instance> restsOn) {
    Instance instance =
        before != null
            ? before
            : definitions.begin(act.procedure(), LegalCalendar.legalDay(act.occurredAt()));
    var proposal =
        new ActProposal(
            act.type(),
            Role.valueOf(act.role().name()),
            act.occurredAt(),
            act.facts().values(),
            Set.copyOf(act.documentKinds()),
            Optional.ofNullable(act.overrideReason()),
            restsOn);
    return new Interpreter(definitions, rules(custody), calendar)
        .decide(instance, proposal, act.recordedAt());
  }

  Outcome decide(AgencyId custody, Map<UUID, Instance> running, Act act) {
    return decide(
        custody,
        running.get(act.instance()),
        act,
        Optional.ofNullable(act.restsOn()).map(running::get));
  }
}
