package org.smartcorrection.platform.casework;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.smartcorrection.platform.PlatformTest;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Every order and narrowing gives what sorting and filtering in memory gives, page by page. */
@PlatformTest
@Transactional
class CaseListTests {
  private static final int CASES = 60;
  private static final LocalDate DAY = LocalDate.of(2027, 1, 1);

  @Autowired CaseList list;
  @Autowired Summaries summaries;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  private final AgencyId agency = new AgencyId(UUID.randomUUID());
  private final AgencyId office = new AgencyId(UUID.randomUUID());
  private final Officer officer =
      new Officer(new AccountId(UUID.randomUUID()), new PostId(UUID.randomUUID()));
  private final List<Summary> all = new ArrayList<>();

  @BeforeEach
  void casesOfEveryKind() {
    var random = new Random(20261125);
    for (int i = 0; i < CASES; i++) {
      var id = new CaseId(Uuids.next(clock));
      var summary =
          new Summary(
              id,
              "L" + id,
              agency,
              random.nextBoolean() ? office : null,
              new PersonId(Uuids.next(clock)),
              any(Summary.Status.values(), random),
              any(Summary.Category.values(), random),
              any(Summary.Level.values(), random),
              DAY.minusYears(1),
              random.nextInt(4) == 0 ? null : DAY.plusDays(random.nextInt(9)),
              1,
              "DecisionReceived",
              Instant.parse("2026-11-01T00:00:00Z"),
              random.nextInt(4) == 0
                  ? null
                  : Instant.parse("2026-11-01T00:00:00Z").plusSeconds(random.nextInt(5)),
              random.nextInt(3) == 0 ? officer : null,
              false,
              false,
              false);
      jdbc.sql(
              "insert into casework.cases (id, number, agency, person, opened_at, purpose)"
                  + " values (?, ?, ?, ?, now(), 'CASEWORK')")
          .params(id.value(), summary.number(), agency.value(), summary.person().value())
          .update();
      summaries.save(summary);
      all.add(summary);
    }
  }

  @Test
  void each_order_is_complete_and_the_pages_join_without_a_gap() {
    for (CaseList.Order order : CaseList.Order.values())
      assertEquals(expected(order, _ -> true), read(asked(null, null, null, null, null, order)));
  }

  @Test
  void each_narrowing_leaves_what_fits_and_nothing_else() {
    for (CaseList.Order order : CaseList.Order.values()) {
      for (Summary.Status status : Summary.Status.values())
        assertEquals(
            expected(order, row -> row.status() == status),
            read(asked(null, status, null, null, null, order)));
      for (Summary.Category category : Summary.Category.values())
        assertEquals(
            expected(order, row -> row.category() == category),
            read(asked(null, null, category, null, null, order)));
      for (Summary.Level level : Summary.Level.values())
        assertEquals(
            expected(order, row -> row.level() == level && office.equals(row.office())),
            read(asked(office, null, null, level, null, order)));
      LocalDate ends = DAY.plusDays(4);
      assertEquals(
          expected(
              order,
              row ->
                  Optional.ofNullable(row.termUntil())
                      .filter(until -> !until.isAfter(ends))
                      .isPresent()),
          read(asked(null, null, null, null, ends, order)));
    }
  }

  @Test
  void an_officer_finds_their_own_cases_and_the_head_those_of_nobody() {
    for (CaseList.Order order : CaseList.Order.values()) {
      assertEquals(
          expected(order, row -> officer.equals(row.officer())),
          read(responsible(new CaseList.ResponsibleFor.By(officer.account()), order)));
      assertEquals(
          expected(
              order,
              row ->
                  row.officer() == null
                      && (row.status() == Summary.Status.IN_RECEPTION
                          || row.status() == Summary.Status.ACTIVE)),
          read(responsible(new CaseList.ResponsibleFor.Nobody(), order)));
    }
  }

  private CaseList.Asked responsible(CaseList.ResponsibleFor whose, CaseList.Order order) {
    return new CaseList.Asked(agency, null, null, null, null, null, whose, order);
  }

  @Test
  void another_agency_sees_none_and_a_key_that_is_none_is_not_found() {
    var elsewhere =
        new CaseList.Asked(
            new AgencyId(UUID.randomUUID()),
            null,
            null,
            null,
            null,
            null,
            null,
            CaseList.Order.NEWEST);
    assertTrue(list.page(elsewhere, null, 9).rows().isEmpty());
    for (String key : List.of("", "~", "2027-01-01~", "' or 1=1 --", "x~y"))
      assertThrows(NotFound.class, () -> list.page(elsewhere, key, 9), key);
  }

  private CaseList.Asked asked(
      @Nullable AgencyId in,
      Summary.@Nullable Status status,
      Summary.@Nullable Category category,
      Summary.@Nullable Level level,
      @Nullable LocalDate ends,
      CaseList.Order order) {
    return new CaseList.Asked(agency, in, status, category, level, ends, null, order);
  }

  private List<CaseId> read(CaseList.Asked asked) {
    var ids = new ArrayList<CaseId>();
    @Nullable String after = null;
    do {
      Slice<Summary> page = list.page(asked, after, 7);
      page.rows().forEach(row -> ids.add(row.caseId()));
      after = page.next();
    } while (after != null);
    return ids;
  }

  private List<CaseId> expected(CaseList.Order order, Predicate<Summary> fits) {
    // PostgreSQL compares identifiers as they are written
    Comparator<Summary> byId = Comparator.comparing(row -> row.caseId().toString());
    Comparator<Summary> wanted =
        switch (order) {
          case NEWEST -> byId.reversed();
          case TERM_END ->
              Comparator.comparing(
                      Summary::termUntil, Comparator.nullsLast(Comparator.naturalOrder()))
                  .thenComparing(byId);
          case LAST_CONTACT ->
              Comparator.comparing(
                      Summary::lastContactAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                  .thenComparing(byId);
        };
    Stream<Summary> rows = all.stream().filter(fits).sorted(wanted);
    return rows.map(Summary::caseId).toList();
  }

  private static <E> E any(E[] values, Random random) {
    return values[random.nextInt(values.length)];
  }
}
