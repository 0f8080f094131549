package org.smartcorrection.platform.lab;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.tracking.AlarmKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What officers found of the alarms of all agencies, to be counted. */
@Repository
class Findings {
  private final JdbcClient jdbc;

  Findings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How often something was found of a kind. */
  record OfKind(AlarmKind kind, Verdict verdict, int count) {}

  /** How often a cause was named of a kind; none where the officer named none. */
  record OfCause(@Nullable String cause, int count, int people) {}

  /** How often alarms of one device were false. */
  record OfDevice(UUID device, Share share) {}

  /** A finding without a name: of whom it was, and whether the alarm was false. */
  record OfPerson(AlarmKind kind, PersonId person, boolean error) {}

  /** Keeps a finding; the latest of an alarm counts. */
  void save(Found found) {
    jdbc.sql(
            """
            insert into lab.findings (instance, alarm, agency, case_id, person, kind, device, finding,
              cause, detected_at, found_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (instance) do update set finding = excluded.finding, cause = excluded.cause,
              found_at = excluded.found_at
            """)
        .params(
            Params.of(
                found.instance(),
                found.alarm(),
                found.agency().value(),
                found.caseId().value(),
                found.person().value(),
                found.kind().name(),
                found.device(),
                found.verdict().name(),
                found.cause(),
                found.detectedAt().atOffset(ZoneOffset.UTC),
                found.foundAt().atOffset(ZoneOffset.UTC)))
        .update();
  }

  void forget(UUID instance) {
    jdbc.sql("delete from lab.findings where instance = ?").param(instance).update();
  }

  void forget(CaseId caseId) {
    jdbc.sql("delete from lab.findings where case_id = ?").param(caseId.value()).update();
  }

  /** By kind and finding, in a time. */
  List<OfKind> byKind(AgencyId agency, Instant from, Instant until) {
    return jdbc.sql(
            """
            select kind, finding, count(*) as found from lab.findings
            where agency = ? and found_at >= ? and found_at < ? group by kind, finding
            """)
        .params(agency.value(), utc(from), utc(until))
        .query(
            (row, _) ->
                new OfKind(
                    AlarmKind.valueOf(row.getString("kind")),
                    Verdict.valueOf(row.getString("finding")),
                    row.getInt("found")))
        .list();
  }

  /** The causes of what was false, the most frequent first. */
  List<OfCause> byCause(AgencyId agency, Instant from, Instant until) {
    return jdbc.sql(
            """
            select cause, count(*) as found, count(distinct person) as people from lab.findings
            where agency = ? and found_at >= ? and found_at < ? and finding = 'ERROR'
            group by cause order by found desc, cause
            """)
        .params(agency.value(), utc(from), utc(until))
        .query(
            (row, _) ->
                new OfCause(row.getString("cause"), row.getInt("found"), row.getInt("people")))
        .list();
  }

  /** The devices of which most alarms were false, so many of them. */
  List<OfDevice> byDevice(AgencyId agency, Instant from, Instant until, int most) {
    return jdbc.sql(
            """
            select device, count(*) as found, count(*) filter (where finding = 'ERROR') as errors
            from lab.findings
            where agency = ? and found_at >= ? and found_at < ? and device is not null
            group by device order by errors desc, found, device limit ?
            """)
        .params(agency.value(), utc(from), utc(until), most)
        .query(
            (row, _) ->
                new OfDevice(
                    row.getObject("device", UUID.class),
                    new Share(row.getInt("errors"), row.getInt("found"))))
        .list();
  }

  /** Each finding in a time, without its name. */
  List<OfPerson> byPerson(AgencyId agency, Instant from, Instant until) {
    return jdbc.sql(
            """
            select kind, person, finding = 'ERROR' as error from lab.findings
            where agency = ? and found_at >= ? and found_at < ?
            """)
        .params(agency.value(), utc(from), utc(until))
        .query(
            (row, _) ->
                new OfPerson(
                    AlarmKind.valueOf(row.getString("kind")),
                    new PersonId(row.getObject("person", UUID.class)),
                    row.getBoolean("error")))
        .list();
  }

  /**
   * The findings behind a figure, the latest alarm first.
   *
   * @param kind of the alarms; {@code null} for every one
   * @param device that raised them; {@code null} for every one
   * @param before the alarm to go on from
   */
  Slice<Found> behind(
      AgencyId agency,
      Instant from,
      Instant until,
      @Nullable AlarmKind kind,
      @Nullable UUID device,
      @Nullable String before,
      int size) {
    List<Found> rows =
        jdbc.sql(
                """
                select * from lab.findings
                where agency = :agency and found_at >= :from and found_at < :until
                  and (:kind::text is null or kind = :kind)
                  and (:device::uuid is null or device = :device::uuid)
                  and (:before::uuid is null or alarm < :before::uuid)
                order by alarm desc limit :limit
                """)
            .param("agency", agency.value())
            .param("from", utc(from))
            .param("until", utc(until))
            .param("kind", kind == null ? null : kind.name())
            .param("device", device)
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> found(row))
            .list();
    return Slice.of(rows, size, found -> found.alarm().toString());
  }

  /** What was found of these alarms; nothing of those that nobody answered yet. */
  Map<UUID, Found> of(Collection<UUID> alarms) {
    return jdbc
        .sql("select * from lab.findings where alarm = any(?)")
        .param(alarms.toArray(UUID[]::new))
        .query((row, _) -> found(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Found::alarm, Function.identity(), (_, later) -> later));
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        row.getObject("instance", UUID.class),
        row.getObject("alarm", UUID.class),
        new AgencyId(row.getObject("agency", UUID.class)),
        new CaseId(row.getObject("case_id", UUID.class)),
        new PersonId(row.getObject("person", UUID.class)),
        AlarmKind.valueOf(row.getString("kind")),
        row.getObject("device", UUID.class),
        Verdict.valueOf(row.getString("finding")),
        row.getString("cause"),
        row.getObject("detected_at", OffsetDateTime.class).toInstant(),
        row.getObject("found_at", OffsetDateTime.class).toInstant());
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
