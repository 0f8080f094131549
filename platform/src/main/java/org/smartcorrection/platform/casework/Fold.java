package org.smartcorrection.platform.casework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.Instance;
import org.smartcorrection.procedure.act.Outcome;

/**
 * Adds acts up to state: pure, and the same at any time. An act that was corrected counts with the
 * facts of its latest correction, in its own place.
 */
sealed interface Fold {
  /** What the acts add up to, with each step on the way. */
  record Whole(List<Folded> steps, Map<ActId, ActId> originals) implements Fold {
    /** The agency that has the case at the end. */
    AgencyId custody(AgencyId first) {
      return steps.isEmpty() ? first : steps.getLast().custody();
    }

    /** The act that a correction puts right, with the facts that count now. */
    Optional<Act> latest(Act correction) {
      @Nullable ActId original = originals.get(correction.id());
      return steps.stream().map(Folded::act).filter(act -> act.id().equals(original)).findFirst();
    }
  }

  /** A correction would make a later act unlawful: that one has to be put right first. */
  record Broken(List<Reason> reasons) implements Fold {}

  /**
   * One act and what it led to.
   *
   * @param act with the facts that count
   * @param custody the agency that has the case after it
   */
  record Folded(Act act, Outcome.Accepted outcome, AgencyId custody) {}

  /**
   * Adds up the acts of one case.
   *
   * @param first the agency that had the case first: the numbers of whoever has it count
   */
  static Fold of(Law law, AgencyId first, List<Act> history) {
    Map<ActId, Act> corrections = new HashMap<>();
    Map<ActId, ActId> originals = new HashMap<>();
    for (Act act : history) {
      if (act.corrects() == null) continue;
      ActId original = original(history, act);
      originals.put(act.id(), original);
      corrections.put(original, act);
    }
    Map<UUID, Instance> running = new LinkedHashMap<>();
    var steps = new ArrayList<Folded>();
    AgencyId custody = first;
    for (Act recorded : history) {
      if (recorded.corrects() != null) continue;
      Act act = corrected(recorded, corrections.get(recorded.id()));
      switch (law.decide(custody, running, act)) {
        case Outcome.Accepted accepted -> {
          running.put(act.instance(), accepted.next());
          custody = Hosts.handedTo(accepted).orElse(custody);
          steps.add(new Folded(act, accepted, custody));
        }
        case Outcome.Refused(var reasons) -> {
          return new Broken(reasons);
        }
        case Outcome.NeedsReason(var warnings, _) -> {
          return new Broken(warnings);
        }
      }
    }
    return new Whole(List.copyOf(steps), originals);
  }

  /** The act that a chain of corrections began with. */
  private static ActId original(List<Act> history, Act correction) {
    ActId wrong = correction.corrects();
    for (Act act : history)
      if (act.id().equals(wrong)) return act.corrects() == null ? act.id() : original(history, act);
    return correction.id();
  }

  private static Act corrected(Act act, @Nullable Act correction) {
    if (correction == null) return act;
    return new Act(
        act.id(),
        act.caseId(),
        act.number(),
        act.procedure(),
        act.instance(),
        act.type(),
        act.schemaVersion(),
        act.agency(),
        act.account(),
        act.post(),
        act.role(),
        act.substitution(),
        act.restsOn(),
        act.documentKinds(),
        correction.occurredAt(),
        correction.effectiveOn(),
        act.recordedAt(),
        null,
        act.overrideReason(),
        act.facts().with(correction.facts()),
        act.shredded() || correction.shredded());
  }
}
