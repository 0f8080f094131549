package org.smartcorrection.platform.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who acts in whose place, now, before and as planned. The database keeps every row. */
@Repository
public class Substitutions {
  private static final String SELECT =
      """
      select s.*, e.ended_at from organisation.substitutions s
      left join organisation.substitution_ends e on e.substitution = s.id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Substitutions(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** All of one post, the latest first. */
  public List<Substitution> ofPost(PostId post, int most) {
    return jdbc.sql(SELECT + "where s.post = ? order by s.from_day desc, s.id desc limit ?")
        .params(post.value(), most)
        .query((row, _) -> substitution(row))
        .list();
  }

  public Optional<Substitution> find(UUID id) {
    return jdbc.sql(SELECT + "where s.id = ?")
        .param(id)
        .query((row, _) -> substitution(row))
        .optional();
  }

  /** These, by their identifiers, in one query. */
  public Map<UUID, Substitution> all(Collection<UUID> ids) {
    var found = new HashMap<UUID, Substitution>();
    if (ids.isEmpty()) return found;
    jdbc.sql(SELECT + "where s.id = any(?)")
        .param(ids.toArray(UUID[]::new))
        .query((row, _) -> found.put(row.getObject("id", UUID.class), substitution(row)))
        .list();
    return found;
  }

  /** The one by which a colleague acts in this post on this day. */
  public Optional<Substitution> inForce(PostId post, LocalDate day) {
    return overlapping(post, day, day).stream().findFirst();
  }

  /** Those of a post that are or will be in force within these days. */
  List<Substitution> overlapping(PostId post, LocalDate from, LocalDate until) {
    return jdbc.sql(
            SELECT
                + """
                where s.post = ? and s.from_day <= ? and s.until_day >= ? and e.ended_at is null
                order by s.from_day
                """)
        .params(post.value(), until, from)
        .query((row, _) -> substitution(row))
        .list();
  }

  /** Whether somebody is recorded as absent from a post within these days. */
  boolean absent(AccountId account, LocalDate from, LocalDate until) {
    return jdbc.sql(
            """
            select exists (select from organisation.substitutions s
              left join organisation.substitution_ends e on e.substitution = s.id
              where s.absent = ? and s.from_day <= ? and s.until_day >= ? and e.ended_at is null)
            """)
        .params(account.value(), until, from)
        .query(Boolean.class)
        .single();
  }

  /** Holds the post for the rest of the transaction: nobody else gets a substitute into it. */
  void lock(PostId post) {
    boolean _ =
        jdbc.sql("select id from organisation.posts where id = ? for update")
            .param(post.value())
            .query(UUID.class)
            .optional()
            .isPresent();
  }

  void add(Substitution made, PostId notedPost) {
    Substitution.@Nullable Order order = made.order();
    jdbc.sql(
            """
            insert into organisation.substitutions (id, post, absent, account, own_post, from_day,
              until_day, order_number, ordered_on, noted_at, noted_by, noted_post)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                made.id(),
                made.post().value(),
                made.absent() == null ? null : made.absent().value(),
                made.account().value(),
                made.ownPost().value(),
                made.from(),
                made.until(),
                order == null ? null : order.number(),
                order == null ? null : order.on(),
                made.notedAt().atOffset(ZoneOffset.UTC),
                made.notedBy().value(),
                notedPost.value()))
        .update();
  }

  void end(UUID id, AccountId by) {
    jdbc.sql(
            """
            insert into organisation.substitution_ends (substitution, ended_at, ended_by)
            values (?, ?, ?) on conflict do nothing
            """)
        .params(id, clock.instant().atOffset(ZoneOffset.UTC), by.value())
        .update();
  }

  private static Substitution substitution(ResultSet row) throws SQLException {
    @Nullable UUID absent = row.getObject("absent", UUID.class);
    @Nullable String number = row.getString("order_number");
    @Nullable OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
    return new Substitution(
        row.getObject("id", UUID.class),
        new PostId(row.getObject("post", UUID.class)),
        absent == null ? null : new AccountId(absent),
        new AccountId(row.getObject("account", UUID.class)),
        new PostId(row.getObject("own_post", UUID.class)),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        number == null
            ? null
            : new Substitution.Order(number, row.getObject("ordered_on", LocalDate.class)),
        row.getObject("noted_at", OffsetDateTime.class).toInstant(),
        new AccountId(row.getObject("noted_by", UUID.class)),
        ended == null ? null : ended.toInstant());
  }
}
