package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers the acts of agencies and keeps them: one row each, in the table of its kind, and never a
 * row without its ledger entry.
 */
@Repository
public class AgencyRegister {
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AgencyRegister(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
    this.jdbc = jdbc;
    this.events = events;
    this.clock = clock;
  }

  /** A column of the act's own with its value. */
  public record Own(String column, @Nullable Object value) {}

  /**
   * Begins the agency's next act. Its row is held for the rest of the transaction, so that acts are
   * numbered one at a time: what stands before is read after this.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public AgencyAct.Made next(AgencyId custody, Actor by) {
    int number =
        jdbc.sql(
                """
                insert into casework.agency_acts (custody, last) values (?, 1)
                on conflict (custody) do update set last = casework.agency_acts.last + 1
                returning last
                """)
            .param(custody.value())
            .query(Integer.class)
            .single();
    return new AgencyAct.Made(
        new ActId(Uuids.next(clock)),
        custody,
        number,
        by.agency().id(),
        by.account(),
        by.post(),
        by.role(),
        by.inPlace() == null ? null : by.inPlace().substitution(),
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * Keeps an act and tells of it, so that the ledger entry is written with it.
   *
   * @param table of its kind
   * @param own what it says besides
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void add(AgencyAct act, Actor by, String table, Own... own) {
    AgencyAct.Made made = act.made();
    var columns =
        new ArrayList<>(
            List.of(
                new Own("id", made.id().value()),
                new Own("custody", made.custody().value()),
                new Own("number", made.number()),
                new Own("agency", made.agency().value()),
                new Own("account", made.account().value()),
                new Own("post", made.post().value()),
                new Own("role", made.role().name()),
                new Own("published_at", made.at().atOffset(ZoneOffset.UTC))));
    Collections.addAll(columns, own);
    jdbc.sql(
            "insert into %s (%s) values (%s)"
                .formatted(
                    table,
                    String.join(", ", columns.stream().map(Own::column).toList()),
                    String.join(", ", Collections.nCopies(columns.size(), "?"))))
        .params(Params.of(columns.stream().map(Own::value).toArray()))
        .update();
    if (made.substitution() != null)
      jdbc.sql("insert into casework.agency_act_substitutions (act, substitution) values (?, ?)")
          .params(made.id().value(), made.substitution())
          .update();
    events.publishEvent(new AgencyActed(act, by));
  }

  /** Reads the rows of such a table; what follows is the condition and the order. */
  public static String select(String table) {
    return "select a.*, s.substitution as in_place from "
        + table
        + " a left join casework.agency_act_substitutions s on s.act = a.id ";
  }

  /** What every row of such a table says. */
  public static AgencyAct.Made made(ResultSet row) throws SQLException {
    return new AgencyAct.Made(
        new ActId(row.getObject("id", UUID.class)),
        new AgencyId(row.getObject("custody", UUID.class)),
        row.getInt("number"),
        new AgencyId(row.getObject("agency", UUID.class)),
        new AccountId(row.getObject("account", UUID.class)),
        new PostId(row.getObject("post", UUID.class)),
        Role.valueOf(row.getString("role")),
        row.getObject("in_place", UUID.class),
        row.getObject("published_at", OffsetDateTime.class).toInstant());
  }
}
