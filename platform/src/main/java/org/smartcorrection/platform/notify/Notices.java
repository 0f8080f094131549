package org.smartcorrection.platform.notify;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What posts are told on their own pages; the pages hear of it as the live topic {@code notices}.
 */
@Repository
public class Notices {
  private final JdbcClient jdbc;
  private final Jurisdiction jurisdiction;

  Notices(JdbcClient jdbc, Jurisdiction jurisdiction) {
    this.jdbc = jdbc;
    this.jurisdiction = jurisdiction;
  }

  /**
   * One notice.
   *
   * @param caseId {@code null} where an agency acted without a case
   * @param act that it tells of; {@code null} where it tells of something overdue
   * @param type of that act; of what is overdue its name as in {@code deadline.…}
   */
  public record Notice(
      UUID id,
      AgencyId agency,
      @Nullable AgencyId office,
      Role role,
      @Nullable CaseId caseId,
      @Nullable ActId act,
      String type,
      Instant at) {}

  /**
   * What this post was told, the latest first.
   *
   * @param before the key to go on from
   */
  public Slice<Notice> to(Actor actor, @Nullable String before, int size) {
    @Nullable AgencyId office = Jurisdiction.office(actor);
    List<Notice> rows =
        jdbc.sql(
                """
                select * from notify.notices
                where agency = :agency and role = :role
                  and (:office::uuid is null or office = :office::uuid)
                  and (:before::uuid is null or id < :before::uuid)
                order by id desc limit :limit
                """)
            .param("agency", jurisdiction.custody(actor).value())
            .param("role", actor.role().name())
            .param("office", office == null ? null : office.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> notice(row))
            .list();
    return Slice.of(rows, size, row -> row.id().toString());
  }

  void add(Notice notice) {
    jdbc.sql(
            """
            insert into notify.notices (id, agency, office, role, case_id, act, act_type, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                notice.id(),
                notice.agency().value(),
                notice.office() == null ? null : notice.office().value(),
                notice.role().name(),
                notice.caseId() == null ? null : notice.caseId().value(),
                notice.act() == null ? null : notice.act().value(),
                notice.type(),
                notice.at().atOffset(ZoneOffset.UTC)))
        .update();
  }

  private static Notice notice(ResultSet row) throws SQLException {
    @Nullable UUID office = row.getObject("office", UUID.class);
    @Nullable UUID caseId = row.getObject("case_id", UUID.class);
    @Nullable UUID act = row.getObject("act", UUID.class);
    return new Notice(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("agency", UUID.class)),
        office == null ? null : new AgencyId(office),
        Role.valueOf(row.getString("role")),
        caseId == null ? null : new CaseId(caseId),
        act == null ? null : new ActId(act),
        row.getString("act_type"),
        row.getObject("at", OffsetDateTime.class).toInstant());
  }
}
