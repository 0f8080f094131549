package org.smartcorrection.platform.tracking;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.smartcorrection.location.Severity;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of whom something is asked at the moment, and how grave the gravest of it is. */
@Repository
public class AlarmMarks {
  private final JdbcClient jdbc;

  AlarmMarks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Everybody with an open alarm in these agencies' cases. */
  public Map<PersonId, Severity> of(Collection<AgencyId> agencies) {
    var marks = new HashMap<PersonId, Severity>();
    jdbc.sql(
            """
            select person, severity from tracking.alarms
            where agency = any(?) and not closed and instance is not null
            """)
        .param(agencies.stream().map(AgencyId::value).toArray(UUID[]::new))
        .query(
            row -> {
              marks.merge(
                  new PersonId(row.getObject("person", UUID.class)),
                  Severity.valueOf(row.getString("severity")),
                  (one, other) -> one.compareTo(other) < 0 ? other : one);
            });
    return marks;
  }

  /** How grave each of these runs of the procedure {@code alarm} is. */
  public Map<UUID, Severity> ofRuns(Collection<UUID> runs) {
    var severities = new HashMap<UUID, Severity>();
    jdbc.sql("select instance, severity from tracking.alarms where instance = any(?)")
        .param(runs.toArray(UUID[]::new))
        .query(
            row -> {
              severities.put(
                  row.getObject("instance", UUID.class),
                  Severity.valueOf(row.getString("severity")));
            });
    return severities;
  }
}
