package org.smartcorrection.platform.tracking;

import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.roster.Pending;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many alarms a turn of duty leaves to the next. */
@Repository
class PendingAlarms implements Pending {
  private final JdbcClient jdbc;

  PendingAlarms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Count of(AgencyId custody) {
    return jdbc.sql(
            """
            select count(*) open, count(*) filter (where seen_at is null) unseen
            from tracking.alarms where agency = ? and not closed and instance is not null
            """)
        .param(custody.value())
        .query((row, _) -> new Count(row.getInt("open"), row.getInt("unseen")))
        .single();
  }
}
