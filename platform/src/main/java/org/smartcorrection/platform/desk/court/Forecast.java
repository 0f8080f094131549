package org.smartcorrection.platform.desk.court;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.desk.Whys;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.act.ActProposal;
import org.smartcorrection.procedure.act.Interpreter;
import org.smartcorrection.procedure.act.OpenDeadline;
import org.smartcorrection.procedure.act.Outcome;
import org.smartcorrection.procedure.act.Role;
import org.springframework.stereotype.Component;

/** What would follow from a referral: computed by the law's own interpreter, recorded nowhere. */
@Component
class Forecast {
  private final Law law;
  private final Clock clock;

  Forecast(Law law, Clock clock) {
    this.law = law;
    this.clock = clock;
  }

  /** A deadline as the preview shows it. */
  record Falls(Text what, Text owner, LocalDate day, boolean provisional, List<Line> why) {}

  /**
   * The preview.
   *
   * @param term how the last day of the term was computed
   * @param warnings which need a written reason
   * @param refusals for which nothing can be recorded
   */
  record Seen(
      List<Line> term, List<Falls> deadlines, List<Reason> warnings, List<Reason> refusals) {}

  Seen of(Referral referral, Locale locale) {
    Seen asIs = decide(referral, Optional.ofNullable(referral.overrideReason()), locale);
    if (asIs.warnings().isEmpty()) return asIs;
    // with a reason it would be recorded: what falls due then is shown beside the warnings
    Seen overridden = decide(referral, Optional.of("?"), locale);
    return new Seen(asIs.term(), overridden.deadlines(), asIs.warnings(), asIs.refusals());
  }

  private Seen decide(Referral referral, Optional<String> reason, Locale locale) {
    AgencyId custody = referral.custody().id();
    Instant now = clock.instant();
    var proposal =
        new ActProposal(
            "ReferralReceived",
            Role.COURT,
            now,
            referral.decision().values(),
            Set.of(),
            reason,
            Optional.empty());
    Outcome outcome =
        new Interpreter(law.definitions(custody), law.rules(custody), law.calendar())
            .decide(
                law.newest(custody, "reception", LegalCalendar.legalDay(now)).orElseThrow().begin(),
                proposal,
                now);
    return switch (outcome) {
      case Outcome.Accepted accepted ->
          new Seen(
              Whys.of(accepted.explanation(), law, locale),
              accepted.opened().stream()
                  .sorted(Comparator.comparing(open -> open.deadline().end()))
                  .map(open -> falls(open, locale))
                  .toList(),
              List.of(),
              List.of());
      case Outcome.NeedsReason(var warnings, var explanation) ->
          new Seen(Whys.of(explanation, law, locale), List.of(), warnings, List.of());
      case Outcome.Refused(var reasons) -> new Seen(List.of(), List.of(), List.of(), reasons);
    };
  }

  private Falls falls(OpenDeadline open, Locale locale) {
    return new Falls(
        Text.of("deadline.reception." + open.id()),
        Text.of("role." + open.owner().name()),
        open.deadline().day(),
        open.deadline().provisional(),
        Whys.of(open.deadline().explanation(), law, locale));
  }
}
