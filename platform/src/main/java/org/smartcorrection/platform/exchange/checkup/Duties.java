package org.smartcorrection.platform.exchange.checkup;

import static org.smartcorrection.platform.exchange.table.Field.*;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.exchange.table.Field;

/** Every deadline that the columns of a caseload can tell of. */
final class Duties {
  static final List<Duty> ALL =
      List.of(
          duty("reception", "report", "ReferralReceived", EFFECTIVE, "effectiveOn", REPORTED),
          duty(
              "reception",
              "hand-over",
              "ReferralReceived",
              DECISION_RECEIVED,
              "decisionReceivedOn",
              REPORTED),
          duty("reception", "intake", "Registered", REPORTED, "reportedOn", ANNOUNCED),
          duty("reception", "group", "Registered", REPORTED, "reportedOn", GROUP_FORMED),
          duty("reception", "plan", "Announced", ANNOUNCED, null, PLAN),
          new Duty(
              "checkin",
              "report",
              "ReportDue",
              LAST_REPORT,
              Map.of("since", LAST_REPORT),
              Map.of(),
              Optional.of(new Duty.Measure("everyDays", EVERY_DAYS, "M13", "everyDays")),
              null,
              List.of()),
          new Duty(
              "health",
              "report",
              "HealthDutyBegun",
              LAST_HEALTH_REPORT,
              Map.of("healthSince", LAST_HEALTH_REPORT),
              Map.of(),
              Optional.empty(),
              null,
              List.of("TEMPORARY_EXECUTION")),
          new Duty(
              "health",
              "review",
              "ReviewSubmitted",
              LAST_REVIEW,
              Map.of("reviewedOn", LAST_REVIEW),
              Map.of("outsideBecause", "MEDICAL_PAROLE"),
              Optional.empty(),
              null,
              List.of("TEMPORARY_EXECUTION")),
          new Duty(
              "positioning",
              "end",
              "SubjectInformed",
              POSITIONING_FROM,
              Map.of("termEndsOn", TERM_UNTIL),
              Map.of(),
              Optional.of(new Duty.Measure("months", null, "L22", "months")),
              POSITIONING_UNTIL,
              List.of()),
          duty("release", "appraise", "TermEntered", TERM_UNTIL, "termEndsOn", APPRAISED),
          duty("release", "release", "TermEntered", TERM_UNTIL, "termEndsOn", RELEASED));

  private Duties() {}

  private static Duty duty(
      String procedure, String deadline, String act, Field from, @Nullable String fact, Field met) {
    Map<String, Field> days = fact == null ? Map.of() : Map.of(fact, from);
    return new Duty(
        procedure, deadline, act, from, days, Map.of(), Optional.empty(), met, List.of());
  }
}
