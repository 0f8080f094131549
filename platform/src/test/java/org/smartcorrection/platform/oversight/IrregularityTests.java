package org.smartcorrection.platform.oversight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.procedure.Explanation;

class IrregularityTests {
  private static final Instant END = Instant.parse("2026-09-10T16:00:00Z");
  private static final CaseId CASE = new CaseId(new UUID(1, 1));

  private static Due due(String rule, String name, String owner, @Nullable Instant metAt) {
    return new Due(
        new UUID(2, 2),
        CASE,
        new UUID(3, 3),
        "reception",
        name,
        rule,
        owner,
        new AgencyId(new UUID(4, 4)),
        null,
        LocalDate.of(2026, 9, 10),
        END,
        false,
        Explanation.NONE,
        null,
        1,
        metAt == null ? null : 4,
        metAt);
  }

  @Test
  void a_positioning_that_ended_by_itself_at_its_end_is_no_question() {
    assertEquals(
        Optional.empty(),
        Irregularity.of(due("L22", "end", "AGENCY_OFFICER", END), END.plus(Duration.ofDays(2))));
    assertTrue(
        Irregularity.of(due("L22", "end", "AGENCY_OFFICER", null), END.plus(Duration.ofDays(2)))
            .isPresent(),
        "one that goes on past its end is");
  }

  @Test
  void a_referral_that_nobody_took_in_is_never_received() {
    Due check = due("L13", "check", "AGENCY_OFFICER", null);
    var found = Irregularity.of(check, END.plus(Duration.ofDays(2))).orElseThrow();
    assertEquals(Concern.NEVER_RECEIVED, found.concern());
    assertEquals(List.of(1), found.acts());
    assertEquals(Duration.ofDays(2), found.late(END.plus(Duration.ofDays(2))));
  }

  @Test
  void what_was_done_late_names_both_acts_and_stops_counting() {
    Due serve = due("L09", "serve", "COURT", END.plus(Duration.ofDays(9)));
    var found = Irregularity.of(serve, END.plus(Duration.ofDays(30))).orElseThrow();
    assertEquals(Concern.LATE_DELIVERY, found.concern());
    assertEquals(List.of(1, 4), found.acts());
    assertEquals(Duration.ofDays(9), found.late(END.plus(Duration.ofDays(30))));
  }

  @Test
  void a_deadline_that_runs_or_was_kept_is_no_question() {
    Instant before = END.minusSeconds(1);
    assertTrue(Irregularity.of(due("L13", "check", "AGENCY_OFFICER", null), before).isEmpty());
    assertTrue(
        Irregularity.of(due("L13", "check", "AGENCY_OFFICER", before), END.plusSeconds(9))
            .isEmpty());
  }

  @Test
  void a_late_report_of_the_person_is_no_defect_of_the_agency() {
    Instant after = END.plus(Duration.ofDays(1));
    assertTrue(Irregularity.of(due("M13", "report", "SUBJECT", null), after).isEmpty());
    var lost = Irregularity.of(due("L11", "report", "SUBJECT", null), after).orElseThrow();
    assertEquals(Concern.LOST, lost.concern(), "never came, and was anybody looking?");
  }

  @Test
  void no_contact_for_twice_the_plans_time_is_supervision_on_paper() {
    var contact = new Irregularity.Contact(CASE, 7, END, 7);
    assertTrue(Irregularity.of(contact, END.plus(Duration.ofDays(14)).minusSeconds(1)).isEmpty());
    var found = Irregularity.of(contact, END.plus(Duration.ofDays(14))).orElseThrow();
    assertEquals(Concern.PAPER_ONLY, found.concern());
    assertEquals(List.of(7), found.acts());
  }
}
