package org.smartcorrection.procedure.act;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The guards by the names that definitions use. */
final class Guards {

  private static final Map<String, Guard> BY_NAME =
      Map.ofEntries(
          Map.entry("term-within-law", IntakeGuards::term),
          Map.entry("identity-verified", IntakeGuards::identity),
          Map.entry("group-has-woman", IntakeGuards::groupHasWoman),
          Map.entry("group-fits-minor", IntakeGuards::groupFitsMinor),
          Map.entry("term-over", IntakeGuards::termOver),
          Map.entry("term-in-order", IntakeGuards::termInOrder),
          Map.entry("positioning-ground", PositioningGuards::ground),
          Map.entry("positioning-term", PositioningGuards::term),
          Map.entry("positioning-within-term", PositioningGuards::withinTerm),
          Map.entry("extension-follows", PositioningGuards::extension),
          Map.entry("device-dedicated", PositioningGuards::device),
          Map.entry("person-told", PositioningGuards::told),
          Map.entry("account-complete", HearingGuards::account),
          Map.entry("contact-failed", HearingGuards::contactFailed),
          Map.entry("heard-or-searched", HearingGuards::heardOrSearched),
          Map.entry("person-at-night", AlarmGuards::night),
          Map.entry("officer-dispatched", AlarmGuards::dispatched),
          Map.entry("admonition-range", HearingGuards::admonitionRange),
          Map.entry("leave-dates", LeaveGuards::dates),
          Map.entry("leave-ahead", LeaveGuards::ahead),
          Map.entry("leave-cause", LeaveGuards::cause),
          Map.entry("leave-tier", LeaveGuards::tier),
          Map.entry("leave-tier-shown", LeaveGuards::tierShown),
          Map.entry("return-in-time", LeaveGuards::returnInTime),
          Map.entry("return-late", LeaveGuards::returnLate),
          Map.entry("report-frequency", ReportGuards::frequency),
          Map.entry("report-in-time", ReportGuards::inTime),
          Map.entry("report-late", ReportGuards::late),
          Map.entry("happened", DateGuards::happened),
          Map.entry("receipt-after-sending", DateGuards::receiptAfterSending),
          Map.entry("extension-later", AssessmentGuards::extensionLater),
          Map.entry("investigated", AssessmentGuards::investigated),
          Map.entry("travel-months", TravelGuards::months),
          Map.entry("travel-begins", TravelGuards::begins),
          Map.entry("travel-within-term", TravelGuards::withinTerm),
          Map.entry("trip-within-approval", TravelGuards::trip),
          Map.entry("relocation-ahead", RelocationGuards::ahead),
          Map.entry("mover-told", RelocationGuards::told),
          Map.entry("host-itself", RelocationGuards::hostItself),
          Map.entry("file-sent", RelocationGuards::fileSent),
          Map.entry("file-received", RelocationGuards::fileReceived),
          Map.entry("contact-dates", PermissionGuards::contactDates),
          Map.entry("place-dates", PermissionGuards::placeDates),
          Map.entry("contact-consent", PermissionGuards::consent),
          Map.entry("order-admits-approval", PermissionGuards::orderAdmits),
          Map.entry("praise-months", ConductGuards::praiseMonths),
          Map.entry("praise-conduct", ConductGuards::praiseConduct),
          Map.entry("never-a-minor", ConductGuards::neverAMinor),
          Map.entry("warning-range", ConductGuards::warningRange),
          Map.entry("earlier-admonitions", ConductGuards::earlierAdmonitions),
          Map.entry("revocation-ground", RevocationGuards::ground),
          Map.entry("absent-over-a-month", RevocationGuards::absent),
          Map.entry("revocation-decisions", RevocationGuards::decisions),
          Map.entry("arrest-with-proposal", RevocationGuards::arrest),
          Map.entry("court-heard", RevocationGuards::courtHeard),
          Map.entry("ruled-after-proposal", RulingGuards::afterProposal),
          Map.entry("new-term", RulingGuards::newTerm),
          Map.entry("emergency-is-death", RulingGuards::death),
          Map.entry("recall-term", RecallGuards::term),
          Map.entry("recall-decisions", RecallGuards::decisions),
          Map.entry("guarantor-time-over", RecallGuards::guarantor),
          Map.entry("commutation-shorter", CommutationGuards::shorter),
          Map.entry("commutation-suspended", CommutationGuards::suspended),
          Map.entry("commutation-half", CommutationGuards::half),
          Map.entry("minor-not-openly", IntakeGuards::minorNotOpenly),
          Map.entry("zone-days", ZoneGuards::days),
          Map.entry("zone-hours", ZoneGuards::hours),
          Map.entry("presence-hours", ZoneGuards::presenceHours),
          Map.entry("presence-basis", ZoneGuards::presenceBasis),
          Map.entry("dead-zone-length", ZoneGuards::deadZoneLength),
          Map.entry("health-told", EverydayGuards::healthTold),
          Map.entry("review-later", EverydayGuards::reviewLater),
          Map.entry("visit-planned-ahead", EverydayGuards::plannedAhead),
          Map.entry("verification-cap", EverydayGuards::verificationCap),
          Map.entry("verification-hours", EverydayGuards::verificationHours),
          Map.entry("committee-stands", CommitteeGuards::stands),
          Map.entry("committee-member", CommitteeGuards::member),
          Map.entry("committee-session", CommitteeGuards::session),
          Map.entry("committee-presiding", CommitteeGuards::presiding),
          Map.entry("committee-quorum", CommitteeGuards::quorum),
          Map.entry("committee-majority", CommitteeGuards::majority),
          Map.entry("committee-attended", CommitteeGuards::attended),
          Map.entry("level-as-assessed", CareGuards::levelAsAssessed),
          Map.entry("stricter-heard", CareGuards::stricterHeard),
          Map.entry("level-kept", CareGuards::levelKept),
          Map.entry("another-office", CareGuards::anotherOffice),
          Map.entry("officer-holds-post", CareGuards::officerHoldsPost),
          Map.entry("records-apart", CareGuards::recordsApart),
          Map.entry("group-not-empty", CareGuards::groupNotEmpty),
          Map.entry("free-to-decline", CareGuards::freeToDecline),
          Map.entry("health-consent", HealthGuards::consent),
          Map.entry("health-guardian", HealthGuards::guardian),
          Map.entry("health-signs", HealthGuards::signs),
          Map.entry("health-days", HealthGuards::days),
          Map.entry("secrecy-told", CareGuards::secrecyTold),
          Map.entry("minor-separately", MinorGuards::separately),
          Map.entry("guardian-urged-first", MinorGuards::guardianUrged),
          Map.entry("file-basis", MinorGuards::fileBasis),
          Map.entry("sealing-applies", MinorGuards::sealingApplies),
          Map.entry("sealing-complete", MinorGuards::sealingComplete));

  /** What a guard keeps within the law's limits, for the proof that no restriction goes beyond. */
  private static final Map<String, Set<String>> BOUNDS =
      Map.of(
          "positioning-term", Set.of("months"),
          "extension-follows", Set.of("extendedFrom"));

  private Guards() {}

  static boolean bounds(String guard, String fact) {
    return BOUNDS.getOrDefault(guard, Set.of()).contains(fact);
  }

  static Optional<Guard> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  static Guard get(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no guard " + name));
  }
}
