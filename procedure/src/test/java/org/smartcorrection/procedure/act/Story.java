package org.smartcorrection.procedure.act;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Reason;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.TermLength;

/** Plays acts against one instance, each at noon of its day, and tells what became of them. */
final class Story {

  static final Interpreter INTERPRETER =
      new Interpreter(Definitions.published(), Rules.published(), LegalCalendar.published());

  private Instance instance;

  Story(String procedure) {
    instance = Definitions.published().begin(procedure, LocalDate.of(2026, 3, 2));
  }

  Instance instance() {
    return instance;
  }

  Outcome.Accepted accepted(ActProposal proposal) {
    Outcome outcome = outcome(proposal);
    if (!(outcome instanceof Outcome.Accepted accepted)) {
      throw new AssertionError(proposal.type() + ": " + outcome);
    }
    instance = accepted.next();
    return accepted;
  }

  /** The keys of the reasons of a refusal. */
  List<String> refused(ActProposal proposal) {
    return refusal(proposal).stream().map(Reason::key).toList();
  }

  List<Reason> refusal(ActProposal proposal) {
    Outcome outcome = outcome(proposal);
    if (!(outcome instanceof Outcome.Refused(var reasons))) {
      throw new AssertionError(proposal.type() + ": " + outcome);
    }
    return reasons;
  }

  /** The keys of the warnings that a written reason overrides. */
  List<String> warned(ActProposal proposal) {
    Outcome outcome = outcome(proposal);
    if (!(outcome instanceof Outcome.NeedsReason(var warnings, _))) {
      throw new AssertionError(proposal.type() + ": " + outcome);
    }
    return warnings.stream().map(Reason::key).toList();
  }

  /** The day on which an open deadline ends. */
  LocalDate due(String deadline) {
    return instance.deadline(deadline).orElseThrow().deadline().day();
  }

  /** Lets time pass to the end of the day; the first act of time that is due happens. */
  Outcome.Accepted passTo(LocalDate day) {
    return accepted(INTERPRETER.dueActs(instance, LegalCalendar.endOf(day)).getFirst());
  }

  Outcome outcome(ActProposal proposal) {
    return INTERPRETER.decide(instance, proposal, proposal.occurredAt());
  }

  static Instant noon(LocalDate day) {
    return LegalCalendar.startOf(day).plusSeconds(12 * 3600);
  }

  static LocalDate day(int month, int day) {
    return LocalDate.of(2026, month, day);
  }

  static ActProposal act(String type, Role role, LocalDate day) {
    return ActProposal.of(type, role, noon(day));
  }

  static Fact flag(boolean value) {
    return new Fact.Flag(value);
  }

  static Fact text(String value) {
    return new Fact.Text(value);
  }

  static Fact count(int value) {
    return new Fact.Count(value);
  }

  static Fact choice(String value) {
    return new Fact.Choice(value);
  }

  static Fact on(LocalDate day) {
    return new Fact.Day(day);
  }

  static ActProposal referral(LocalDate effectiveOn, LocalDate day) {
    return act("ReferralReceived", Role.COURT, day)
        .with(
            Map.of(
                "category", choice("SUSPENDED_SENTENCE"),
                "offence", text("盗窃罪"),
                "courtNumber", text("(2026)试01刑初1号"),
                "penalty", choice("FIXED_TERM"),
                "sentence", new Fact.Length(TermLength.ofMonths(8)),
                "term", new Fact.Length(TermLength.ofYears(1)),
                "judgedOn", on(effectiveOn.minusDays(11)),
                "effectiveOn", on(effectiveOn),
                "termStartsOn", on(effectiveOn)));
  }

  static ActProposal application(LocalDate day, LocalDate first, LocalDate last) {
    return act("LeaveApplied", Role.SUBJECT, day)
        .with(
            Map.of(
                "firstDay", on(first),
                "lastDay", on(last),
                "destination", text("Baishi"),
                "cause", choice("MEDICAL"),
                "earlier", new Fact.Ranges(List.of())))
        .withDocuments(Set.of("proof"));
  }

  static ActProposal account(LocalDate day) {
    return act("AccountTaken", Role.AGENCY_OFFICER, day)
        .with(
            Map.of(
                "language", text("Mandarin"),
                "interpreterNeeded", flag(false),
                "minor", flag(false),
                "evidenceShown", flag(true),
                "spoke", choice("SPOKE"),
                "readBack", flag(true),
                "signed", choice("SIGNATURE"),
                "account", text("My mother fell ill.")))
        .withDocuments(Set.of("account"));
  }

  static ActProposal alarm(LocalDate day) {
    return act("AlarmRaised", Role.SYSTEM, day)
        .with(Map.of("alarmKind", choice("LEFT_AREA"), "detectedAt", new Fact.Moment(noon(day))));
  }

  static ActProposal found(String type, LocalDate day) {
    return act(type, Role.AGENCY_OFFICER, day).with("reason", text("As the evidence shows."));
  }

  /** Another procedure that has come to that state. */
  static Instance finding(String procedure, String state) {
    return new Instance(procedure, 1, state, Map.of(), List.of());
  }

  static ActProposal positioning(LocalDate day, int months) {
    return act("PositioningProposed", Role.AGENCY_OFFICER, day)
        .with(
            Map.of(
                "ground", choice("LEFT_WITHOUT_APPROVAL"),
                "statement", text("Left the city for two days."),
                "months", count(months),
                "termEndsOn", on(LocalDate.of(2027, 6, 30))))
        .withDocuments(Set.of("evidence"));
  }

  static ActProposal approval(LocalDate day, int months) {
    return act("PositioningApproved", Role.BUREAU_HEAD, day)
        .with(Map.of("months", count(months), "reason", text("The ground is proved.")))
        .withDocuments(Set.of("approval"));
  }

  static ActProposal informed(LocalDate day) {
    return act("SubjectInformed", Role.AGENCY_OFFICER, day)
        .with(
            Map.of(
                "termTold", flag(true),
                "rulesTold", flag(true),
                "consequencesTold", flag(true),
                "deviceKind", choice("DEDICATED")))
        .withDocuments(Set.of("notice"));
  }
}
