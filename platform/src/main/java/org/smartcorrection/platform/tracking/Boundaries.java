package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.Area;
import org.smartcorrection.location.Datum;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The borders of administrative areas that the site imported, once for all who work there. */
@Repository
class Boundaries {
  private static final String VALID =
      """
      select distinct on (code) * from tracking.boundaries
      where valid_from <= :day and %s
      order by code, valid_from desc, version desc limit :most
      """;

  private final JdbcClient jdbc;
  private final Clock clock;

  Boundaries(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A border that is to be kept, with its ground as an act would record it. */
  record Read(Boundary of, String ground) {}

  /** Keeps these, each as the next version of its code. */
  @Transactional
  void add(List<Read> read, AccountId by) {
    for (Read one : read) {
      Boundary of = one.of();
      jdbc.sql(
              """
              insert into tracking.boundaries (code, version, name, valid_from, ground, corners,
                tolerance_metres, datum, origin, licence, imported_at, account)
              select :code, coalesce(max(version), 0) + 1, :name, :from, :ground, :corners,
                :tolerance, :datum, :origin, :licence, :at, :by
              from tracking.boundaries where code = :code
              """)
          .param("code", of.code())
          .param("name", of.name())
          .param("from", of.validFrom())
          .param("ground", one.ground())
          .param("corners", of.corners())
          .param("tolerance", of.toleranceMetres())
          .param("datum", of.datum().name())
          .param("origin", of.origin())
          .param("licence", of.licence())
          .param("at", clock.instant().atOffset(ZoneOffset.UTC))
          .param("by", by.value())
          .update();
    }
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select 1 from tracking.boundaries)")
        .query(Boolean.class)
        .single();
  }

  /** Those of today whose code begins with these digits, or in whose name these words are. */
  List<Boundary> find(String sought, int most) {
    String words = sought.strip();
    if (words.isEmpty()) return List.of();
    boolean digits = words.chars().allMatch(c -> c >= '0' && c <= '9');
    String pattern = words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    return jdbc.sql(VALID.formatted(digits ? "code like :pattern" : "name like :pattern"))
        .param("day", today())
        .param("pattern", digits ? pattern : "%" + pattern)
        .param("most", most)
        .query((row, _) -> boundary(row))
        .list();
  }

  /** The version of today. */
  Optional<Boundary> today(String code) {
    return today(List.of(code)).values().stream().findFirst();
  }

  /** The versions of today. */
  Map<String, Boundary> today(List<String> codes) {
    if (codes.isEmpty()) return Map.of();
    return jdbc
        .sql(VALID.formatted("code in (:codes)"))
        .param("day", today())
        .param("codes", codes)
        .param("most", codes.size())
        .query((row, _) -> boundary(row))
        .list()
        .stream()
        .collect(Collectors.toMap(Boundary::code, one -> one));
  }

  /**
   * The counties and districts of today.
   *
   * @return none if there are more than that
   */
  List<Boundary> counties(int most) {
    List<Boundary> found =
        jdbc.sql(VALID.formatted("code ~ '^[0-9]{6}$' and code not like '%00'"))
            .param("day", today())
            .param("most", most + 1)
            .query((row, _) -> boundary(row))
            .list();
    return found.size() > most ? List.of() : found;
  }

  /** Those that have one of these names today; none for a name that several have. */
  List<Boundary> named(List<String> names) {
    if (names.isEmpty()) return List.of();
    List<String> codes =
        jdbc.sql("select distinct code from tracking.boundaries where name in (:names)")
            .param("names", names)
            .query((row, _) -> row.getString("code"))
            .list();
    Map<String, List<Boundary>> byName =
        today(codes).values().stream().collect(Collectors.groupingBy(Boundary::name));
    return byName.entrySet().stream()
        .filter(one -> names.contains(one.getKey()) && one.getValue().size() == 1)
        .map(one -> one.getValue().getFirst())
        .toList();
  }

  /** The ground of a version. */
  Optional<Area> ground(Boundary of) {
    return jdbc.sql("select ground from tracking.boundaries where code = ? and version = ?")
        .params(of.code(), of.version())
        .query(String.class)
        .optional()
        .flatMap(GroundForm::read);
  }

  /** All versions by code, from after a key on. */
  Slice<Boundary> all(@Nullable String after, int most) {
    String[] key = after == null ? new String[] {"", "0"} : after.split("-", 2);
    int version = key.length == 2 && key[1].matches("\\d{1,9}") ? Integer.parseInt(key[1]) : 0;
    return Slice.of(
        jdbc.sql(
                """
                select * from tracking.boundaries where (code, version) > (?, ?)
                order by code, version limit ?
                """)
            .params(key[0], version, most + 1)
            .query((row, _) -> boundary(row))
            .list(),
        most,
        one -> one.code() + "-" + one.version());
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private static Boundary boundary(ResultSet row) throws SQLException {
    return new Boundary(
        row.getString("code"),
        row.getInt("version"),
        row.getString("name"),
        row.getObject("valid_from", LocalDate.class),
        row.getInt("corners"),
        row.getInt("tolerance_metres"),
        Datum.valueOf(row.getString("datum")),
        row.getString("origin"),
        row.getString("licence"));
  }
}
