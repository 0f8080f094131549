package org.smartcorrection.platform.wall;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened, by agency and time: derived from acts, without anybody's name. */
@Repository
class Feed {
  /** What people entrust to the procuratorate appears on no screen of anybody else. */
  private static final Set<String> ENTRUSTED =
      Set.of("ComplaintToProcuratorate", "OutcomeToldByProcuratorate", "ComplaintTakenBack");

  private final JdbcClient jdbc;
  private final Agencies agencies;

  Feed(JdbcClient jdbc, Agencies agencies) {
    this.jdbc = jdbc;
    this.agencies = agencies;
  }

  /** Something that happened. */
  record Event(Instant at, String type) {}

  @EventListener
  void on(ActRecorded recorded) {
    Act act = recorded.act();
    AgencyId custody = recorded.in().agency();
    if (ENTRUSTED.contains(act.type())) return;
    if (agencies.get(custody).kind() == AgencyKind.PROCURATORATE) return;
    @Nullable AgencyId office = recorded.summary().office();
    jdbc.sql("insert into wall.feed (act, at, type, custody, office) values (?, ?, ?, ?, ?)")
        .params(
            Params.of(
                act.id().value(),
                act.recordedAt().atOffset(ZoneOffset.UTC),
                act.type(),
                custody.value(),
                office == null ? null : office.value()))
        .update();
  }

  /** What happened since, the latest first. */
  List<Event> since(AgencyId custody, @Nullable AgencyId office, Instant from, int most) {
    return jdbc.sql(
            """
            select at, type from wall.feed
            where custody = :custody and (:office::uuid is null or office = :office::uuid)
              and at >= :from
            order by at desc, act desc limit :most
            """)
        .param("custody", custody.value())
        .param("office", value(office))
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("most", most)
        .query((row, _) -> event(row))
        .list();
  }

  /** How often these happened since. */
  int count(AgencyId custody, @Nullable AgencyId office, Instant from, String... types) {
    return jdbc.sql(
            """
            select count(*) from wall.feed
            where custody = :custody and (:office::uuid is null or office = :office::uuid)
              and at >= :from and type = any(:types)
            """)
        .param("custody", custody.value())
        .param("office", value(office))
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("types", types)
        .query(Integer.class)
        .single();
  }

  private static @Nullable UUID value(@Nullable AgencyId office) {
    return office == null ? null : office.value();
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("type"));
  }
}
