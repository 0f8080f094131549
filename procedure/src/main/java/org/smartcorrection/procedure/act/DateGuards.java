package org.smartcorrection.procedure.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smartcorrection.procedure.Arg;
import org.smartcorrection.procedure.Reason;

/** Dates that an act states must be possible (rules H1, H3). */
final class DateGuards {

  /** The facts that say when something happened, rather than when it is to happen. */
  static final Set<String> PAST =
      Set.of(
          "absentFrom",
          "absentUntil",
          "acknowledgedOn",
          "arrestedOn",
          "arrivedOn",
          "correctionSince",
          "decidedOn",
          "deliveredOn",
          "detectedAt",
          "diedOn",
          "foundAt",
          "freedOn",
          "healthSince",
          "heardOn",
          "lastContactOn",
          "notifiedOn",
          "proposedOn",
          "receivedOn",
          "reviewedOn",
          "sentOn",
          "servedToPersonOn",
          "visitedOn");

  private DateGuards() {}

  /** What an act states as having happened has happened. */
  static Guard.Verdict happened(Situation situation) {
    var reasons = new ArrayList<Reason>();
    LocalDate today = situation.proposal().day();
    Instant now = situation.proposal().occurredAt();
    situation.proposal().facts().entrySet().stream()
        .filter(fact -> PAST.contains(fact.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            fact -> {
              if (fact.getValue() instanceof Fact.Day(var day) && day.isAfter(today)) {
                reasons.add(Reason.of("reason.day.future", "H1", new Arg.Day(day)));
              }
              if (fact.getValue() instanceof Fact.Moment(var at) && at.isAfter(now)) {
                reasons.add(Reason.of("reason.future", "H1", new Arg.Moment(at)));
              }
            });
    return new Guard.Verdict(reasons, List.of());
  }

  /** A copy that was received had been sent. */
  static Guard.Verdict receiptAfterSending(Situation situation) {
    LocalDate sent = situation.day("sentOn");
    LocalDate received = situation.day("acknowledgedOn");
    return Guard.Verdict.unless(
        !received.isBefore(sent),
        Reason.of("reason.copy.before-sent", "H8", new Arg.Day(received), new Arg.Day(sent)));
  }
}
