package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.LocalNumber;
import org.smartcorrection.procedure.LocalNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The numbers that agencies have set for themselves. The database refuses to change one. */
@Repository
public class LocalNumbersOfAgencies {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Map<AgencyId, Known> known = new ConcurrentHashMap<>();

  LocalNumbersOfAgencies(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
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
            .sql(
                """
                select * from casework.local_numbers n
                left join casework.agency_act_substitutions s on s.act = n.id
                where custody = ? order by number
                """)
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
                """
                select * from casework.local_numbers n
                left join casework.agency_act_substitutions s on s.act = n.id
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

  /** The number of the agency's next act; held for the rest of the transaction. */
  int next(AgencyId custody) {
    return jdbc.sql(
            """
            insert into casework.agency_acts (custody, last) values (?, 1)
            on conflict (custody) do update set last = casework.agency_acts.last + 1
            returning last
            """)
        .param(custody.value())
        .query(Integer.class)
        .single();
  }

  /** Keeps by which substitution somebody acted for the agency. */
  void substituted(AgencyAct act) {
    if (act.substitution() == null) return;
    jdbc.sql("insert into casework.agency_act_substitutions (act, substitution) values (?, ?)")
        .params(act.id().value(), act.substitution())
        .update();
  }

  void add(PublishedNumber act) {
    jdbc.sql(
            """
            insert into casework.local_numbers (id, custody, number, rule, name, value,
              value_before, valid_from, reason, agency, account, post, role, published_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                act.id().value(),
                act.custody().value(),
                act.number(),
                act.set().rule(),
                act.set().name(),
                act.set().value(),
                act.before(),
                act.set().validFrom(),
                act.reason(),
                act.agency().value(),
                act.account().value(),
                act.post().value(),
                act.role().name(),
                act.publishedAt().atOffset(ZoneOffset.UTC)))
        .update();
  }

  private static PublishedNumber published(ResultSet row) throws SQLException {
    return new PublishedNumber(
        new ActId(row.getObject("id", UUID.class)),
        new AgencyId(row.getObject("custody", UUID.class)),
        row.getInt("number"),
        new LocalNumber(
            row.getString("rule"),
            row.getString("name"),
            row.getInt("value"),
            row.getObject("valid_from", LocalDate.class)),
        row.getInt("value_before"),
        row.getString("reason"),
        new AgencyId(row.getObject("agency", UUID.class)),
        new AccountId(row.getObject("account", UUID.class)),
        new PostId(row.getObject("post", UUID.class)),
        Role.valueOf(row.getString("role")),
        row.getObject("substitution", UUID.class),
        row.getObject("published_at", OffsetDateTime.class).toInstant());
  }
}
