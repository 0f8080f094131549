package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.Rules;
import org.smartcorrection.procedure.Span;

/** What an agency's new number changes. */
class RecountedTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 13);

  @Test
  void each_deadline_of_the_number_is_shown_with_an_example() {
    List<Recounted> recounted = by(new LocalNumber("L17", "decideDays", 2, FRIDAY));

    assertEquals(
        List.of("leave", "regulartravel"),
        recounted.stream().map(one -> one.definition().id()).toList());
    Recounted leave = recounted.getFirst();
    assertEquals(Span.workingDays(3), leave.before());
    assertEquals(Span.workingDays(2), leave.after());
    assertEquals(LocalDate.of(2026, 3, 18), leave.ended().day());
    assertEquals(LocalDate.of(2026, 3, 17), leave.ends().day());
  }

  @Test
  void a_number_of_the_same_name_of_another_rule_changes_nothing() {
    assertTrue(
        by(new LocalNumber("M16", "decideDays", 2, FRIDAY)).stream()
            .allMatch(one -> one.deadline().rule().equals("M16")));
  }

  @Test
  void a_number_with_which_no_deadline_is_counted_has_none() {
    assertEquals(List.of(), by(new LocalNumber("M13", "everyDays", 14, FRIDAY)));
  }

  private static List<Recounted> by(LocalNumber wanted) {
    return Recounted.by(
        wanted,
        Definitions.published().all(),
        Rules.published().at(wanted.validFrom()).rule(wanted.rule()),
        LegalCalendar.published());
  }
}
