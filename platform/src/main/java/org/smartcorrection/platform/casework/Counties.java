package org.smartcorrection.platform.casework;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How several correction agencies stand, beside one another. */
@Repository
public class Counties {
  private final JdbcClient jdbc;

  Counties(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How one stands.
   *
   * @param active people under correction
   * @param reception of whom the decision is there, and who are not yet received
   * @param open deadlines that are open, whoever owes them
   * @param overdue of them, what has passed
   * @param own of what is open, what the city agency itself owes
   */
  public record Standing(int active, int reception, int open, int overdue, int own) {
    public static final Standing NONE = new Standing(0, 0, 0, 0, 0);
  }

  /** Each of these agencies, in one query. */
  public Map<AgencyId, Standing> standing(Collection<AgencyId> agencies, Instant now) {
    var found = new HashMap<AgencyId, Standing>();
    jdbc.sql(
            """
            select a.id, coalesce(c.active, 0) active, coalesce(c.reception, 0) reception,
              coalesce(d.open, 0) open, coalesce(d.overdue, 0) overdue, coalesce(d.own, 0) own
            from unnest(:agencies::uuid[]) a (id)
            left join lateral (
              select count(*) filter (where status = 'ACTIVE') active,
                count(*) filter (where status in ('REFERRED', 'IN_RECEPTION')) reception
              from casework.summaries where agency = a.id) c on true
            left join lateral (
              select count(*) open, count(*) filter (where ends_at <= :now) overdue,
                count(*) filter (where owner = :own) own
              from casework.deadlines where agency = a.id and met_by is null) d on true
            """)
        .param("agencies", agencies.stream().map(AgencyId::value).toArray(UUID[]::new))
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("own", Role.CITY_AGENCY.name())
        .query(
            row -> {
              found.put(
                  new AgencyId(row.getObject("id", UUID.class)),
                  new Standing(
                      row.getInt("active"),
                      row.getInt("reception"),
                      row.getInt("open"),
                      row.getInt("overdue"),
                      row.getInt("own")));
            });
    return found;
  }
}
