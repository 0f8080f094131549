package org.smartcorrection.platform.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.KnownFacts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.casework.Suggestions;
import org.smartcorrection.platform.documents.Upload;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.LeaveTier;
import org.springframework.stereotype.Component;

/** Leave (CCL 27): applied for, taken back, and cancelled on return, by the person or by staff. */
@Component
public class Leaves {
  static final String PROCEDURE = "leave";
  private static final String PROOF = "proof";

  private final Casework casework;
  private final Instances instances;
  private final KnownFacts known;
  private final Law law;
  private final Clock clock;

  Leaves(Casework casework, Instances instances, KnownFacts known, Law law, Clock clock) {
    this.casework = casework;
    this.instances = instances;
    this.known = known;
    this.law = law;
    this.clock = clock;
  }

  /** The reasons that the rule lists (M17), and any other. */
  public enum Cause {
    MEDICAL,
    STUDY,
    LITIGATION,
    FAMILY,
    WORK,
    OTHER
  }

  /**
   * What is applied for.
   *
   * @param regions the districts or counties among those listed, if any; then these and the way
   *     there are permitted, and not the whole country
   * @param lastDay counted, as is the first (D6)
   */
  public record Application(
      String destination,
      List<String> regions,
      LocalDate firstDay,
      LocalDate lastDay,
      Cause cause) {}

  /** The leaves of a case, the latest first. */
  public List<Running> of(CaseId caseId) {
    return instances.ofCase(caseId, PROCEDURE);
  }

  /**
   * Who would decide on a leave of these days, and why.
   *
   * @throws IllegalArgumentException when it ends before it begins
   */
  public LeaveTier tier(Case in, Actor by, LocalDate firstDay, LocalDate lastDay) {
    var proposal = PerformAct.opening(in.id(), PROCEDURE, "LeaveApplied", Facts.NONE, by);
    Facts derived = known.derive(in, null, proposal);
    return tier(in, derived.day("firstDay", firstDay).day("lastDay", lastDay));
  }

  /** Who decides on this leave, or decided, as far as was known then. */
  public LeaveTier tier(Case in, Running leave) {
    return tier(in, leave.facts());
  }

  private LeaveTier tier(Case in, Facts facts) {
    return LeaveTier.of(
        facts.values(), law.rules(in.agency()).at(LegalCalendar.legalDay(clock.instant())));
  }

  /**
   * Applies.
   *
   * @param proof what speaks for the reason: the rule asks for it (M18)
   * @param urgent why a rule that only warns is not followed, such as three days ahead
   */
  public Result apply(
      Case in, Actor by, Application wanted, List<Upload> proof, @Nullable String urgent) {
    Facts facts =
        Facts.NONE
            .text("destination", wanted.destination())
            .day("firstDay", wanted.firstDay())
            .day("lastDay", wanted.lastDay())
            .choice("cause", wanted.cause());
    if (!wanted.regions().isEmpty())
      facts = facts.text("regions", String.join(Suggestions.SEPARATOR, wanted.regions()));
    return casework.perform(
        PerformAct.opening(in.id(), PROCEDURE, "LeaveApplied", facts, by)
            .withDocuments(proof)
            .overriding(urgent));
  }

  /** The person no longer wants it. */
  public Result takeBack(Running leave, Actor by) {
    return casework.perform(PerformAct.in(leave, "ApplicationTakenBack", Facts.NONE, by));
  }

  /**
   * The person is back (rule M21), in time or late.
   *
   * @param reason why late; of no concern when in time
   */
  public Result back(Running leave, Actor by, LocalDate returnedOn, String reason) {
    Facts facts = Facts.NONE.day("returnedOn", returnedOn);
    if (!late(leave, returnedOn))
      return casework.perform(PerformAct.in(leave, "LeaveCancelled", facts, by));
    return casework.perform(
        PerformAct.in(leave, "LeaveCancelledLate", facts.text("reason", reason), by));
  }

  /** Whether a return on this day is after the last day of the leave. */
  public static boolean late(Running leave, LocalDate returnedOn) {
    return returnedOn.isAfter(leave.facts().day("lastDay").orElseThrow());
  }

  /** An upload as the proof of the reason. */
  public static Upload proof(String name, byte[] content) {
    return new Upload(PROOF, name, content);
  }
}
