package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AgencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Questions that an approved absence suspends: nobody is told of them and no act raises them, and
 * everybody whose post covers the case sees what was observed. When the absence is over, what still
 * goes on is raised, and what is over stays as it was.
 */
@Repository
class Suspended {
  private static final int MOST = 200;

  private final JdbcClient jdbc;
  private final Clock clock;

  Suspended(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  void suspend(UUID alarm, Absences.Absence absence) {
    jdbc.sql(
            """
            update tracking.alarms set state = 'SUSPENDED', absence = ?, suspended_by = ?
            where id = ? and state = 'PENDING'
            """)
        .params(absence.kind().name(), absence.run(), alarm)
        .update();
  }

  /** All that wait for the end of an absence. */
  List<Alarm> waiting() {
    return jdbc.sql(
            """
            select * from tracking.alarms where state = 'SUSPENDED' and not closed
            order by changed_at limit ?
            """)
        .param(MOST)
        .query((row, _) -> Alarms.alarm(row))
        .list();
  }

  /** Those of an agency, the latest first. */
  List<Alarm> of(AgencyId agency, int most) {
    return jdbc.sql(
            """
            select * from tracking.alarms
            where agency = ? and state = 'SUSPENDED' and not closed
            order by opened_at desc limit ?
            """)
        .params(agency.value(), most)
        .query((row, _) -> Alarms.alarm(row))
        .list();
  }

  /** It is a question from now on. */
  boolean resume(UUID alarm) {
    return jdbc.sql(
                """
                update tracking.alarms set state = 'PENDING', changed_at = ?
                where id = ? and state = 'SUSPENDED' and not closed
                """)
            .params(clock.instant().atOffset(ZoneOffset.UTC), alarm)
            .update()
        == 1;
  }

  /** Nothing is asked about it any more. */
  void close(UUID alarm) {
    jdbc.sql(
            """
            update tracking.alarms set closed = true, changed_at = ?
            where id = ? and state = 'SUSPENDED'
            """)
        .params(clock.instant().atOffset(ZoneOffset.UTC), alarm)
        .update();
  }
}
