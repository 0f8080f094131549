package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.AgencyRegister.Own;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.LocalNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The numbers that agencies have set for themselves. The database refuses to change one. */
@Repository
public class LocalNumbersOfAgencies implements AgencyActSource {
  private static final String TABLE = "casework.local_numbers";

  private final JdbcClient jdbc;
  private final AgencyRegister register;
  private final Clock clock;
  private final Map<AgencyId, Known> known = new ConcurrentHashMap<>();

  LocalNumbersOfAgencies(JdbcClient jdbc, AgencyRegister register, Clock clock) {
    this.jdbc = jdbc;
    this.register = register;
    this.clock = clock;
  }

  /** What was read on one legal day: nothing that is published on it counts before the next. */
  private record Known(LocalDate day, LocalNumbers numbers) {}

  /**
   * All numbers of one correction agency, planned ones too. Every decision asks; so each process
   * reads once a legal day, which is enough even where another process publishes.
   */
  public LocalNumbers of(AgencyId custody) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    Known last = known.get(custody);
    if (last != null && last.day().equals(today)) return last.numbers();
    LocalNumbers numbers = read(custody);
    known.put(custody, new Known(today, numbers));
    return numbers;
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(AgencyActed acted) {
    known.remove(acted.act().custody());
  }

  LocalNumbers read(AgencyId custody) {
    return new LocalNumbers(
        jdbc
            .sql(AgencyRegister.select(TABLE) + "where custody = ? order by number")
            .param(custody.value())
            .query((row, _) -> published(row))
            .list()
            .stream()
            .map(PublishedNumber::set)
            .toList());
  }

  /**
   * The acts by which an agency set its numbers, the latest first.
   *
   * @param before the number to go on from
   */
  public Slice<PublishedNumber> acts(AgencyId custody, @Nullable Integer before, int size) {
    List<PublishedNumber> rows =
        jdbc.sql(
                AgencyRegister.select(TABLE)
                    + """
                    where custody = :custody and (:before::int is null or number < :before::int)
                    order by number desc limit :limit
                    """)
            .param("custody", custody.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> published(row))
            .list();
    return Slice.of(rows, size, row -> Integer.toString(row.number()));
  }

  @Override
  public Optional<PublishedNumber> find(ActId id) {
    return jdbc.sql(AgencyRegister.select(TABLE) + "where id = ?")
        .param(id.value())
        .query((row, _) -> published(row))
        .optional();
  }

  void add(PublishedNumber act, Actor by) {
    register.add(
        act,
        by,
        TABLE,
        new Own("rule", act.set().rule()),
        new Own("name", act.set().name()),
        new Own("value", act.set().value()),
        new Own("value_before", act.before()),
        new Own("valid_from", act.set().validFrom()),
        new Own("reason", act.reason()));
  }

  private static PublishedNumber published(ResultSet row) throws SQLException {
    return new PublishedNumber(
        AgencyRegister.made(row),
        new LocalNumber(
            row.getString("rule"),
            row.getString("name"),
            row.getInt("value"),
            row.getObject("valid_from", LocalDate.class)),
        row.getInt("value_before"),
        row.getString("reason"));
  }
}
