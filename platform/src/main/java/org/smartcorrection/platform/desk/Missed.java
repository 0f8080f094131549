package org.smartcorrection.platform.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.oversight.IfMissed;
import org.smartcorrection.platform.shell.Text;

/**
 * What happens when a deadline is missed: the act of time that its procedure names, what the law
 * says where its text is known, and what the platform itself does. Nothing beyond that is promised
 * or threatened.
 */
final class Missed {
  private Missed() {}

  /**
   * What happens.
   *
   * @param settled whether the act of time itself settles it, so that nothing is left owing
   */
  static List<Text> of(Due due, boolean settled) {
    var lines = new ArrayList<Text>();
    if (due.thenAct() != null)
      lines.add(Text.of("desk.missed.itself", Text.of("act." + due.thenAct())));
    law(due).ifPresent(lines::add);
    IfMissed.question(due)
        .filter(_ -> !(settled && due.owner().equals("SUBJECT")))
        .map(concern -> Text.of("desk.missed.question", concern))
        .ifPresent(lines::add);
    if (lines.isEmpty()) lines.add(Text.of("desk.missed.nothing"));
    return lines;
  }

  /** Only what the rules digest says, or how the procedure itself goes on. */
  private static Optional<Text> law(Due due) {
    return switch (due.procedure() + "." + due.name()) {
      case "reception.report" -> Optional.of(Text.of("desk.missed.not-come"));
      case "reception.supply" -> Optional.of(Text.of("desk.missed.papers"));
      case "leave.return" -> Optional.of(Text.of("desk.missed.not-back"));
      case "leave.decide" -> Optional.of(Text.of("desk.missed.undecided"));
      case "checkin.report", "verification.answer", "health.report" ->
          Optional.of(Text.of("desk.missed.report"));
      case "relocation.arrive" -> Optional.of(Text.of("desk.missed.not-arrived"));
      case "reception.month", "lostcontact.month" -> Optional.of(Text.of("desk.missed.month"));
      case "contact.end", "place.end", "regulartravel.end" ->
          Optional.of(Text.of("desk.missed.approval"));
      case "positioning.end" -> Optional.of(Text.of("desk.missed.positioning"));
      case "positioning.review" -> Optional.of(Text.of("desk.missed.review"));
      case "opinion.reply" -> Optional.of(Text.of("desk.missed.opinion"));
      case "release.release" -> Optional.of(Text.of("desk.missed.release"));
      case String _ -> Optional.empty();
    };
  }
}
