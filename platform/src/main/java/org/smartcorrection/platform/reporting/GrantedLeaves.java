package org.smartcorrection.platform.reporting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.DerivedFacts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.procedure.act.DayRange;
import org.smartcorrection.procedure.act.Fact;
import org.springframework.stereotype.Component;

/**
 * The leaves granted before, which decide with the new one who has the power (rules M19, M20): as
 * long as the person was away, or will be.
 */
@Component
class GrantedLeaves implements DerivedFacts {
  private static final Set<String> JUDGED = Set.of("LeaveApplied", "LeaveGranted", "LeaveRefused");
  private static final Set<String> GRANTED =
      Set.of("GRANTED", "OVERDUE", "RETURNED", "RETURNED_LATE");
  private final Instances instances;

  GrantedLeaves(Instances instances) {
    this.instances = instances;
  }

  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    if (!command.procedure().equals(Leaves.PROCEDURE) || !JUDGED.contains(command.type()))
      return Facts.NONE;
    return Facts.NONE.with("earlier", new Fact.Ranges(before(in.id(), command.instance())));
  }

  /** All granted leaves of a case but one. */
  List<DayRange> before(CaseId caseId, @Nullable UUID besides) {
    return instances.ofCase(caseId, Leaves.PROCEDURE).stream()
        .filter(running -> !running.id().equals(besides) && GRANTED.contains(running.state()))
        .flatMap(running -> away(running.facts()).stream())
        .toList();
  }

  /** Nothing when the person never left, or when the facts were destroyed. */
  private static Optional<DayRange> away(Facts facts) {
    Optional<LocalDate> last = facts.day("returnedOn").or(() -> facts.day("lastDay"));
    return facts
        .day("firstDay")
        .filter(first -> last.isPresent() && !last.get().isBefore(first))
        .map(first -> new DayRange(first, last.orElseThrow()));
  }
}
