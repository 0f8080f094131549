package org.smartcorrection.platform.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.UnitId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Administrative divisions, and whose area each is on a day: one unit's at a time. */
@Repository
public class UnitAreas {
  private static final int COMMUNITY = 12;
  private static final int TOWNSHIP = 9;

  private final JdbcClient jdbc;
  private final Clock clock;

  UnitAreas(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Every division that is known, in the order of the codes. */
  public List<Division> divisions() {
    return jdbc.sql("select code, name_zh, name_en from organisation.divisions order by code")
        .query((row, _) -> division(row))
        .list();
  }

  /** Whether a division of this code is known already. */
  public boolean known(String code) {
    return jdbc.sql("select exists (select from organisation.divisions where code = ?)")
        .param(code)
        .query(Boolean.class)
        .single();
  }

  /** Adds a division; a code is given once and keeps its meaning. */
  @Transactional
  public void add(Division division, AccountId by) {
    jdbc.sql(
            """
            insert into organisation.divisions (code, name_zh, name_en, noted_at, noted_by)
            values (?, ?, ?, ?, ?)
            """)
        .params(
            division.code(),
            division.nameZh(),
            division.nameEn(),
            clock.instant().atOffset(ZoneOffset.UTC),
            by.value())
        .update();
  }

  /** Whose each division is on this day, by its code; those that are nobody's are not in it. */
  public Map<String, UnitId> on(LocalDate day) {
    var units = new HashMap<String, UnitId>();
    jdbc.sql(
            """
            select distinct on (division) division, unit from organisation.unit_areas
            where from_day <= ? order by division, from_day desc, id desc
            """)
        .param(day)
        .query(
            row -> {
              @Nullable UUID unit = row.getObject("unit", UUID.class);
              if (unit != null) units.put(row.getString("division"), new UnitId(unit));
            });
    return units;
  }

  /**
   * The township, street or community that an address names: of several the smallest, and of two
   * equals none, because nobody could say which is meant.
   */
  public Optional<Division> named(String address) {
    List<Division> named =
        divisions().stream()
            .filter(division -> division.local() && address.contains(division.nameZh()))
            .sorted(Comparator.comparingInt((Division one) -> one.code().length()).reversed())
            .toList();
    if (named.isEmpty()) return Optional.empty();
    Division smallest = named.getFirst();
    boolean within =
        named.stream().allMatch(division -> smallest.code().startsWith(division.code()));
    return within ? Optional.of(smallest) : Optional.empty();
  }

  /**
   * The unit that is responsible for an address.
   *
   * @param code of the community or the township; a community that is nobody's by itself belongs
   *     where its township does
   */
  public Optional<UnitId> responsible(String code, LocalDate day) {
    Map<String, UnitId> units = on(day);
    for (int length : new int[] {COMMUNITY, TOWNSHIP}) {
      if (code.length() < length) continue;
      UnitId unit = units.get(code.substring(0, length));
      if (unit != null) return Optional.of(unit);
    }
    return Optional.empty();
  }

  void assign(String division, @Nullable UnitId unit, LocalDate from, AccountId by) {
    jdbc.sql(
            """
            insert into organisation.unit_areas (id, division, unit, from_day, noted_at, noted_by)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                Uuids.next(clock),
                division,
                unit == null ? null : unit.value(),
                from,
                clock.instant().atOffset(ZoneOffset.UTC),
                by.value()))
        .update();
  }

  private static Division division(ResultSet row) throws SQLException {
    return new Division(row.getString("code"), row.getString("name_zh"), row.getString("name_en"));
  }
}
