package org.smartcorrection.platform.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summary.Category;
import org.smartcorrection.platform.casework.Summary.Level;
import org.smartcorrection.platform.casework.Summary.Status;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.Terms;
import org.smartcorrection.procedure.act.Fact;

/** What one act changes in the case's row: pure, so that the row can be built again from acts. */
final class SummaryFold {
  private SummaryFold() {}

  /**
   * Follows one act.
   *
   * @param adultOn the day on which the person is eighteen; {@code null} when nobody knows any more
   */
  static Summary apply(@Nullable Summary before, Case in, @Nullable LocalDate adultOn, Act act) {
    Summary old = before != null ? before : begun(in, act);
    Facts facts = act.facts();
    Summary next =
        switch (act.type()) {
          case "ReferralReceived" ->
              old.with(Status.REFERRED)
                  .with(Category.valueOf(facts.said("category")))
                  .withTerm(facts.day("termStartsOn").orElse(null), termEnd(facts));
          case "CaseTakenOver" -> takenOver(old, facts).with(Status.ACTIVE);
          case "CaseTakenOverUnverified" -> takenOver(old, facts).with(Status.UNVERIFIED);
          case "TakeOverVerified" -> old.with(Status.ACTIVE);
          case "AssessmentCommissioned" ->
              old.with(Status.ASSESSMENT).with(Category.valueOf(facts.said("considered")));
          case "AssessmentGiven", "CommissionReturned", "CommissionWithdrawn" ->
              old.with(Status.ENDED);
          case "Registered" -> old.with(Status.IN_RECEPTION);
          // whose office the case is says anew who is responsible for it
          case "Entrusted" -> old.withOffice(AgencyId.of(facts.said("office"))).withOfficer(null);
          case "PlanOpened" -> old.with(Status.ACTIVE).with(level(facts, old));
          case "PlanAdjusted", "LevelSet", "LevelSetInAbsence", "LevelKept" ->
              old.with(level(facts, old));
          case "OfficeChanged" ->
              old.withOffice(AgencyId.of(facts.said("office"))).withOfficer(null);
          case "EntrustmentWithdrawn" -> old.withOffice(null).withOfficer(null);
          case "OfficerAssigned", "CaseHandedOver" ->
              old.withOfficer(Officer.of(facts.said("officer")));
          case "RestrictionSet" -> old.withRestricted(true);
          case "RestrictionLifted" -> old.withRestricted(false);
          case "RecordSealed" -> old.withSealed(true);
          case "SealingLifted" -> old.withSealed(false);
          case "TermEntered", "TermChanged", "TermCommuted" ->
              old.withTerm(old.termFrom(), facts.day("termEndsOn").orElse(old.termUntil()));
          case "Released",
              "Pardoned",
              "Terminated",
              "TerminatedByDeath",
              "TerminatedByCertifiedDeath",
              "TerminatedByRevocation",
              "TerminatedByRecall",
              "UnverifiedDeleted" ->
              old.with(Status.ENDED);
          case String _ -> old;
        };
    if (!next.agency().equals(in.agency())) next = next.handedTo(in.agency());
    if (adultOn != null && young(before == null, next, adultOn, act)) next = next.withMinor(true);
    if (contact(act.type())) next = next.withContact(act.occurredAt());
    return touched(next, act);
  }

  /**
   * Whether the person is under eighteen when the case comes, or was when the term began. What was
   * a minor's case stays one (CCL 58): turning eighteen takes nothing away.
   */
  private static boolean young(boolean first, Summary next, LocalDate adultOn, Act act) {
    @Nullable LocalDate began = next.termFrom();
    return (first && LegalCalendar.legalDay(act.occurredAt()).isBefore(adultOn))
        || (began != null && began.isBefore(adultOn));
  }

  private static Summary takenOver(Summary old, Facts facts) {
    return old.with(Category.valueOf(facts.said("category")))
        .withTerm(facts.day("termStartsOn").orElse(null), termEnd(facts));
  }

  /** The row after an act that changed nothing else, such as a correction. */
  static Summary touched(Summary summary, Act act) {
    return summary.withLast(act.number(), act.type(), act.recordedAt());
  }

  private static Summary begun(Case in, Act act) {
    return new Summary(
        in.id(),
        in.number(),
        in.agency(),
        null,
        in.person(),
        Status.REFERRED,
        Category.SUSPENDED_SENTENCE,
        Level.UNDECIDED,
        null,
        null,
        act.number(),
        act.type(),
        act.recordedAt(),
        null,
        null,
        false,
        false,
        false);
  }

  private static Level level(Facts facts, Summary old) {
    return facts.values().containsKey("level") ? Level.valueOf(facts.said("level")) : old.level();
  }

  /** The last day of the term: as the decision states it, else as D3 counts it. */
  private static @Nullable LocalDate termEnd(Facts facts) {
    if (facts.day("termEndsOn").isPresent()) return facts.day("termEndsOn").get();
    @Nullable LocalDate first = facts.day("termStartsOn").orElse(null);
    if (first == null || !(facts.values().get("term") instanceof Fact.Length(var length)))
      return null;
    // two days of public surveillance are served by each day in custody before it (T1)
    boolean credited = facts.said("category").equals(Category.PUBLIC_SURVEILLANCE.name());
    int credit = credited ? 2 * facts.count("custodyDays").orElse(0) : 0;
    return Terms.end(first, length, credit).day();
  }

  private static boolean contact(String type) {
    return switch (type) {
      case "Registered",
          "Announced",
          "AccountTaken",
          "FoundAccountTaken",
          "LevelAccountTaken",
          "Reported",
          "ChangeReported",
          "ReportedLate",
          "LeaveCancelled",
          "LeaveCancelledLate",
          "VisitMade",
          "HealthReported",
          "VerificationAnswered" ->
          true;
      case String _ -> false;
    };
  }
}
