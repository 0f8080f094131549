package org.smartcorrection.platform.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.District;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.paper.Paper;
import org.smartcorrection.platform.paper.Part;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class NumbersTests {
  private static final long SEED = 20_261_125;
  private static final int THREADS = 8;
  private static final int EACH = 40;

  @Autowired District district;
  @Autowired Numbers numbers;
  @Autowired Documents documents;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;

  /** Gives a number to a paper, and now and then has the act fail after that. */
  private int issue(Case in, Agency agency, boolean fails) {
    int issued =
        transaction.execute(
            status -> {
              Numbers.Given given = numbers.next(agency, "admonition", 2026);
              Paper paper =
                  new Paper(
                      "admonition",
                      "zh-CN",
                      List.of(
                          Part.of(Part.Kind.AGENCY, agency.nameZh()),
                          Part.of(Part.Kind.TITLE, "训诫决定书"),
                          Part.of(Part.Kind.NUMBER, given.text()),
                          Part.of(Part.Kind.SIGNED, agency.nameZh(), "", "")));
              documents.issue(
                  in.id(), in.person(), in.purpose(), new ActId(UUID.randomUUID()), paper, given);
              if (fails) status.setRollbackOnly();
              return given.ordinal();
            });
    return fails ? 0 : issued;
  }

  @Test
  void eight_threads_leave_no_gap_and_no_double_when_acts_fail() throws Exception {
    var staffed = district.staffed();
    Agency agency = staffed.officer().agency();
    Case in = district.referred(staffed).in();
    var random = new Random(SEED);
    List<Callable<Integer>> calls =
        IntStream.range(0, THREADS * EACH)
            .mapToObj(_ -> random.nextInt(4) == 0)
            .map(fails -> (Callable<Integer>) () -> issue(in, agency, fails))
            .toList();
    List<Integer> given;
    try (var pool = Executors.newFixedThreadPool(THREADS)) {
      given =
          pool.invokeAll(calls).stream()
              .map(
                  future -> {
                    try {
                      return future.get();
                    } catch (Exception e) {
                      throw new IllegalStateException("seed " + SEED, e);
                    }
                  })
              .filter(ordinal -> ordinal > 0)
              .sorted()
              .toList();
    }
    assertEquals(IntStream.rangeClosed(1, given.size()).boxed().toList(), given, "seed " + SEED);
    assertTrue(given.size() > THREADS);
    var register =
        jdbc.sql(
                "select ordinal from documents.register where agency = ? and series = '矫训' order by"
                    + " ordinal")
            .param(agency.id().value())
            .query((row, _) -> row.getInt(1))
            .list();
    assertEquals(given, register);
  }

  @Test
  void each_agency_kind_and_year_counts_for_itself() {
    Agency one = district.staffed().officer().agency();
    Agency other = district.staffed().officer().agency();
    assertEquals(1, next(one, "admonition", 2026).ordinal());
    assertEquals(2, next(one, "admonition", 2026).ordinal());
    assertEquals(1, next(one, "warning", 2026).ordinal());
    assertEquals(1, next(one, "admonition", 2027).ordinal());
    assertEquals(1, next(other, "admonition", 2026).ordinal());
    assertEquals("（2026）" + one.marked() + "矫训字第3号", next(one, "admonition", 2026).text());
  }

  private Numbers.Given next(Agency agency, String kind, int year) {
    return transaction.execute(_ -> numbers.next(agency, kind, year));
  }

  @Test
  void no_number_is_given_outside_of_an_act_s_transaction() {
    Agency agency = district.staffed().officer().agency();
    assertThrows(
        IllegalTransactionStateException.class, () -> numbers.next(agency, "warning", 2026));
  }

  @Test
  void the_database_refuses_to_use_a_number_again() {
    Agency agency = district.staffed().officer().agency();
    next(agency, "warning", 2026);
    next(agency, "warning", 2026);
    for (String change :
        List.of(
            "update documents.numbers set last = 1 where agency = ?",
            "update documents.numbers set last = last + 2 where agency = ?",
            "delete from documents.numbers where agency = ?"))
      assertThrows(
          DataAccessException.class,
          () -> jdbc.sql(change).param(agency.id().value()).update(),
          change);
  }

  @Test
  void a_pattern_that_would_give_one_number_twice_is_refused() {
    Numbering shipped = Numbering.shipped();
    var patterns = new EnumMap<AgencyKind, String>(shipped.patterns());
    patterns.put(AgencyKind.COURT, "（{year}）{mark}{number}号");
    assertThrows(
        IllegalArgumentException.class,
        () -> new Numbering(patterns, shipped.series(), shipped.otherwise()));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Numbering(shipped.patterns(), Map.of("warning", "矫警", "praise", "矫警"), "社矫"));
  }
}
