package org.smartcorrection.platform.casework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.vault.Purpose;
import org.smartcorrection.platform.vault.Vault;
import org.smartcorrection.procedure.act.Instance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The runs of procedures: derived from acts, kept so that nobody has to fold to read. */
@Repository
public class Instances {
  private static final String SELECT =
      "select i.*, c.person, c.purpose from casework.instances i join casework.cases c on c.id ="
          + " i.case_id ";
  private final JdbcClient jdbc;
  private final Vault vault;

  Instances(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.vault = vault;
  }

  /** One run, when it exists. */
  public Optional<Running> find(UUID id) {
    return jdbc.sql(SELECT + "where i.id = ?").param(id).query((row, _) -> running(row)).optional();
  }

  /** These runs, the latest first. */
  List<Running> all(List<UUID> ids) {
    return jdbc.sql(SELECT + "where i.id = any(?) order by i.id desc")
        .param(ids.toArray(UUID[]::new))
        .query((row, _) -> running(row))
        .list();
  }

  /** All runs in a case, the oldest first. */
  public List<Running> ofCase(CaseId caseId) {
    return jdbc.sql(SELECT + "where i.case_id = ? order by i.opened_by")
        .param(caseId.value())
        .query((row, _) -> running(row))
        .list();
  }

  /**
   * All runs of one procedure in a case, however many, the latest first: for what judges by them.
   */
  public List<Running> everyOne(CaseId caseId, String procedure) {
    return jdbc.sql(SELECT + "where i.case_id = ? and i.procedure = ? order by i.opened_by desc")
        .params(caseId.value(), procedure)
        .query((row, _) -> running(row))
        .list();
  }

  /** The latest hundred runs of one procedure in a case, the latest first: for pages. */
  public List<Running> ofCase(CaseId caseId, String procedure) {
    return jdbc.sql(
            SELECT + "where i.case_id = ? and i.procedure = ? order by i.opened_by desc limit 100")
        .params(caseId.value(), procedure)
        .query((row, _) -> running(row))
        .list();
  }

  /**
   * A procedure of which something is open about a person.
   *
   * @param entrusted whether it is with the procuratorate alone: no agency may be told of it
   */
  public record OpenAbout(String procedure, boolean entrusted) {}

  /** The procedures of which anything is open about a person, in whomever's custody. */
  public Set<OpenAbout> openAbout(PersonId person) {
    return jdbc.sql(
            """
            select distinct i.procedure, c.purpose = 'COMPLAINT' as entrusted
            from casework.instances i join casework.cases c on c.id = i.case_id
            where c.person = ? and not i.closed
            """)
        .param(person.value())
        .query((row, _) -> new OpenAbout(row.getString(1), row.getBoolean(2)))
        .set();
  }

  /** The runs of one procedure that are in one of these states, in one agency's cases. */
  public List<Running> inStates(String procedure, List<String> states, UUID agency, int most) {
    return jdbc.sql(
            SELECT
                + """
                where i.procedure = ? and i.state = any(?) and not i.closed and c.agency = ?
                order by i.id desc limit ?
                """)
        .params(procedure, states.toArray(String[]::new), agency, most)
        .query((row, _) -> running(row))
        .list();
  }

  /** Which of these cases have a run of a procedure that stands in this state. */
  public Set<CaseId> standing(String procedure, String state, Collection<CaseId> cases) {
    return jdbc.sql(
            """
            select distinct case_id from casework.instances
            where procedure = ? and state = ? and case_id = any(?)
            """)
        .params(procedure, state, cases.stream().map(CaseId::value).toArray(UUID[]::new))
        .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
        .set();
  }

  /** A run that is open, without its facts. */
  public record Open(UUID id, CaseId caseId, String state, int version) {}

  /**
   * The open runs of one procedure in an agency's cases, or in one office's part of them, the
   * latest first.
   *
   * @param before the key to go on from
   */
  public Slice<Open> open(
      String procedure,
      AgencyId agency,
      @Nullable AgencyId office,
      @Nullable String before,
      int size) {
    List<Open> rows =
        jdbc.sql(
                """
                select i.id, i.case_id, i.state, i.version
                from casework.instances i join casework.summaries s on s.case_id = i.case_id
                where i.procedure = :procedure and not i.closed and s.agency = :agency
                  and (:office::uuid is null or s.office = :office::uuid)
                  and (:before::uuid is null or i.id < :before::uuid)
                order by i.id desc limit :limit
                """)
            .param("procedure", procedure)
            .param("agency", agency.value())
            .param("office", office == null ? null : office.value())
            .param("before", before)
            .param("limit", size + 1)
            .query(
                (row, _) ->
                    new Open(
                        row.getObject("id", UUID.class),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("state"),
                        row.getInt("version")))
            .list();
    return Slice.of(rows, size, row -> row.id().toString());
  }

  /** How many runs of each procedure are open, as {@link #open} lists them. */
  public Map<String, Integer> tally(AgencyId agency, @Nullable AgencyId office) {
    var tally = new HashMap<String, Integer>();
    jdbc.sql(
            """
            select i.procedure, count(*) as n
            from casework.instances i join casework.summaries s on s.case_id = i.case_id
            where not i.closed and s.agency = :agency
              and (:office::uuid is null or s.office = :office::uuid)
            group by i.procedure
            """)
        .param("agency", agency.value())
        .param("office", office == null ? null : office.value())
        .query(
            row -> {
              tally.put(row.getString("procedure"), row.getInt("n"));
            });
    return tally;
  }

  void save(Running running, Case in) {
    jdbc.sql(
            """
            insert into casework.instances (id, case_id, procedure, version, state, closed, opened_by,
              changed_by, sealed, host, open_deadlines)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (id) do update set state = excluded.state, closed = excluded.closed,
              changed_by = excluded.changed_by, sealed = excluded.sealed, host = excluded.host,
              open_deadlines = excluded.open_deadlines
            """)
        .params(
            Params.of(
                running.id(),
                running.caseId().value(),
                running.procedure(),
                running.instance().version(),
                running.state(),
                running.closed(),
                running.openedBy(),
                running.changedBy(),
                vault.seal(
                    in.person(),
                    in.purpose(),
                    place(running.id()),
                    FactsJson.instance(running.instance())),
                Hosts.of(running).map(AgencyId::value).orElse(null),
                running.instance().deadlines().size()))
        .update();
  }

  private Running running(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    var person = new PersonId(row.getObject("person", UUID.class));
    Instance instance =
        vault
            .open(
                person,
                Purpose.valueOf(row.getString("purpose")),
                place(id),
                row.getBytes("sealed"))
            .map(FactsJson::instance)
            .orElseGet(() -> shredded(row));
    return new Running(
        id,
        new CaseId(row.getObject("case_id", UUID.class)),
        instance,
        row.getBoolean("closed"),
        row.getInt("opened_by"),
        row.getInt("changed_by"));
  }

  private static Instance shredded(ResultSet row) {
    try {
      return new Instance(
          row.getString("procedure"),
          row.getInt("version"),
          row.getString("state"),
          Map.of(),
          List.of());
    } catch (SQLException e) {
      throw new IllegalStateException("a column of casework.instances is missing", e);
    }
  }

  private static String place(UUID id) {
    return "casework.instances/" + id;
  }
}
