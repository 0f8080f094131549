package org.smartcorrection.procedure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule T1: probation terms and the Criminal Law. */
class TermLawTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private final TermLaw law = new TermLaw(Rules.published().at(TODAY));

  @ParameterizedTest
  @CsvSource({
    "SUSPENDED_SENTENCE, CRIMINAL_DETENTION, 2, 2, ''",
    "SUSPENDED_SENTENCE, CRIMINAL_DETENTION, 6, 12, ''",
    "SUSPENDED_SENTENCE, CRIMINAL_DETENTION, 1, 1, reason.term.out-of-range",
    "SUSPENDED_SENTENCE, CRIMINAL_DETENTION, 6, 13, reason.term.out-of-range",
    "SUSPENDED_SENTENCE, CRIMINAL_DETENTION, 6, 5, reason.term.below-sentence",
    "SUSPENDED_SENTENCE, FIXED_TERM, 36, 60, ''",
    "SUSPENDED_SENTENCE, FIXED_TERM, 6, 12, ''",
    "SUSPENDED_SENTENCE, FIXED_TERM, 6, 11, reason.term.out-of-range",
    "SUSPENDED_SENTENCE, FIXED_TERM, 36, 61, reason.term.out-of-range",
    "SUSPENDED_SENTENCE, FIXED_TERM, 18, 17, reason.term.below-sentence",
    "SUSPENDED_SENTENCE, FIXED_TERM, 0, 24, reason.term.no-sentence",
    "SUSPENDED_SENTENCE, LIFE, 0, 24, reason.term.not-suspendable",
    "PUBLIC_SURVEILLANCE, PUBLIC_SURVEILLANCE, 3, 3, ''",
    "PUBLIC_SURVEILLANCE, PUBLIC_SURVEILLANCE, 24, 24, ''",
    "PUBLIC_SURVEILLANCE, PUBLIC_SURVEILLANCE, 2, 2, reason.term.out-of-range",
    "PUBLIC_SURVEILLANCE, PUBLIC_SURVEILLANCE, 25, 25, reason.term.out-of-range",
    "PAROLE, FIXED_TERM, 20, 20, ''",
    "PAROLE, FIXED_TERM, 20, 21, reason.term.not-remainder",
    "PAROLE, FIXED_TERM, 0, 21, reason.term.no-remainder",
    "PAROLE, LIFE, 0, 120, ''",
    "PAROLE, LIFE, 0, 119, reason.term.not-remainder",
    "TEMPORARY_EXECUTION, FIXED_TERM, 7, 7, ''",
  })
  void t1_a_term_is_compared_with_its_limits(
      Category category, Penalty penalty, int sentence, int term, String warning) {
    TermCheck check =
        law.check(question(category, penalty, sentence, TermLength.ofMonths(term)), TODAY);

    List<String> keys =
        switch (check) {
          case TermCheck.WithinLaw _ -> List.of();
          case TermCheck.OutsideLaw(_, var warnings) -> warnings.stream().map(Reason::key).toList();
          case TermCheck.Impossible(var reasons) -> List.of("impossible " + reasons);
        };
    assertEquals(warning.isEmpty() ? List.of() : List.of(warning), keys);
  }

  @Test
  void t1_a_day_in_custody_counts_two_of_public_surveillance() {
    var question =
        new TermQuestion(
            Category.PUBLIC_SURVEILLANCE,
            Penalty.PUBLIC_SURVEILLANCE,
            Optional.empty(),
            TermLength.ofMonths(6),
            10,
            TODAY,
            TODAY,
            TODAY,
            Optional.empty());

    var within = assertInstanceOf(TermCheck.WithinLaw.class, law.check(question, TODAY));
    assertEquals(LocalDate.of(2026, 8, 12), within.end().day());
  }

  @Test
  void t1_another_last_day_in_the_document_is_pointed_out() {
    TermCheck check =
        law.check(dates(TODAY, TODAY, TODAY, TermLength.ofYears(1), TODAY.plusYears(1)), TODAY);

    var outside = assertInstanceOf(TermCheck.OutsideLaw.class, check);
    assertEquals("reason.term.stated-end", outside.warnings().getFirst().key());
    assertEquals(LocalDate.of(2027, 3, 1), outside.end().day());
  }

  @Test
  void impossible_dates_are_refused_each_with_its_reason() {
    var year = TermLength.ofYears(1);
    LocalDate end = LocalDate.of(2027, 3, 1);

    assertImpossible("reason.term.zero", dates(TODAY, TODAY, TODAY, new TermLength(0, 0, 0), end));
    assertImpossible(
        "reason.term.judged-after-effect", dates(TODAY, TODAY.minusDays(1), TODAY, year, end));
    assertImpossible(
        "reason.term.far-future", dates(TODAY, TODAY.plusYears(1).plusDays(1), TODAY, year, end));
    assertImpossible(
        "reason.term.starts-before-judgement", dates(TODAY, TODAY, TODAY.minusDays(1), year, end));
    assertImpossible(
        "reason.term.ends-before-start", dates(TODAY, TODAY, TODAY, year, TODAY.minusDays(1)));
  }

  private void assertImpossible(String key, TermQuestion question) {
    var impossible = assertInstanceOf(TermCheck.Impossible.class, law.check(question, TODAY), key);
    assertEquals(List.of(key), impossible.reasons().stream().map(Reason::key).toList());
  }

  private static TermQuestion dates(
      LocalDate judged, LocalDate effective, LocalDate first, TermLength term, LocalDate stated) {
    return new TermQuestion(
        Category.SUSPENDED_SENTENCE,
        Penalty.FIXED_TERM,
        Optional.of(TermLength.ofMonths(6)),
        term,
        0,
        judged,
        effective,
        first,
        Optional.of(stated));
  }

  private static TermQuestion question(
      Category category, Penalty penalty, int sentenceMonths, TermLength term) {
    return new TermQuestion(
        category,
        penalty,
        Optional.of(TermLength.ofMonths(sentenceMonths)),
        term,
        0,
        TODAY,
        TODAY,
        TODAY,
        Optional.empty());
  }
}
