package org.smartcorrection.platform.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** To whom it was told that something is overdue (rule H5): each level hears of it once. */
@Repository
public class Escalations {
  private final JdbcClient jdbc;

  Escalations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Who is told, the nearest first. The procuratorate sees what is overdue without being told. */
  public enum Level {
    /** The county agency's officers, of what an entrusted office is late with. */
    AGENCY(Role.AGENCY_OFFICER, "agencyDays"),
    /** The head of the bureau, of what the agency or its office is late with. */
    HEAD(Role.BUREAU_HEAD, "headDays");

    private final Role role;
    private final String days;

    Level(Role role, String days) {
      this.role = role;
      this.days = days;
    }

    Role role() {
      return role;
    }

    /** Name of the number of rule H5 that says after how many working days. */
    String days() {
      return days;
    }
  }

  /** That a level was told of one duty. */
  public record Told(UUID instance, String name, Instant end, Level level, Instant at) {
    public boolean of(Due due) {
      return due.instance().equals(instance) && due.name().equals(name) && due.end().equals(end);
    }
  }

  /** What was told of the deadlines of these runs, the earliest first. */
  public List<Told> of(Collection<UUID> instances) {
    return jdbc.sql("select * from notify.escalations where instance = any(?) order by told_at")
        .param(instances.stream().distinct().toArray(UUID[]::new))
        .query((row, _) -> told(row))
        .list();
  }

  /**
   * Notes that a level is told now.
   *
   * @return false when it was told already, even by another process at the same moment
   */
  boolean note(Due due, Level level, Instant now) {
    return jdbc.sql(
                """
                insert into notify.escalations (instance, name, ends_at, level, told_at)
                values (?, ?, ?, ?, ?) on conflict do nothing
                """)
            .params(
                due.instance(),
                due.name(),
                due.end().atOffset(ZoneOffset.UTC),
                level.name(),
                now.atOffset(ZoneOffset.UTC))
            .update()
        == 1;
  }

  private static Told told(ResultSet row) throws SQLException {
    return new Told(
        row.getObject("instance", UUID.class),
        row.getString("name"),
        row.getObject("ends_at", OffsetDateTime.class).toInstant(),
        Level.valueOf(row.getString("level")),
        row.getObject("told_at", OffsetDateTime.class).toInstant());
  }
}
