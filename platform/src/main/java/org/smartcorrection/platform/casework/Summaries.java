package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows that lists show: derived from acts. The sealed records of minors are in none of them
 * (CPL 286); only {@link #withSealed} finds those, for the doors that the law leaves open.
 */
@Repository
public class Summaries {
  private final JdbcClient jdbc;

  Summaries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  public Optional<Summary> find(CaseId caseId) {
    return jdbc.sql("select * from casework.summaries where case_id = ?")
        .param(caseId.value())
        .query((row, _) -> summary(row))
        .optional();
  }

  /** The same, a sealed record too: whoever calls asks {@link Restrictions} who may see it. */
  public Optional<Summary> withSealed(CaseId caseId) {
    return jdbc.sql("select * from casework.all_summaries where case_id = ?")
        .param(caseId.value())
        .query((row, _) -> summary(row))
        .optional();
  }

  /** Several rows in one query. */
  public Map<CaseId, Summary> all(Collection<CaseId> ids) {
    var found = new HashMap<CaseId, Summary>();
    jdbc.sql("select * from casework.summaries where case_id = any(?)")
        .param(ids.stream().map(CaseId::value).distinct().toArray(UUID[]::new))
        .query((row, _) -> summary(row))
        .list()
        .forEach(row -> found.put(row.caseId(), row));
    return found;
  }

  /**
   * The cases of an agency, or of one office of it, the latest first.
   *
   * @param before the key to go on from
   */
  public Slice<Summary> page(
      AgencyId agency, @Nullable AgencyId office, @Nullable String before, int size) {
    List<Summary> rows =
        jdbc.sql(
                """
                select * from casework.summaries
                where agency = :agency and (:office::uuid is null or office = :office::uuid)
                  and (:before::uuid is null or case_id < :before::uuid)
                order by case_id desc limit :limit
                """)
            .param("agency", agency.value())
            .param("office", office == null ? null : office.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> summary(row))
            .list();
    return Slice.of(rows, size, row -> row.caseId().toString());
  }

  /** Which cases an agency has, or one office of it. */
  public List<CaseId> ids(AgencyId agency, @Nullable AgencyId office) {
    return jdbc.sql(
            """
            select case_id from casework.summaries
            where agency = :agency and (:office::uuid is null or office = :office::uuid)
            """)
        .param("agency", agency.value())
        .param("office", office == null ? null : office.value())
        .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
        .list();
  }

  /** The cases of an agency that stand so, the earliest first. */
  public Slice<Summary> standing(
      AgencyId agency, Summary.Status status, @Nullable String after, int size) {
    List<Summary> rows =
        jdbc.sql(
                """
                select * from casework.summaries
                where agency = :agency and status = :status
                  and (:after::uuid is null or case_id > :after::uuid)
                order by case_id limit :limit
                """)
            .param("agency", agency.value())
            .param("status", status.name())
            .param("after", after)
            .param("limit", size + 1)
            .query((row, _) -> summary(row))
            .list();
    return Slice.of(rows, size, row -> row.caseId().toString());
  }

  /** Everybody who has a case in an agency, or in one office of it. */
  public List<PersonId> people(AgencyId agency, @Nullable AgencyId office) {
    return jdbc.sql(
            """
            select distinct person from casework.summaries
            where agency = :agency and (:office::uuid is null or office = :office::uuid)
            """)
        .param("agency", agency.value())
        .param("office", office == null ? null : office.value())
        .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
        .list();
  }

  /** The cases of these people, wherever they are; the latest first. */
  public List<Summary> ofPeople(Collection<PersonId> people) {
    return jdbc.sql(
            """
            select s.* from casework.cases c join casework.summaries s on s.case_id = c.id
            where c.person = any(?) order by c.id desc
            """)
        .param(people.stream().map(PersonId::value).distinct().toArray(UUID[]::new))
        .query((row, _) -> summary(row))
        .list();
  }

  /** The open cases of an agency for which somebody is responsible, the latest first. */
  public List<Summary> openOf(AgencyId agency, AccountId officer, int most) {
    return jdbc.sql(
            """
            select * from casework.summaries
            where agency = ? and officer = ? and status <> 'ENDED' order by case_id desc limit ?
            """)
        .params(agency.value(), officer.value(), most)
        .query((row, _) -> summary(row))
        .list();
  }

  /** How many cases stand where, in one agency. */
  public Map<Summary.Status, Integer> tally(AgencyId agency, @Nullable AgencyId office) {
    var tally = new EnumMap<Summary.Status, Integer>(Summary.Status.class);
    jdbc.sql(
            """
            select status, count(*) n from casework.summaries
            where agency = :agency and (:office::uuid is null or office = :office::uuid)
            group by status
            """)
        .param("agency", agency.value())
        .param("office", office == null ? null : office.value())
        .query(
            row -> {
              tally.put(Summary.Status.valueOf(row.getString("status")), row.getInt("n"));
            });
    return tally;
  }

  void save(Summary summary) {
    jdbc.sql(
            """
            insert into casework.all_summaries (case_id, number, agency, office, person, status, category,
              level, term_from, term_until, last_act, last_act_type, last_act_at, last_contact_at,
              officer, officer_post, restricted, minor, sealed)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id) do update set agency = excluded.agency,
              office = excluded.office, status = excluded.status, category = excluded.category,
              level = excluded.level, term_from = excluded.term_from,
              term_until = excluded.term_until, last_act = excluded.last_act,
              last_act_type = excluded.last_act_type, last_act_at = excluded.last_act_at,
              last_contact_at = excluded.last_contact_at,
              officer = excluded.officer, officer_post = excluded.officer_post,
              restricted = excluded.restricted, minor = excluded.minor,
              sealed = excluded.sealed
            """)
        .params(
            Params.of(
                summary.caseId().value(),
                summary.number(),
                summary.agency().value(),
                summary.office() == null ? null : summary.office().value(),
                summary.person().value(),
                summary.status().name(),
                summary.category().name(),
                summary.level().name(),
                summary.termFrom(),
                summary.termUntil(),
                summary.lastAct(),
                summary.lastActType(),
                summary.lastActAt().atOffset(ZoneOffset.UTC),
                summary.lastContactAt() == null
                    ? null
                    : summary.lastContactAt().atOffset(ZoneOffset.UTC),
                summary.officer() == null ? null : summary.officer().account().value(),
                summary.officer() == null ? null : summary.officer().post().value(),
                summary.restricted(),
                summary.minor(),
                summary.sealed()))
        .update();
  }

  static Summary summary(ResultSet row) throws SQLException {
    @Nullable UUID office = row.getObject("office", UUID.class);
    return new Summary(
        new CaseId(row.getObject("case_id", UUID.class)),
        row.getString("number"),
        new AgencyId(row.getObject("agency", UUID.class)),
        office == null ? null : new AgencyId(office),
        new PersonId(row.getObject("person", UUID.class)),
        Summary.Status.valueOf(row.getString("status")),
        Summary.Category.valueOf(row.getString("category")),
        Summary.Level.valueOf(row.getString("level")),
        row.getObject("term_from", LocalDate.class),
        row.getObject("term_until", LocalDate.class),
        row.getInt("last_act"),
        row.getString("last_act_type"),
        instant(row, "last_act_at").orElseThrow(),
        instant(row, "last_contact_at").orElse(null),
        officer(row),
        row.getBoolean("restricted"),
        row.getBoolean("minor"),
        row.getBoolean("sealed"));
  }

  private static @Nullable Officer officer(ResultSet row) throws SQLException {
    @Nullable UUID account = row.getObject("officer", UUID.class);
    @Nullable UUID post = row.getObject("officer_post", UUID.class);
    return account == null || post == null
        ? null
        : new Officer(new AccountId(account), new PostId(post));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
