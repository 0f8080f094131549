package org.smartcorrection.procedure.act;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.smartcorrection.procedure.Category;
import org.smartcorrection.procedure.Reason;

class OpeningTest {

  private final Definitions definitions = Definitions.published();

  @ParameterizedTest
  @CsvSource({
    "leave, REFERRED, reason.opening.not-received",
    "leave, UNDER_CORRECTION, ",
    "leave, ENDED, reason.opening.ended",
    "warning, ENDED, reason.opening.ended",
    "measure, ENDED, reason.opening.ended",
    "revocation, REFERRED, ",
    "revocation, ENDED, reason.opening.ended",
    "reception, NEW, ",
    "reception, UNDER_CORRECTION, reason.opening.first",
    "complaint, ENDED, ",
    "complaint, NEW, ",
    "release, NEW, reason.opening.not-received",
    "sealing, UNDER_CORRECTION, reason.opening.not-ended",
    "sealing, ENDED, ",
  })
  void L32_what_may_begin_depends_on_where_the_case_stands(
      String procedure, Opening.Stage stage, String reason) {
    assertEquals(
        Optional.ofNullable(reason),
        definitions
            .get(procedure, 1)
            .opens()
            .against(stage, Category.SUSPENDED_SENTENCE, false)
            .map(Reason::key));
  }

  @ParameterizedTest
  @CsvSource({"checkin", "positioning", "verification", "measure", "warning", "police", "alarm"})
  void H7_nothing_is_asked_of_or_imposed_on_somebody_whose_case_is_unverified(String procedure) {
    for (Category category : Category.values())
      assertEquals(
          Optional.of("reason.opening.unverified"),
          definitions
              .get(procedure, 1)
              .opens()
              .against(Opening.Stage.UNVERIFIED, category, false)
              .map(Reason::key));
  }

  @Test
  void L29_a_complaint_is_taken_also_while_the_case_is_unverified() {
    assertEquals(
        Optional.empty(),
        definitions
            .get("complaint", 1)
            .opens()
            .against(Opening.Stage.UNVERIFIED, Category.PAROLE, false));
  }

  @Test
  void L01_a_recall_to_prison_is_for_temporary_execution_and_a_revocation_is_not() {
    assertEquals(List.of(Category.TEMPORARY_EXECUTION), openTo("recall"));
    assertEquals(List.of(Category.TEMPORARY_EXECUTION), openTo("health"));
    assertEquals(List.of(Category.SUSPENDED_SENTENCE, Category.PAROLE), openTo("revocation"));
  }

  @Test
  void a_second_one_waits_for_the_first_where_one_is_all_there_can_be() {
    assertEquals(
        Optional.of("reason.opening.runs"),
        definitions
            .get("positioning", 1)
            .opens()
            .against(Opening.Stage.UNDER_CORRECTION, Category.PAROLE, true)
            .map(Reason::key));
    assertEquals(
        Optional.empty(),
        definitions
            .get("leave", 1)
            .opens()
            .against(Opening.Stage.UNDER_CORRECTION, Category.PAROLE, true));
  }

  private List<Category> openTo(String procedure) {
    Opening opening = definitions.get(procedure, 1).opens();
    return List.of(Category.values()).stream()
        .filter(
            category -> opening.against(Opening.Stage.UNDER_CORRECTION, category, false).isEmpty())
        .toList();
  }
}
