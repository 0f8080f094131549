package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Whether what fell due was done in time, by rule and by who owed it. What ends by itself, and what
 * a case no longer owed, is not among it.
 */
@Repository
public class Timeliness {
  private static final char SEPARATOR = '~';
  private static final String ASKED =
      """
      from casework.deadlines
      where agency = any(:agencies) and (:offices::uuid[] is null or office = any(:offices))
        and due_on between :first and :last and owner <> 'SYSTEM'
      """;

  private final JdbcClient jdbc;

  Timeliness(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What became of a deadline; the same as {@link Due#late}. */
  public enum Kept {
    IN_TIME("met_at is not null and not " + Kept.AFTER),
    LATE("met_at is not null and " + Kept.AFTER),
    /** Its end has passed, and nobody has done it. */
    MISSED("met_at is null and ends_at <= :now"),
    /** Falls due within the period and may still be done in time. */
    RUNNING("met_at is null and ends_at > :now");

    private static final String AFTER = "(met_at > ends_at or met_at = ends_at and name <> 'end')";
    private final String condition;

    Kept(String condition) {
      this.condition = condition;
    }
  }

  /**
   * Whose deadlines.
   *
   * @param offices those in the cases of these judicial offices alone; {@code null} for all
   */
  public record Asked(
      List<AgencyId> agencies,
      @Nullable List<AgencyId> offices,
      LocalDate first,
      LocalDate last,
      Instant now) {}

  /** How the deadlines of one rule that one role owes were kept. */
  public record Line(String rule, String owner, int inTime, int late, int missed, int running) {
    public int all() {
      return inTime + late + missed + running;
    }
  }

  /** One deadline behind a figure. */
  public record One(UUID id, CaseId caseId, String procedure, String name, LocalDate day) {}

  /** One line for each rule and owner. */
  public List<Line> of(Asked asked) {
    var columns = new StringBuilder("select rule, owner");
    for (Kept kept : Kept.values())
      columns.append(", count(*) filter (where %s) as %s".formatted(kept.condition, kept));
    return asked(columns + " " + ASKED + "group by rule, owner order by rule, owner", asked)
        .query(
            (row, _) ->
                new Line(
                    row.getString("rule"),
                    row.getString("owner"),
                    row.getInt(Kept.IN_TIME.name()),
                    row.getInt(Kept.LATE.name()),
                    row.getInt(Kept.MISSED.name()),
                    row.getInt(Kept.RUNNING.name())))
        .list();
  }

  /**
   * The deadlines of one line, or of one figure of it.
   *
   * @param kept {@code null} for all of the line
   * @param after the key to go on from
   */
  public Slice<One> page(
      Asked asked,
      String rule,
      String owner,
      @Nullable Kept kept,
      @Nullable String after,
      int size) {
    @Nullable UUID[] key = key(after);
    String sql =
        "select id, case_id, procedure, name, due_on "
            + ASKED
            + " and rule = :rule and owner = :owner"
            + (kept == null ? "" : " and " + kept.condition)
            + " and (:case::uuid is null or (case_id, id) > (:case::uuid, :id::uuid))"
            + " order by case_id, id limit :limit";
    List<One> rows =
        asked(sql, asked)
            .param("rule", rule)
            .param("owner", owner)
            .param("case", key[0])
            .param("id", key[1])
            .param("limit", size + 1)
            .query(
                (row, _) ->
                    new One(
                        row.getObject("id", UUID.class),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("procedure"),
                        row.getString("name"),
                        row.getObject("due_on", LocalDate.class)))
            .list();
    return Slice.of(rows, size, one -> one.caseId() + String.valueOf(SEPARATOR) + one.id());
  }

  private JdbcClient.StatementSpec asked(String sql, Asked asked) {
    return jdbc.sql(sql)
        .param("agencies", ids(asked.agencies()))
        .param("offices", asked.offices() == null ? null : ids(asked.offices()))
        .param("first", asked.first())
        .param("last", asked.last())
        .param("now", asked.now().atOffset(ZoneOffset.UTC));
  }

  private static UUID[] ids(Collection<AgencyId> agencies) {
    return agencies.stream().map(AgencyId::value).toArray(UUID[]::new);
  }

  private static @Nullable UUID[] key(@Nullable String after) {
    int at = after == null ? -1 : after.indexOf(SEPARATOR);
    if (after == null || at < 0) return new @Nullable UUID[2];
    return new @Nullable UUID[] {
      CaseId.of(after.substring(0, at)).value(), CaseId.of(after.substring(at + 1)).value()
    };
  }
}
