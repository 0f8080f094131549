package org.smartcorrection.platform.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.UnitId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The units of the correction agencies, as they stand on a day. Nothing is ever changed in place: a
 * change is a row more, from its day on, and what acts referred to stays.
 */
@Repository
public class Units {
  private static final String VERSION =
      """
      select u.id, u.agency, u.kind, u.office, v.from_day, v.name_zh, v.name_en, v.parent, v.ended,
        v.noted_at, v.noted_by
      from organisation.units u join organisation.unit_versions v on v.unit = u.id
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Units(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A version of a unit, and when and by whom it was noted. */
  public record Noted(Unit unit, Instant at, AccountId by) {}

  /** The units of an agency that are there on this day, the oldest first. */
  public List<Unit> of(AgencyId agency, LocalDate day) {
    return jdbc
        .sql(
            VERSION.replace("select", "select distinct on (u.id)")
                + " where u.agency = :agency and v.from_day <= :day"
                + " order by u.id, v.from_day desc, v.id desc")
        .param("agency", agency.value())
        .param("day", day)
        .query((row, _) -> unit(row))
        .list()
        .stream()
        .filter(unit -> !unit.ended())
        .toList();
  }

  /** A unit as it is on this day; empty before its first and from its last day on. */
  public Optional<Unit> on(UnitId id, LocalDate day) {
    return history(id).stream()
        .map(Noted::unit)
        .filter(unit -> !unit.from().isAfter(day))
        .findFirst()
        .filter(unit -> !unit.ended());
  }

  /**
   * Every version of a unit, planned ones too, the latest first.
   *
   * @throws NotFound when there is no such unit
   */
  public List<Noted> history(UnitId id) {
    List<Noted> versions =
        jdbc.sql(VERSION + " where u.id = ? order by v.from_day desc, v.id desc")
            .param(id.value())
            .query(
                (row, _) ->
                    new Noted(
                        unit(row),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant(),
                        new AccountId(row.getObject("noted_by", UUID.class))))
            .list();
    if (versions.isEmpty()) throw new NotFound();
    return versions;
  }

  /** In which unit each post of an agency and of its offices works on this day. */
  public Map<PostId, UnitId> posts(AgencyId agency, LocalDate day) {
    var units = new HashMap<PostId, UnitId>();
    jdbc.sql(
            """
            select distinct on (a.post) a.post, a.unit from organisation.unit_posts a
            join organisation.posts p on p.id = a.post
            where p.agency = :agency and a.from_day <= :day
            order by a.post, a.from_day desc, a.id desc
            """)
        .param("agency", agency.value())
        .param("day", day)
        .query(
            row -> {
              @Nullable UUID unit = row.getObject("unit", UUID.class);
              if (unit != null)
                units.put(new PostId(row.getObject("post", UUID.class)), new UnitId(unit));
            });
    return units;
  }

  /** The later days on which something of any unit is planned to change. */
  List<LocalDate> changesAfter(LocalDate day) {
    return jdbc.sql(
            """
            select from_day from organisation.unit_versions where from_day > :day
            union select from_day from organisation.unit_areas where from_day > :day
            union select from_day from organisation.unit_posts where from_day > :day
            order by from_day
            """)
        .param("day", day)
        .query((row, _) -> row.getObject("from_day", LocalDate.class))
        .list();
  }

  /** The unit in which a judicial office has its place, whether or not it still has. */
  Optional<UnitId> placeOf(AgencyId office) {
    return jdbc.sql("select id from organisation.units where office = ?")
        .param(office.value())
        .query(UUID.class)
        .optional()
        .map(UnitId::new);
  }

  /** Holds the agency for the rest of the transaction: its units change one at a time. */
  void lock(AgencyId agency) {
    boolean there =
        jdbc.sql("select id from organisation.agencies where id = ? for update")
            .param(agency.value())
            .query(UUID.class)
            .optional()
            .isPresent();
    if (!there) throw new NotFound();
  }

  void add(UnitId id, AgencyId agency, UnitKind kind, @Nullable AgencyId office) {
    jdbc.sql("insert into organisation.units (id, agency, kind, office) values (?, ?, ?, ?)")
        .params(
            Params.of(
                id.value(), agency.value(), kind.name(), office == null ? null : office.value()))
        .update();
  }

  void note(Unit unit, AccountId by) {
    jdbc.sql(
            """
            insert into organisation.unit_versions (id, unit, from_day, name_zh, name_en, parent,
              ended, noted_at, noted_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                Uuids.next(clock),
                unit.id().value(),
                unit.from(),
                unit.nameZh(),
                unit.nameEn(),
                unit.parent() == null ? null : unit.parent().value(),
                unit.ended(),
                clock.instant().atOffset(ZoneOffset.UTC),
                by.value()))
        .update();
  }

  void place(PostId post, @Nullable UnitId unit, LocalDate from, AccountId by) {
    jdbc.sql(
            """
            insert into organisation.unit_posts (id, post, unit, from_day, noted_at, noted_by)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                Uuids.next(clock),
                post.value(),
                unit == null ? null : unit.value(),
                from,
                clock.instant().atOffset(ZoneOffset.UTC),
                by.value()))
        .update();
  }

  private static Unit unit(ResultSet row) throws SQLException {
    @Nullable UUID office = row.getObject("office", UUID.class);
    @Nullable UUID parent = row.getObject("parent", UUID.class);
    return new Unit(
        new UnitId(row.getObject("id", UUID.class)),
        new AgencyId(row.getObject("agency", UUID.class)),
        UnitKind.valueOf(row.getString("kind")),
        office == null ? null : new AgencyId(office),
        row.getString("name_zh"),
        row.getString("name_en"),
        parent == null ? null : new UnitId(parent),
        row.getObject("from_day", LocalDate.class),
        row.getBoolean("ended"));
  }
}
