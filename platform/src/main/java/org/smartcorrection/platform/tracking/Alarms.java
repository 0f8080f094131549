package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.supervision.Observation;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The alarms of all cases. Their state follows the acts. */
@Repository
public class Alarms {
  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final Clock clock;

  Alarms(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * One alarm.
   *
   * @throws NotFound when there is none
   */
  public Alarm get(UUID id) {
    return jdbc.sql("select * from tracking.alarms where id = ?")
        .param(id)
        .query((row, _) -> alarm(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  /** The alarm that a run of the procedure {@code alarm} is about. */
  public Optional<Alarm> ofInstance(UUID instance) {
    return jdbc.sql("select * from tracking.alarms where instance = ?")
        .param(instance)
        .query((row, _) -> alarm(row))
        .optional();
  }

  /** The alarms of one person, open and closed, the latest first. */
  public List<Alarm> of(PersonId person, int most) {
    return jdbc.sql(
            """
            select * from tracking.alarms where person = ? and instance is not null
            order by id desc limit ?
            """)
        .params(person.value(), most)
        .query((row, _) -> alarm(row))
        .list();
  }

  /** The alarms of a case are those of the agency that has it. */
  void handOver(Case in) {
    jdbc.sql("update tracking.alarms set agency = ? where case_id = ?")
        .params(in.agency().value(), in.id().value())
        .update();
  }

  /** The closed alarms of an agency, the latest first, from before a key on. */
  public Slice<Alarm> closed(AgencyId agency, @Nullable String before, int size) {
    List<Alarm> rows =
        jdbc.sql(
                """
                select * from tracking.alarms
                where agency = :agency and closed
                  and (:before::uuid is null or id < :before::uuid)
                order by id desc limit :limit
                """)
            .param("agency", agency.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> alarm(row))
            .list();
    return Slice.of(rows, size, alarm -> alarm.id().toString());
  }

  /** The question of a kind that nobody has answered yet: one at a time for a person. */
  Optional<Alarm> unanswered(PersonId person, AlarmKind kind) {
    return jdbc.sql(
            """
            select * from tracking.alarms
            where person = ? and kind = ? and not closed and withdrawn_at is null
              and state in ('PENDING', 'SUSPENDED', 'RAISED', 'EVIDENCE_SEEN', 'SEARCHING', 'SEARCHED', 'HEARD')
            order by opened_at desc limit 1
            """)
        .params(person.value(), kind.name())
        .query((row, _) -> alarm(row))
        .optional();
  }

  /** A question that waits for its act. */
  Alarm open(Case in, AlarmKind kind, Observation observation) {
    var alarm =
        new Alarm(
            Uuids.next(clock),
            in.person(),
            in.id(),
            in.agency(),
            null,
            kind,
            observation.severity(),
            Alarm.PENDING,
            false,
            observation.at(),
            clock.instant(),
            observation.probability(),
            null,
            null,
            null,
            null,
            null,
            null);
    insert(alarm);
    return alarm;
  }

  private void insert(Alarm alarm) {
    jdbc.sql(
            """
            insert into tracking.alarms (id, person, case_id, agency, instance, kind, severity, state,
              closed, opened_at, changed_at, probability, raised_at, seen_at, seen_by)
            values (:id, :person, :case, :agency, :instance::uuid, :kind, :severity, :state, :closed,
              :opened, :changed, :probability::double precision, :raised::timestamptz,
              :seen::timestamptz, :by::uuid)
            """)
        .param("id", alarm.id())
        .param("person", alarm.person().value())
        .param("case", alarm.caseId().value())
        .param("agency", alarm.agency().value())
        .param("instance", alarm.instance())
        .param("kind", alarm.kind().name())
        .param("severity", alarm.severity().name())
        .param("state", alarm.state())
        .param("closed", alarm.closed())
        .param("opened", alarm.openedAt().atOffset(ZoneOffset.UTC))
        .param("changed", alarm.changedAt().atOffset(ZoneOffset.UTC))
        .param("probability", alarm.probability())
        .param("raised", utc(alarm.raisedAt()))
        .param("seen", utc(alarm.seenAt()))
        .param("by", alarm.seenBy() == null ? null : alarm.seenBy().value())
        .update();
  }

  /** How sure and how grave it is by now. */
  void weigh(Alarm alarm, Severity severity, double probability) {
    jdbc.sql(
            """
            update tracking.alarms set severity = ?, probability = ?, changed_at = ? where id = ?
            """)
        .params(severity.name(), probability, clock.instant().atOffset(ZoneOffset.UTC), alarm.id())
        .update();
  }

  /** All that it rested on was withdrawn. */
  void withdraw(UUID id) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    jdbc.sql("update tracking.alarms set withdrawn_at = ?, changed_at = ? where id = ?")
        .params(now, now, id)
        .update();
  }

  /** What still waits for the act that raises or withdraws it. */
  List<UUID> pending() {
    return jdbc.sql(
            """
            select id from tracking.alarms
            where state = 'PENDING'
              or (withdrawn_at is not null and not closed and state in ('RAISED', 'EVIDENCE_SEEN'))
            order by opened_at
            """)
        .query((row, _) -> row.getObject("id", UUID.class))
        .list();
  }

  /** The alarm, held until the transaction ends. */
  Alarm lock(UUID id) {
    return jdbc.sql("select * from tracking.alarms where id = ? for update")
        .param(id)
        .query((row, _) -> alarm(row))
        .single();
  }

  /**
   * Follows the act that raised an alarm: one of ours that waited, or somebody else's.
   *
   * @param by the member of staff who raised it, and has seen it by that; absent where time or a
   *     device did
   */
  void raised(
      Case in,
      UUID instance,
      AlarmKind kind,
      String state,
      Instant detectedAt,
      @Nullable AccountId by) {
    boolean ours =
        jdbc.sql(
                    """
                    update tracking.alarms
                    set instance = ?, state = ?, changed_at = ?, raised_at = ? where id = (
                      select id from tracking.alarms
                      where person = ? and kind = ? and state = 'PENDING'
                      order by opened_at limit 1)
                    """)
                .params(
                    instance,
                    state,
                    clock.instant().atOffset(ZoneOffset.UTC),
                    clock.instant().atOffset(ZoneOffset.UTC),
                    in.person().value(),
                    kind.name())
                .update()
            == 1;
    if (ours) return;
    insert(
        new Alarm(
            Uuids.next(clock),
            in.person(),
            in.id(),
            in.agency(),
            instance,
            kind,
            Severity.AMBER,
            state,
            false,
            detectedAt,
            clock.instant(),
            null,
            null,
            clock.instant(),
            null,
            null,
            by == null ? null : clock.instant(),
            by));
  }

  /** Follows a later act of the procedure. */
  void changed(UUID instance, String state, boolean closed) {
    jdbc.sql(
            """
            update tracking.alarms set state = ?, closed = ?, changed_at = ? where instance = ?
            """)
        .params(state, closed, clock.instant().atOffset(ZoneOffset.UTC), instance)
        .update();
  }

  /** Notes who acknowledged it; only the first counts. */
  void seen(UUID instance, AccountId by, Instant at) {
    jdbc.sql(
            """
            update tracking.alarms set seen_at = ?, seen_by = ?
            where instance = ? and seen_at is null
            """)
        .params(at.atOffset(ZoneOffset.UTC), by.value(), instance)
        .update();
  }

  /** Notes what was found, by the name of the act. */
  void found(UUID instance, String finding) {
    jdbc.sql("update tracking.alarms set finding = ? where instance = ?")
        .params(finding, instance)
        .update();
  }

  /** What nobody has acknowledged and not everybody was told of; the gravest and oldest first. */
  List<Alarm> unacknowledged() {
    return jdbc.sql(
            """
            select * from tracking.alarms
            where state = 'RAISED' and not escalated and seen_at is null and withdrawn_at is null
            order by tracking.gravity(severity) desc, opened_at
            limit ?
            """)
        .param(MOST)
        .query((row, _) -> alarm(row))
        .list();
  }

  /** Everybody was told. */
  void escalated(UUID id) {
    jdbc.sql("update tracking.alarms set escalated = true where id = ?").param(id).update();
  }

  static Alarm alarm(ResultSet row) throws SQLException {
    return new Alarm(
        row.getObject("id", UUID.class),
        new PersonId(row.getObject("person", UUID.class)),
        new CaseId(row.getObject("case_id", UUID.class)),
        new AgencyId(row.getObject("agency", UUID.class)),
        row.getObject("instance", UUID.class),
        AlarmKind.valueOf(row.getString("kind")),
        Severity.valueOf(row.getString("severity")),
        row.getString("state"),
        row.getBoolean("closed"),
        instant(row, "opened_at"),
        instant(row, "changed_at"),
        row.getObject("probability", Double.class),
        moment(row, "withdrawn_at"),
        moment(row, "raised_at"),
        Optional.ofNullable(row.getString("absence")).map(Absences.Kind::valueOf).orElse(null),
        row.getObject("suspended_by", UUID.class),
        moment(row, "seen_at"),
        Optional.ofNullable(row.getObject("seen_by", UUID.class)).map(AccountId::new).orElse(null));
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
