package org.smartcorrection.platform.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The {@link Trail} as the auditor reads it. */
@Repository
public class TrailLines {
  private final JdbcClient jdbc;

  TrailLines(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One line.
   *
   * @param account who did it; {@code null} for what nobody signed in for
   */
  public record TrailLine(
      String id, Instant at, @Nullable AccountId account, String event, String detail) {}

  /** The latest lines, from before a key on. */
  public Slice<TrailLine> page(@Nullable String before, int size) {
    List<TrailLine> lines =
        jdbc.sql(
                """
                select id, at, account, event, detail from access.trail
                where :before::uuid is null or id < :before::uuid
                order by id desc limit :limit
                """)
            .param("before", before)
            .param("limit", size + 1)
            .query(
                (row, _) -> {
                  @Nullable UUID account = row.getObject("account", UUID.class);
                  return new TrailLine(
                      row.getString("id"),
                      row.getObject("at", OffsetDateTime.class).toInstant(),
                      account == null ? null : new AccountId(account),
                      row.getString("event"),
                      row.getString("detail"));
                })
            .list();
    return Slice.of(lines, size, TrailLine::id);
  }
}
