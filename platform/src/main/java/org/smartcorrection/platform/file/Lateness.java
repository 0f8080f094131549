package org.smartcorrection.platform.file;

import java.time.Instant;
import java.util.Optional;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.act.Act;
import org.smartcorrection.procedure.act.DeadlineSpec;

/** What a deadline that passed means for the file of a case. */
final class Lateness {
  private Lateness() {}

  /** What the person was late with is their conduct, and no gap of the file. */
  static Optional<Gap> of(Due due, Dossier dossier, Instant now) {
    if (!due.late(now) || due.owner().equals("SUBJECT")) return Optional.empty();
    Text what =
        Text.of(
            "file.gap.due",
            Text.of("deadline." + due.procedure() + "." + due.name()),
            Text.of("role." + due.owner()));
    Integer met = due.metBy();
    return Optional.of(
        new Gap(
            met == null ? Gap.Kind.OVERDUE : Gap.Kind.DONE_LATE,
            due.rule(),
            what,
            met,
            due.day(),
            met == null ? mending(due, dossier) : new Gap.Mend.AtAct(met)));
  }

  /** The act that would still meet a deadline from where the run stands. */
  private static Gap.Mend mending(Due due, Dossier dossier) {
    return dossier.run(due.instance()).stream()
        .flatMap(
            run ->
                run.definition().deadlines().stream()
                    .filter(spec -> spec.id().equals(due.name()))
                    .flatMap(spec -> spec.metBy().stream())
                    .map(DeadlineSpec.Meeting::act)
                    .filter(type -> possible(run, type))
                    .map(
                        type ->
                            (Gap.Mend) new Gap.Mend.ByAct(run.definition().id(), type, run.id())))
        .findFirst()
        .orElseGet(Gap.Mend.AtDeadlines::new);
  }

  private static boolean possible(Dossier.Run run, String type) {
    return run.definition()
        .act(type)
        .filter(act -> act.from().contains(run.state()))
        .filter(act -> !act.type().equals(Act.CORRECTION_ENDED) && act.after().isEmpty())
        .isPresent();
  }
}
