package org.smartcorrection.platform.figures;

import static org.smartcorrection.platform.figures.EventKind.Section.ASSESSMENT;
import static org.smartcorrection.platform.figures.EventKind.Section.COMPLAINTS;
import static org.smartcorrection.platform.figures.EventKind.Section.LEAVES;
import static org.smartcorrection.platform.figures.EventKind.Section.LOST;
import static org.smartcorrection.platform.figures.EventKind.Section.MEASURES;
import static org.smartcorrection.platform.figures.EventKind.Section.POSITIONING;
import static org.smartcorrection.platform.figures.EventKind.Section.REWARDS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.smartcorrection.platform.casework.Act;

/** The acts that tables count, by what they are to a reader of the report. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are never written
enum EventKind {
  ASSESSMENT_COMMISSIONED(ASSESSMENT, "assessment", "AssessmentCommissioned"),
  ASSESSMENT_GIVEN(ASSESSMENT, "assessment", "AssessmentGiven"),
  ASSESSMENT_RETURNED(ASSESSMENT, "assessment", "CommissionReturned"),
  PRAISE(REWARDS, "praise", "PraiseDecided"),
  COMMUTATION_PROPOSED(REWARDS, "commutation", "CommutationProposed"),
  COMMUTATION_GRANTED(REWARDS, "commutation", "CommutationGranted"),
  ADMONITION(MEASURES, "measure", "AdmonitionDecided"),
  WARNING(MEASURES, "warning", "WarningDecided"),
  MEASURE_WITHDRAWN(MEASURES, "measure warning", "AdmonitionWithdrawn", "WarningWithdrawn"),
  PUNISHMENT_PROPOSED(MEASURES, "police", "PunishmentProposed", "AbsencePunishmentProposed"),
  PUNISHMENT_IMPOSED(MEASURES, "police", "PunishmentImposed"),
  ARREST_REQUESTED(MEASURES, "revocation", "ArrestRequested"),
  ARREST_ORDERED(MEASURES, "revocation", "ArrestOrdered"),
  REVOCATION_PROPOSED(
      MEASURES,
      "revocation",
      "RevocationProposed",
      "AbsenceRevocationProposed",
      "UnreportedRevocationProposed"),
  REVOKED(MEASURES, "revocation", "RevocationRuled", "RevokedForAnotherCrime"),
  REVOCATION_REJECTED(MEASURES, "revocation", "RevocationRejected", "RevocationRejectedInCustody"),
  RECALL_PROPOSED(
      MEASURES, "recall", "RecallProposed", "AbsenceRecallProposed", "ConditionRecallProposed"),
  RECALLED(MEASURES, "recall", "RecallDecided"),
  RECALL_REJECTED(MEASURES, "recall", "RecallRejected"),
  LEAVE_APPLIED(LEAVES, "leave", "LeaveApplied"),
  LEAVE_GRANTED(LEAVES, "leave", "LeaveGranted"),
  LEAVE_REFUSED(LEAVES, "leave", "LeaveRefused"),
  LEAVE_OVERDUE(LEAVES, "leave", "LeaveOverdue"),
  LEAVE_RETURNED_LATE(LEAVES, "leave", "LeaveCancelledLate"),
  POSITIONING_PROPOSED(POSITIONING, "positioning", "PositioningProposed"),
  POSITIONING_APPROVED(POSITIONING, "positioning", "PositioningApproved"),
  POSITIONING_REFUSED(POSITIONING, "positioning", "PositioningRefused"),
  POSITIONING_EXTENDED(POSITIONING, "positioning", "PositioningExtended"),
  POSITIONING_LIFTED(POSITIONING, "positioning", "PositioningLifted"),
  POSITIONING_EXPIRED(POSITIONING, "positioning", "PositioningExpired"),
  POSITIONING_OVER(POSITIONING, "positioning", "PositioningTermOver", "CorrectionEnded"),
  CONTACT_LOST(LOST, "lostcontact", "ContactLost", "LostAgain"),
  FOUND(LOST, "lostcontact", "ContactRestored", "PersonFound"),
  ABSENT_A_MONTH(LOST, "lostcontact", "AbsentAMonth"),
  EXCUSED(LOST, "lostcontact", "AbsenceExcused"),
  UNEXCUSED(LOST, "lostcontact", "AbsenceUnexcused"),
  NEVER_REPORTED(LOST, "reception", "ReportOverdue"),
  COMPLAINT(COMPLAINTS, "complaint", "ComplaintToAgency"),
  COMPLAINT_UPHELD(COMPLAINTS, "complaint", "OutcomeToldByAgency"),
  COMPLAINT_PARTLY_UPHELD(COMPLAINTS, "complaint", "OutcomeToldByAgency"),
  COMPLAINT_NOT_UPHELD(COMPLAINTS, "complaint", "OutcomeToldByAgency"),
  COMPLAINT_PASSED_ON(COMPLAINTS, "complaint", "ComplaintToProcuratorate"),
  OBJECTION(COMPLAINTS, "measure warning", "ObjectionMade", "WarningObjected"),
  OBJECTION_REJECTED(COMPLAINTS, "measure warning", "ObjectionRejected", "WarningUpheld"),
  OPINION(COMPLAINTS, "opinion", "OpinionWritten"),
  OPINION_REPLIED(COMPLAINTS, "opinion", "OpinionReplied");

  /** One table of the report. */
  enum Section {
    ASSESSMENT,
    MEASURES,
    REWARDS,
    LEAVES,
    POSITIONING,
    LOST,
    COMPLAINTS;

    List<EventKind> kinds() {
      return Arrays.stream(EventKind.values()).filter(kind -> kind.section == this).toList();
    }
  }

  private final Section section;
  private final List<String> procedures;
  private final List<String> types;

  EventKind(Section section, String procedures, String... types) {
    this.section = section;
    this.procedures = List.of(procedures.split(" "));
    this.types = List.of(types);
  }

  /** The acts by which it is counted. */
  List<String> types() {
    return types;
  }

  List<String> procedures() {
    return procedures;
  }

  /** As what an act is counted. */
  static Optional<EventKind> of(Act act) {
    if (act.type().equals("OutcomeToldByAgency")) return outcome(act);
    return Arrays.stream(values())
        .filter(kind -> kind.types.contains(act.type()))
        .filter(kind -> kind.procedures.contains(act.procedure()))
        .findFirst();
  }

  private static Optional<EventKind> outcome(Act act) {
    return switch (act.facts().said("upheld")) {
      case "UPHELD" -> Optional.of(COMPLAINT_UPHELD);
      case "PARTLY_UPHELD" -> Optional.of(COMPLAINT_PARTLY_UPHELD);
      case "NOT_UPHELD" -> Optional.of(COMPLAINT_NOT_UPHELD);
      case String _ -> Optional.empty();
    };
  }
}
