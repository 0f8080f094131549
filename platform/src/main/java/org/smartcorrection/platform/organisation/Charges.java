package org.smartcorrection.platform.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * With which procedures each post of an agency is charged: the local part of its list of powers and
 * duties (权责清单). It gives no power and takes none; what a post may is the law's alone.
 */
@Repository
public class Charges {
  private final JdbcClient jdbc;
  private final Clock clock;

  Charges(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** The procedures with which the posts of an agency are charged on this day. */
  public Map<PostId, Set<String>> of(AgencyId agency, LocalDate day) {
    var charges = new HashMap<PostId, Set<String>>();
    jdbc.sql(
            """
            select distinct on (c.post, c.procedure) c.post, c.procedure, c.charged
            from organisation.post_charges c join organisation.posts p on p.id = c.post
            where p.agency = ? and c.from_day <= ?
            order by c.post, c.procedure, c.from_day desc, c.id desc
            """)
        .params(agency.value(), day)
        .query(
            row -> {
              if (row.getBoolean("charged"))
                charges
                    .computeIfAbsent(
                        new PostId(row.getObject("post", UUID.class)), _ -> new HashSet<>())
                    .add(row.getString("procedure"));
            });
    return charges;
  }

  /** Whether a post is charged with a procedure on this day. */
  public boolean charged(PostId post, String procedure, LocalDate day) {
    return jdbc.sql(
            """
            select charged from organisation.post_charges
            where post = ? and procedure = ? and from_day <= ?
            order by from_day desc, id desc limit 1
            """)
        .params(post.value(), procedure, day)
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** Whether a post of these agencies in which somebody acts is charged with a procedure. */
  public boolean anybody(Collection<AgencyId> agencies, String procedure, LocalDate day) {
    return jdbc.sql(
            """
            select coalesce(bool_or(c.charged), false) from organisation.posts p
            cross join lateral (
              select charged from organisation.post_charges
              where post = p.id and procedure = :procedure and from_day <= :day
              order by from_day desc, id desc limit 1) c
            where p.agency = any(:agencies)
            """)
        .param("procedure", procedure)
        .param("day", day)
        .param("agencies", agencies.stream().map(AgencyId::value).toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  /** Charges a post with exactly these procedures from a day on. */
  @Transactional
  public void set(
      PostId post, AgencyId agency, Set<String> procedures, LocalDate from, AccountId by) {
    Set<String> before = of(agency, from).getOrDefault(post, Set.of());
    for (String procedure : procedures)
      if (!before.contains(procedure)) note(post, procedure, true, from, by);
    for (String procedure : before)
      if (!procedures.contains(procedure)) note(post, procedure, false, from, by);
  }

  private void note(PostId post, String procedure, boolean charged, LocalDate from, AccountId by) {
    jdbc.sql(
            """
            insert into organisation.post_charges (id, post, procedure, charged, from_day, noted_at,
              noted_by)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Uuids.next(clock),
            post.value(),
            procedure,
            charged,
            from,
            clock.instant().atOffset(ZoneOffset.UTC),
            by.value())
        .update();
  }
}
