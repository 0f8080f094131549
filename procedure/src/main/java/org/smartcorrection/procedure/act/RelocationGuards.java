package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What a change of the place of execution must fulfil (rules M23 to M25). */
final class RelocationGuards {

  private RelocationGuards() {}

  /** Generally applied for a month ahead, and for a move that is still to come. */
  static Guard.Verdict ahead(Situation situation) {
    int months = situation.rule("M23").number("aheadMonths");
    LocalDate moves = situation.day("movesOn");
    LocalDate today = situation.proposal().day();
    var reasons = new ArrayList<Reason>();
    if (moves.isBefore(today)) {
      reasons.add(Reason.of("reason.relocation.moved", "H3", new Arg.Day(moves)));
    } else if (today.isAfter(moves.minusMonths(months))) {
      reasons.add(Reason.of("reason.relocation.late", "M23", new Arg.Count(months)));
    }
    return new Guard.Verdict(reasons, List.of());
  }

  /** Nobody is late who was not told when to be where. */
  static Guard.Verdict told(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("rulesTold") && situation.isTrue("consequencesTold"),
        Reason.of("reason.relocation.told", "M25"));
  }

  /** Nobody answers for an agency that can answer itself. */
  static Guard.Verdict hostItself(Situation situation) {
    boolean canAnswer = situation.facts().containsKey("hostAgency");
    return Guard.Verdict.unless(
        !canAnswer || situation.proposal().role() == Role.HOST_AGENCY,
        Reason.of("reason.relocation.host-itself", "H4"));
  }

  /** A receipt is of something that was sent. */
  static Guard.Verdict fileSent(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("fileSent"), Reason.of("reason.relocation.file-not-sent", "H4"));
  }

  /** The old agency lets go only when the new one has the file, so that nobody falls between. */
  static Guard.Verdict fileReceived(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("fileReceived"), Reason.of("reason.relocation.file-not-received", "H4"));
  }
}
