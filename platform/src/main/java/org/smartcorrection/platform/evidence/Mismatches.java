package org.smartcorrection.platform.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the database no longer says what was recorded, by case, act and place. */
@Repository
public class Mismatches {
  private final JdbcClient jdbc;
  private final Clock clock;

  Mismatches(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One mismatch.
   *
   * @param actNumber the last lawful act that says what should stand there
   * @param place table and field, such as {@code casework.acts/fact/term}
   */
  public record Mismatch(CaseId caseId, int actNumber, String place, Instant foundAt) {
    boolean isAt(Mismatch other) {
      return actNumber == other.actNumber && place.equals(other.place);
    }
  }

  /** All that stand now, the latest first. */
  public List<Mismatch> standing(int most) {
    return jdbc.sql(
            """
            select case_id, act_number, place, found_at from evidence.mismatches
            where gone_at is null order by found_at desc limit ?
            """)
        .param(most)
        .query((row, _) -> mismatch(row))
        .list();
  }

  /** Those of one case. */
  public List<Mismatch> ofCase(CaseId caseId) {
    return jdbc.sql(
            """
            select case_id, act_number, place, found_at from evidence.mismatches
            where case_id = ? and gone_at is null order by act_number, place
            """)
        .param(caseId.value())
        .query((row, _) -> mismatch(row))
        .list();
  }

  Set<Integer> actsOf(CaseId caseId) {
    return new HashSet<>(
        jdbc.sql("select act_number from evidence.mismatches where case_id = ? and gone_at is null")
            .param(caseId.value())
            .query(Integer.class)
            .list());
  }

  /** Notes what a comparison of one case found; what it no longer finds is gone. */
  boolean note(CaseId caseId, Collection<Mismatch> found) {
    String[] places =
        found.stream().map(m -> m.actNumber() + " " + m.place()).toArray(String[]::new);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    int gone =
        jdbc.sql(
                """
                update evidence.mismatches set gone_at = ? where case_id = ? and gone_at is null
                  and not (act_number || ' ' || place = any(?))
                """)
            .params(now, caseId.value(), places)
            .update();
    int fresh = 0;
    for (Mismatch mismatch : found)
      fresh +=
          jdbc.sql(
                  """
                  insert into evidence.mismatches (id, case_id, act_number, place, found_at)
                  values (?, ?, ?, ?, ?) on conflict do nothing
                  """)
              .params(
                  Uuids.next(clock), caseId.value(), mismatch.actNumber(), mismatch.place(), now)
              .update();
    return gone + fresh > 0;
  }

  private static Mismatch mismatch(ResultSet row) throws SQLException {
    return new Mismatch(
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getInt("act_number"),
        row.getString("place"),
        row.getObject("found_at", OffsetDateTime.class).toInstant());
  }
}
