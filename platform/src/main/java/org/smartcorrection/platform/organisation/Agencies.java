package org.smartcorrection.platform.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Params;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agencies this installation knows. They change rarely and are asked for constantly. */
@Repository
public class Agencies {
  private static final String SELECT =
      "select id, code, kind, name_zh, name_en, parent, mark from organisation.agencies ";

  private final JdbcClient jdbc;
  private final Map<AgencyId, Agency> known = new ConcurrentHashMap<>();

  Agencies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The agency with this identifier.
   *
   * @throws NotFound when there is none
   */
  public Agency get(AgencyId id) {
    Agency agency = known.get(id);
    return agency != null ? agency : read(id);
  }

  /** All agencies of one kind, in the order of their codes. */
  public List<Agency> ofKind(AgencyKind kind) {
    return jdbc.sql(SELECT + "where kind = ? order by code")
        .param(kind.name())
        .query((row, _) -> agency(row))
        .list();
  }

  /** The agencies directly below this one, such as the judicial offices of a county agency. */
  public List<Agency> below(AgencyId parent) {
    return jdbc.sql(SELECT + "where parent = ? order by code")
        .param(parent.value())
        .query((row, _) -> agency(row))
        .list();
  }

  /** Every agency, in the order of their codes. */
  public List<Agency> all() {
    return jdbc.sql(SELECT + "order by code").query((row, _) -> agency(row)).list();
  }

  public Optional<Agency> withCode(String code) {
    return jdbc.sql(SELECT + "where code = ?")
        .param(code)
        .query((row, _) -> agency(row))
        .optional();
  }

  /** Whether an agency numbers its documents with this mark. */
  public boolean marked(String mark) {
    return jdbc.sql("select exists (select from organisation.agencies where mark = ?)")
        .param(mark)
        .query(Boolean.class)
        .single();
  }

  /** Adds an agency. */
  public void add(Agency agency) {
    jdbc.sql(
            """
            insert into organisation.agencies (id, code, kind, name_zh, name_en, parent, mark)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                agency.id().value(),
                agency.code(),
                agency.kind().name(),
                agency.nameZh(),
                agency.nameEn(),
                agency.parent() == null ? null : agency.parent().value(),
                agency.mark()))
        .update();
  }

  private Agency read(AgencyId id) {
    Agency agency =
        jdbc.sql(SELECT + "where id = ?")
            .param(id.value())
            .query((row, _) -> agency(row))
            .optional()
            .orElseThrow(NotFound::new);
    known.put(id, agency);
    return agency;
  }

  private static Agency agency(java.sql.ResultSet row) throws java.sql.SQLException {
    @Nullable UUID parent = row.getObject("parent", UUID.class);
    return new Agency(
        new AgencyId(row.getObject("id", UUID.class)),
        row.getString("code"),
        AgencyKind.valueOf(row.getString("kind")),
        row.getString("name_zh"),
        row.getString("name_en"),
        parent == null ? null : new AgencyId(parent),
        row.getString("mark"));
  }
}
