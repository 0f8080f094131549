package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How much is kept, by class: of a person as it is now, of an agency as of the last daily round.
 */
@Repository
class Held {
  private final JdbcClient jdbc;
  private final HealthKept health;

  Held(JdbcClient jdbc, HealthKept health) {
    this.jdbc = jdbc;
    this.health = health;
  }

  /**
   * What is kept of one class.
   *
   * @param oldest absent where nothing is
   */
  record Count(int rows, @Nullable Instant oldest) {
    static final Count NONE = new Count(0, null);

    Count plus(Count other) {
      boolean earlier = oldest == null || (other.oldest != null && other.oldest.isBefore(oldest));
      return new Count(rows + other.rows, earlier ? other.oldest : oldest);
    }
  }

  /**
   * What an agency holds of one class.
   *
   * @param forAlarm of how many people everything is held back, because a question is open
   * @param forProceeding of how many because of something else that is under way
   */
  record OfAgency(DataClass of, Count count, int forAlarm, int forProceeding, Instant at) {}

  /** What is kept of these people. */
  Map<DataClass, Count> of(Collection<PersonId> people) {
    Map<DataClass, Count> counts = new EnumMap<>(DataClass.class);
    jdbc.sql(
            """
            select 'TRACK' as class, coalesce(sum(entries), 0) as n, min(from_at) as oldest
              from tracking.journal where person = any(:people)
            union all select 'OBSERVATION', count(*), min(at)
              from tracking.observations where person = any(:people) and alarm is null
            union all select 'EVIDENCE', count(*), min(at)
              from tracking.observations where person = any(:people) and alarm is not null
            union all select 'POINT', count(*), min(received_at)
              from tracking.verifications where person = any(:people)
            union all select 'EXPORT', count(*), min(at)
              from tracking.exports where person = any(:people)
            union all select 'COUNT', coalesce(sum(times), 0), min(day)::timestamptz
              from tracking.refusals where person = any(:people)
            """)
        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(
            row -> {
              counts.put(DataClass.valueOf(row.getString("class")), count(row, "n"));
            });
    HealthKept.Kept kept = health.of(people);
    counts.put(DataClass.HEALTH, new Count(kept.rows(), kept.oldest()));
    return counts;
  }

  private static Count count(ResultSet row, String column) throws SQLException {
    return new Count(
        row.getInt(column),
        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant)
            .orElse(null));
  }

  /** Takes the place of what was counted before. */
  void counted(AgencyId agency, Collection<OfAgency> all) {
    for (OfAgency one : all) {
      @Nullable Instant oldest = one.count().oldest();
      jdbc.sql(
              """
              insert into tracking.held (custody, class, rows_held, oldest, back_for_alarm,
                back_for_proceeding, counted_at) values (?, ?, ?, ?, ?, ?, ?)
              on conflict (custody, class) do update set rows_held = excluded.rows_held,
                oldest = excluded.oldest, back_for_alarm = excluded.back_for_alarm,
                back_for_proceeding = excluded.back_for_proceeding,
                counted_at = excluded.counted_at
              """)
          .params(
              Params.of(
                  agency.value(),
                  one.of().name(),
                  one.count().rows(),
                  oldest == null ? null : oldest.atOffset(ZoneOffset.UTC),
                  one.forAlarm(),
                  one.forProceeding(),
                  one.at().atOffset(ZoneOffset.UTC)))
          .update();
    }
  }

  /** What an agency held when it was last counted; empty before that. */
  List<OfAgency> of(AgencyId agency) {
    return jdbc.sql("select * from tracking.held where custody = ?")
        .param(agency.value())
        .query(
            (row, _) ->
                new OfAgency(
                    DataClass.valueOf(row.getString("class")),
                    count(row, "rows_held"),
                    row.getInt("back_for_alarm"),
                    row.getInt("back_for_proceeding"),
                    row.getObject("counted_at", OffsetDateTime.class).toInstant()))
        .list();
  }
}
