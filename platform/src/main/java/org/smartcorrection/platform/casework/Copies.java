package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.act.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The copies that an agency owes to organs without an account, and what became of them. */
@Repository
public class Copies {
  /** The procedure whose acts say what became of a copy. */
  public static final String PROCEDURE = "delivery";

  private static final String SELECT =
      """
      select c.*, a.number, a.type, s.number as sent_number from casework.copies c
      join casework.acts a on a.id = c.act left join casework.acts s on s.id = c.sent_act
      """;

  /** Not sent in time, or sent late since a day: the duty to inform was not met (rule O1). */
  private static final String MISSED =
      """
      c.agency = :agency and ((c.sent_on is null and c.ends_at <= :now)
        or (c.sent_on > c.due_on and c.sent_on >= :since))
      """;

  private final JdbcClient jdbc;

  Copies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Which copies. */
  public enum Which {
    TO_SEND("c.sent_on is null"),
    /** Sent, and nobody knows yet whether it arrived. */
    ON_ITS_WAY("c.sent_on is not null and c.received_on is null");

    private final String where;

    Which(String where) {
      this.where = where;
    }
  }

  /** Those of an agency, the oldest first. */
  public Slice<Copy> page(Which which, AgencyId agency, @Nullable String after, int size) {
    ClockKey key = after == null ? ClockKey.after(Instant.EPOCH) : ClockKey.parse(after);
    List<Copy> rows =
        jdbc.sql(
                SELECT
                    + " where c.agency = ? and (c.ends_at, c.id) > (?, ?) and "
                    + which.where
                    + " order by c.ends_at, c.id limit ?")
            .params(agency.value(), key.end().atOffset(ZoneOffset.UTC), key.id(), size + 1)
            .query((row, _) -> copy(row))
            .list();
    return Slice.of(rows, size, row -> new ClockKey(row.end(), row.id()).toString());
  }

  /**
   * How much waits.
   *
   * @param overdue part of {@code toSend}
   */
  public record Tally(int toSend, int overdue, int onItsWay) {}

  public Tally tally(AgencyId agency, Instant now) {
    return jdbc.sql(
            """
            select count(*) filter (where sent_on is null) as waiting,
              count(*) filter (where sent_on is null and ends_at <= :now) as overdue,
              count(*) filter (where sent_on is not null) as gone
            from casework.copies
            where agency = :agency and (sent_on is null or received_on is null)
            """)
        .param("agency", agency.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) -> new Tally(row.getInt("waiting"), row.getInt("overdue"), row.getInt("gone")))
        .single();
  }

  /**
   * One copy.
   *
   * @throws NotFound when there is none
   */
  public Copy get(UUID id) {
    return jdbc.sql(SELECT + "where c.id = ?")
        .param(id)
        .query((row, _) -> copy(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** The copies of a case, in the order of its acts. */
  public List<Copy> ofCase(CaseId caseId) {
    return jdbc.sql(SELECT + "where c.case_id = ? order by a.number, c.addressee")
        .param(caseId.value())
        .query((row, _) -> copy(row))
        .list();
  }

  /** Copies that did not leave in time, the longest ago first; late ones since a day. */
  public List<Copy> missed(AgencyId agency, Instant now, Instant since, int most) {
    return missed(
            SELECT + "where " + MISSED + " order by c.ends_at limit :most", agency, now, since)
        .param("most", most)
        .query((row, _) -> copy(row))
        .list();
  }

  /** How many those are. */
  public int countMissed(AgencyId agency, Instant now, Instant since) {
    return missed("select count(*) from casework.copies c where " + MISSED, agency, now, since)
        .query(Integer.class)
        .single();
  }

  private JdbcClient.StatementSpec missed(String sql, AgencyId agency, Instant now, Instant since) {
    return jdbc.sql(sql)
        .param("agency", agency.value())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("since", LegalCalendar.legalDay(since));
  }

  private static Copy copy(ResultSet row) throws SQLException {
    @Nullable UUID run = row.getObject("run", UUID.class);
    return new Copy(
        row.getObject("id", UUID.class),
        new CaseId(row.getObject("case_id", UUID.class)),
        new ActId(row.getObject("act", UUID.class)),
        row.getInt("number"),
        row.getString("type"),
        Role.valueOf(row.getString("addressee")),
        new AgencyId(row.getObject("agency", UUID.class)),
        row.getString("rule"),
        row.getObject("due_on", LocalDate.class),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        run == null
            ? null
            : new Copy.Sent(
                run,
                row.getString("way"),
                row.getObject("sent_on", LocalDate.class),
                row.getInt("sent_number"),
                row.getObject("received_on", LocalDate.class)));
  }
}
