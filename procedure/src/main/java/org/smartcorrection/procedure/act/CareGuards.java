package org.smartcorrection.procedure.act;

import java.util.List;
import java.util.Optional;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What level, office and group of a person must fulfil (rules L14A, D03, L04, L15). */
final class CareGuards {

  private static final List<String> LEVELS = List.of("RELAXED", "ORDINARY", "STRICT");

  private CareGuards() {}

  /** What is set is what was assessed. */
  static Guard.Verdict levelAsAssessed(Situation situation) {
    String proposed = situation.choice("proposedLevel");
    return Guard.Verdict.unless(
        situation.choice("level").equals(proposed),
        Reason.of("reason.level.other", "H4", new Arg.Named("choice." + proposed)));
  }

  /** Nobody is managed more strictly than before unheard. */
  static Guard.Verdict stricterHeard(Situation situation) {
    boolean stricter =
        inForce(situation).filter(now -> rank(situation.choice("level")) > rank(now)).isPresent();
    return Guard.Verdict.unless(
        !stricter || situation.instance().state().equals("HEARD"),
        Reason.of("reason.level.heard", "HEARD"));
  }

  /** What stays is what was. */
  static Guard.Verdict levelKept(Situation situation) {
    Optional<String> now = inForce(situation);
    if (now.isEmpty()) return Guard.Verdict.against(Reason.of("reason.level.first", "H4"));
    return Guard.Verdict.unless(
        now.filter(situation.choice("level")::equals).isPresent(),
        Reason.of("reason.level.other", "H4", new Arg.Named("choice." + now.get())));
  }

  private static Optional<String> inForce(Situation situation) {
    return situation.instance().facts().get("level") instanceof Fact.Choice(var level)
        ? Optional.of(level)
        : Optional.empty();
  }

  private static int rank(String level) {
    return LEVELS.indexOf(level);
  }

  /** A change of office changes the office. */
  static Guard.Verdict anotherOffice(Situation situation) {
    boolean same =
        situation.facts().get("formerOffice") instanceof Fact.Text(var former)
            && situation.facts().get("office") instanceof Fact.Text(var office)
            && former.strip().equals(office.strip());
    return same && situation.facts().get("office") instanceof Fact.Text(var office)
        ? Guard.Verdict.against(Reason.of("reason.office.same", "H4", new Arg.Words(office)))
        : Guard.Verdict.FINE;
  }

  /** Whoever is responsible acts for the agency or the office that has the case (CCL 9, 10). */
  static Guard.Verdict officerHoldsPost(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("holdsPost"), Reason.of("reason.officer.post", "L04"));
  }

  /** Two records of one agency that stand apart can be said to be one human's (rule H12). */
  static Guard.Verdict recordsApart(Situation situation) {
    return switch (situation.choice("otherRecord")) {
      case "APART" -> Guard.Verdict.FINE;
      case "SAME_RECORD" -> Guard.Verdict.against(Reason.of("reason.duplicate.same", "H12"));
      case "JOINED_ALREADY" -> Guard.Verdict.against(Reason.of("reason.duplicate.joined", "H12"));
      case String _ -> Guard.Verdict.against(Reason.of("reason.duplicate.custody", "H12"));
    };
  }

  /** Nobody is left to a group of nobody. */
  static Guard.Verdict groupNotEmpty(Situation situation) {
    return Guard.Verdict.unless(
        situation.count("membersInGroup") >= 1
            && situation.count("womenInGroup") <= situation.count("membersInGroup"),
        Reason.of("reason.group.empty", "L15"));
  }

  /** Whoever helps keeps secret whom and why (Community Corrections Law 26, 54). */
  static Guard.Verdict secrecyTold(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("secrecyTold"), Reason.of("reason.group.secrecy", "L15"));
  }

  /** Help is an offer: nobody takes part for fear of what follows (L30, L31). */
  static Guard.Verdict freeToDecline(Situation situation) {
    return Guard.Verdict.unless(
        situation.isTrue("freeToDecline"), Reason.of("reason.support.free", "L31"));
  }
}
