package org.smartcorrection.platform.tracking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.roster.Shift;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many alarms whoever is on duty had, by day and by night, and what they were. */
@Repository
class Workload {
  private final JdbcClient jdbc;

  Workload(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The alarms that one member of staff acknowledged.
   *
   * @param officer absent for those that nobody has acknowledged
   * @param day raised during the day turn, {@code night} during the night turn
   * @param half within which time half of them were acknowledged; absent where none was
   * @param found about how many of them there is a finding, {@code errors} of which say that it was
   *     an error of signal or device
   */
  record Row(
      @Nullable AccountId officer,
      int day,
      int night,
      @Nullable Duration half,
      int found,
      int errors) {
    int all() {
      return day + night;
    }
  }

  /** All of an agency that were raised in this time, by who acknowledged them; the most first. */
  List<Row> of(AgencyId agency, Instant from, Instant until, Shift.Hours hours) {
    return rows(agency, from, until, hours, "seen_by");
  }

  /** The same of all of them together. */
  Row whole(AgencyId agency, Instant from, Instant until, Shift.Hours hours) {
    return rows(agency, from, until, hours, "()").getFirst();
  }

  private List<Row> rows(
      AgencyId agency, Instant from, Instant until, Shift.Hours hours, String by) {
    String officer = by.equals("()") ? "null::uuid" : by;
    return jdbc.sql(
            """
            select %s officer,
              count(*) filter (where hour >= :day and hour < :night) by_day,
              count(*) filter (where hour < :day or hour >= :night) by_night,
              percentile_cont(0.5) within group (order by extract(epoch from seen_at - raised_at))
                filter (where seen_at is not null) half,
              count(finding) found,
              count(*) filter (where finding = 'FoundError') errors
            from (
              select *, extract(hour from raised_at at time zone 'Asia/Shanghai') as hour
              from tracking.alarms where agency = :agency and raised_at >= :from and raised_at < :until
            ) a
            group by %s order by count(*) desc, officer
            """
                .formatted(officer, by))
        .param("agency", agency.value())
        .param("from", from.atOffset(ZoneOffset.UTC))
        .param("until", until.atOffset(ZoneOffset.UTC))
        .param("day", hours.dayFrom())
        .param("night", hours.nightFrom())
        .query(
            (row, _) ->
                new Row(
                    Optional.ofNullable(row.getObject("officer", UUID.class))
                        .map(AccountId::new)
                        .orElse(null),
                    row.getInt("by_day"),
                    row.getInt("by_night"),
                    Optional.ofNullable(row.getObject("half", Double.class))
                        .map(seconds -> Duration.ofSeconds(Math.round(seconds)))
                        .orElse(null),
                    row.getInt("found"),
                    row.getInt("errors")))
        .list();
  }
}
