package org.smartcorrection.procedure.act;

import java.time.LocalDate;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.TermLength;
import org.smartcorrection.procedure.Terms;

/**
 * What a proposal to revoke must fulfil (rules M37, M38, L35, L36; SPC interpretation 543 to 545).
 */
final class RevocationGuards {

  private static final String ABSENT = "ABSENT_OVER_A_MONTH";

  private RevocationGuards() {}

  /** The interpretation lists other grounds for parole than for a suspended sentence. */
  static Guard.Verdict ground(Situation situation) {
    boolean parole = situation.choice("category").equals("PAROLE");
    String ground = situation.choice("ground");
    boolean listed =
        switch (ground) {
          case ABSENT, "WARNED_TWICE_UNCORRECTED" -> true;
          case "PROHIBITION_SERIOUSLY_BREACHED", "PUNISHED_UNCORRECTED", "OTHER_SERIOUS_BREACH" ->
              !parole;
          case "OTHER_BREACH_NO_CRIME" -> parole;
          default -> false;
        };
    boolean neverReported =
        situation.proposal().restsOn().filter(on -> on.procedure().equals("reception")).isPresent();
    return Guard.Verdict.unless(
        listed && (!neverReported || ground.equals(ABSENT)),
        Reason.of(
            "reason.revocation.ground", parole ? "M38" : "M37", new Arg.Named("choice." + ground)));
  }

  /** More than a month: the day after the date that D2 gives, or later. */
  static Guard.Verdict absent(Situation situation) {
    if (!situation.choice("ground").equals(ABSENT)) return Guard.Verdict.FINE;
    LocalDate from = situation.day("absentFrom");
    LocalDate until = situation.day("absentUntil");
    int months = situation.rule("M37").number("absentMonths");
    LocalDate month = Terms.end(from, TermLength.ofMonths(months)).day().plusDays(1);
    return Guard.Verdict.unless(
        until.isAfter(month),
        Reason.of("reason.revocation.days", "M37", new Arg.Day(from), new Arg.Day(until)));
  }

  /** Grounds that are earlier decisions come with these decisions. */
  static Guard.Verdict decisions(Situation situation) {
    String ground = situation.choice("ground");
    if (ground.equals("WARNED_TWICE_UNCORRECTED")) {
      int needed = situation.rule("M37").number("warnings");
      int had = situation.count("warnings");
      if (had < needed) {
        return Guard.Verdict.against(
            Reason.of(
                "reason.revocation.warnings", "M37", new Arg.Count(needed), new Arg.Count(had)));
      }
    }
    boolean rests =
        ground.equals("WARNED_TWICE_UNCORRECTED") || ground.equals("PUNISHED_UNCORRECTED");
    return Guard.Verdict.unless(
        !rests || situation.proposal().documents().contains("earlier-decision"),
        Reason.of("reason.earlier-decision", "M37", new Arg.Named("choice." + ground)));
  }

  /** Arrest comes with the proposal or not at all. */
  static Guard.Verdict arrest(Situation situation) {
    LocalDate proposed = situation.day("proposedOn");
    return Guard.Verdict.unless(
        proposed.equals(situation.proposal().day()),
        Reason.of("reason.revocation.arrest-late", "L35", new Arg.Day(proposed)));
  }

  /** Nobody goes to prison unheard; whoever fled cannot block the ruling. */
  static Guard.Verdict courtHeard(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("courtHeard") || situation.isTrue("fled"),
        Reason.of("reason.revocation.court-heard", "L36"));
  }
}
