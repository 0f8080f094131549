package org.smartcorrection.platform.oversight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * OpenMatters, and complaints in the custody of a procuratorate, in one row each: derived from
 * acts, for lists. A complaint that an agency keeps is not among them.
 */
@Repository
class Matters {
  static final String OPINION = "opinion";
  static final String COMPLAINT = "complaint";

  private final JdbcClient jdbc;
  private final Agencies agencies;

  Matters(JdbcClient jdbc, Agencies agencies) {
    this.jdbc = jdbc;
    this.agencies = agencies;
  }

  /**
   * One matter.
   *
   * @param number counted by the agency that has the case
   */
  record Matter(
      UUID instance,
      String procedure,
      CaseId caseId,
      AgencyId custody,
      int number,
      String state,
      Instant changedAt) {}

  @EventListener
  void on(ActRecorded recorded) {
    String procedure = recorded.act().procedure();
    boolean entrusted = agencies.get(recorded.in().agency()).kind() == AgencyKind.PROCURATORATE;
    if (!procedure.equals(OPINION) && !(procedure.equals(COMPLAINT) && entrusted)) return;
    UUID instance = recorded.instance().id();
    OffsetDateTime at = recorded.act().recordedAt().atOffset(ZoneOffset.UTC);
    int changed =
        jdbc.sql("update oversight.matters set state = ?, changed_at = ? where instance = ?")
            .params(recorded.instance().state(), at, instance)
            .update();
    if (changed == 1) return;
    UUID custody = recorded.in().agency().value();
    jdbc.sql(
            """
            insert into oversight.matters (instance, procedure, case_id, custody, number, state,
              changed_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            instance,
            procedure,
            recorded.in().id().value(),
            custody,
            next(procedure, custody),
            recorded.instance().state(),
            at)
        .update();
  }

  private int next(String procedure, UUID custody) {
    return jdbc.sql(
            """
            insert into oversight.matter_numbers (procedure, custody, last) values (?, ?, 1)
            on conflict (procedure, custody) do update
              set last = oversight.matter_numbers.last + 1
            returning last
            """)
        .params(procedure, custody)
        .query(Integer.class)
        .single();
  }

  Optional<Matter> find(UUID instance) {
    return jdbc.sql("select * from oversight.matters where instance = ?")
        .param(instance)
        .query((row, _) -> matter(row))
        .optional();
  }

  /** The matters of one procedure in one agency's custody, the latest first. */
  Slice<Matter> page(String procedure, AgencyId custody, @Nullable String before, int size) {
    List<Matter> rows =
        jdbc.sql(
                """
                select * from oversight.matters where procedure = :procedure and custody = :custody
                  and (:before::uuid is null or instance < :before::uuid)
                order by instance desc limit :limit
                """)
            .param("procedure", procedure)
            .param("custody", custody.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> matter(row))
            .list();
    return Slice.of(rows, size, row -> row.instance().toString());
  }

  /** The matters of one case, the latest first. */
  List<Matter> ofCase(String procedure, CaseId caseId) {
    return jdbc.sql(
            """
            select * from oversight.matters where procedure = ? and case_id = ?
            order by instance desc limit 100
            """)
        .params(procedure, caseId.value())
        .query((row, _) -> matter(row))
        .list();
  }

  /** How many stand in one state. */
  int open(String procedure, AgencyId custody, String state) {
    return jdbc.sql(
            """
            select count(*) from oversight.matters
            where procedure = ? and custody = ? and state = ?
            """)
        .params(procedure, custody.value(), state)
        .query(Integer.class)
        .single();
  }

  private static Matter matter(ResultSet row) throws SQLException {
    return new Matter(
        row.getObject("instance", UUID.class),
        row.getString("procedure"),
        new CaseId(row.getObject("case_id", UUID.class)),
        new AgencyId(row.getObject("custody", UUID.class)),
        row.getInt("number"),
        row.getString("state"),
        row.getObject("changed_at", OffsetDateTime.class).toInstant());
  }
}
