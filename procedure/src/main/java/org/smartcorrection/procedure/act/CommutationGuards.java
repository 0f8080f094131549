package org.smartcorrection.procedure.act;

import java.util.Optional;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** What a proposal of commutation must fulfil (rules L27, C16, C18; SPC provisions of 2016). */
final class CommutationGuards {

  private CommutationGuards() {}

  /** A commutation makes a term shorter. */
  static Guard.Verdict shorter(Situation situation) {
    int original = situation.count("originalMonths");
    int proposed = situation.count("newMonths");
    return Guard.Verdict.unless(
        proposed < original,
        Reason.of(
            "reason.commutation.not-shorter",
            "H3",
            new Arg.Count(proposed),
            new Arg.Count(original)));
  }

  /** A suspended sentence only for a major deed or a written exception, never below the least. */
  static Guard.Verdict suspended(Situation situation) {
    if (!situation.choice("category").equals("SUSPENDED_SENTENCE")) return Guard.Verdict.FINE;
    boolean exception =
        situation.facts().get("exception") instanceof Fact.Text(var words) && !words.isBlank();
    if (!situation.choice("commutationGround").equals("MAJOR_MERIT") && !exception) {
      return Guard.Verdict.against(Reason.of("reason.commutation.suspended", "C18"));
    }
    Optional<String> least =
        switch (situation.choice("penalty")) {
          case "CRIMINAL_DETENTION" -> Optional.of("detentionMonths");
          case "FIXED_TERM" -> Optional.of("fixedMonths");
          default -> Optional.empty();
        };
    int months = situation.count("newMonths");
    return least
        .map(situation.rule("C18")::number)
        .filter(number -> months < number)
        .map(
            number ->
                Guard.Verdict.against(
                    Reason.of(
                        "reason.commutation.minimum",
                        "C18",
                        new Arg.Count(months),
                        new Arg.Count(number))))
        .orElse(Guard.Verdict.FINE);
  }

  /** Half of a public surveillance or a detention is served whatever happens. */
  static Guard.Verdict half(Situation situation) {
    boolean concerned =
        situation.choice("category").equals("PUBLIC_SURVEILLANCE")
            || (situation.choice("category").equals("TEMPORARY_EXECUTION")
                && situation.choice("penalty").equals("CRIMINAL_DETENTION"));
    int original = situation.count("originalMonths");
    int proposed = situation.count("newMonths");
    return Guard.Verdict.unless(
        !concerned || 2L * proposed >= original,
        Reason.of(
            "reason.commutation.half", "C16", new Arg.Count(proposed), new Arg.Count(original)));
  }
}
