package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** Whether a run can go over from one version of its procedure to another as it stands. */
record VersionMove(Definition from, Definition to, Instance run) {

  List<Reason> against(LocalDate day) {
    var reasons = new ArrayList<Reason>();
    if (to.version() == from.version()) reasons.add(Reason.of("reason.move.same", "H6"));
    if (day.isBefore(to.validFrom()))
      reasons.add(Reason.of("reason.before-law", "H4", new Arg.Day(to.validFrom())));
    if (to.state(run.state()).map(State::end).orElse(true))
      reasons.add(
          Reason.of(
              "reason.move.state", "H6", new Arg.Named("state." + from.id() + "." + run.state())));
    // a restriction neither begins nor ends with words that are published
    if (!to.restrictionIn(run.state()).equals(from.restrictionIn(run.state())))
      reasons.add(Reason.of("reason.move.restriction", "H6"));
    for (OpenDeadline owed : run.deadlines())
      if (to.deadline(owed.id()).isEmpty())
        reasons.add(
            Reason.of(
                "reason.move.deadline",
                "H6",
                new Arg.Named("deadline." + from.id() + "." + owed.id())));
    return List.copyOf(reasons);
  }
}
