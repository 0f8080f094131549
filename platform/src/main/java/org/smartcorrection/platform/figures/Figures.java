package org.smartcorrection.platform.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts people and acts, and says which cases stand behind a count. */
@Repository
class Figures {
  private static final char SEPARATOR = '~';
  private static final String PEOPLE =
      """
      from figures.spells s join figures.cases c using (case_id)
      where s.agency = any(:agencies) and (:offices::uuid[] is null or s.office = any(:offices))
        and
      """;
  private static final String ACTS =
      """
      from figures.events s join figures.cases c using (case_id)
      where s.agency = any(:agencies) and (:offices::uuid[] is null or s.office = any(:offices))
        and s.day between :first and :last
      """;

  private final JdbcClient jdbc;

  Figures(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** So many people who are alike in everything that the tables divide by. */
  record Alike(Map<Dimension, String> values, int people) {
    Alike {
      values = Map.copyOf(values);
    }

    boolean is(Map<Dimension, String> asked) {
      return asked.entrySet().stream()
          .allMatch(one -> one.getValue().equals(values.get(one.getKey())));
    }
  }

  /** The people of one column. */
  record People(List<Alike> groups) {
    People {
      groups = List.copyOf(groups);
    }

    int count(Map<Dimension, String> asked) {
      return groups.stream().filter(group -> group.is(asked)).mapToInt(Alike::people).sum();
    }
  }

  /** Everybody of every column, in one query each. */
  Map<Column, People> people(Scope scope, Period period) {
    var all = new EnumMap<Column, People>(Column.class);
    for (Column column : Column.values()) all.put(column, people(scope, period, column));
    return all;
  }

  /** Everybody of one column. */
  People people(Scope scope, Period period, Column column) {
    String groups =
        Stream.of(Dimension.values())
            .map(dimension -> dimension.sql(column) + " as " + dimension)
            .collect(Collectors.joining(", "));
    String sql =
        "select "
            + groups
            + ", count(*) as n "
            + PEOPLE
            + column.condition()
            + " group by 1, 2, 3, 4, 5, 6";
    return new People(asked(sql, scope, period).query((row, _) -> alike(row)).list());
  }

  private static Alike alike(ResultSet row) throws SQLException {
    var values = new EnumMap<Dimension, String>(Dimension.class);
    for (Dimension dimension : Dimension.values())
      values.put(dimension, row.getString(dimension.name()));
    return new Alike(values, row.getInt("n"));
  }

  /** How many acts of a kind, by category of the case, and of how many people. */
  record Done(Map<String, Integer> byCategory, int acts, int people) {
    static final Done NONE = new Done(Map.of(), 0, 0);
  }

  Map<EventKind, Done> acts(Scope scope, Period period) {
    var byCategory = new EnumMap<EventKind, Map<String, Integer>>(EventKind.class);
    var people = new EnumMap<EventKind, Integer>(EventKind.class);
    asked(
            "select s.kind, coalesce(c.category, 'UNKNOWN') as category, count(*) as n,"
                + " count(distinct s.case_id) as people "
                + ACTS
                + "group by 1, 2",
            scope,
            period)
        .query(
            row -> {
              EventKind kind = EventKind.valueOf(row.getString("kind"));
              byCategory
                  .computeIfAbsent(kind, _ -> new HashMap<>())
                  .put(row.getString("category"), row.getInt("n"));
              // a case has one category: cases add up over categories
              people.merge(kind, row.getInt("people"), Integer::sum);
            });
    var done = new EnumMap<EventKind, Done>(EventKind.class);
    byCategory.forEach(
        (kind, counts) ->
            done.put(
                kind,
                new Done(
                    counts,
                    counts.values().stream().mapToInt(Integer::intValue).sum(),
                    people.getOrDefault(kind, 0))));
    return done;
  }

  /** How many came, or went, in each month of a period, by the month's first day. */
  Map<LocalDate, Integer> byMonth(Scope scope, Period period, Column column) {
    var months = new TreeMap<LocalDate, Integer>();
    asked(
            "select date_trunc('month', %s)::date as month, count(*) as n ".formatted(column.day())
                + PEOPLE
                + column.condition()
                + " group by 1",
            scope,
            period)
        .query(
            row -> {
              months.put(row.getObject("month", LocalDate.class), row.getInt("n"));
            });
    return months;
  }

  /**
   * A case behind a count.
   *
   * @param act by which it belongs there; {@code null} for those who were there on a day
   */
  record Behind(CaseId caseId, @Nullable Integer act, @Nullable LocalDate day, String key) {}

  /** The people behind one count. */
  Slice<Behind> people(
      Scope scope,
      Period period,
      Column column,
      Map<Dimension, String> of,
      @Nullable String after,
      int size) {
    var where = new StringBuilder(PEOPLE).append('(').append(column.condition()).append(')');
    for (Dimension dimension : of.keySet())
      where.append(" and %s = :%s".formatted(dimension.sql(column), dimension.name()));
    boolean flow = column == Column.CAME || column == Column.WENT;
    String act = column == Column.WENT ? "s.ended_by" : "s.number";
    String columns =
        flow ? act + " as act, " + column.day() + " as day" : "null::int as act, null::date as day";
    JdbcClient.StatementSpec asked =
        asked(paged("select s.case_id, s.number, " + columns + " " + where), scope, period);
    for (Map.Entry<Dimension, String> one : of.entrySet())
      asked = asked.param(one.getKey().name(), one.getValue());
    return page(asked, after, size);
  }

  /** The acts behind one count. */
  Slice<Behind> acts(
      Scope scope,
      Period period,
      EventKind kind,
      @Nullable String category,
      @Nullable String after,
      int size) {
    String sql =
        "select s.case_id, s.number, s.number as act, s.day "
            + ACTS
            + "and s.kind = :kind"
            + " and (:category::text is null or coalesce(c.category, 'UNKNOWN') = :category)";
    return page(
        asked(paged(sql), scope, period).param("kind", kind.name()).param("category", category),
        after,
        size);
  }

  private static String paged(String select) {
    return select
        + " and (:key_case::uuid is null or (s.case_id, s.number) > (:key_case::uuid, :key_number))"
        + " order by s.case_id, s.number limit :limit";
  }

  private static Slice<Behind> page(
      JdbcClient.StatementSpec asked, @Nullable String after, int size) {
    @Nullable Key key = after == null ? null : Key.of(after);
    List<Behind> rows =
        asked
            .param("key_case", key == null ? null : key.caseId())
            .param("key_number", key == null ? 0 : key.number())
            .param("limit", size + 1)
            .query(
                (row, _) -> {
                  var id = new CaseId(row.getObject("case_id", UUID.class));
                  return new Behind(
                      id,
                      row.getObject("act", Integer.class),
                      row.getObject("day", LocalDate.class),
                      id + String.valueOf(SEPARATOR) + row.getInt("number"));
                })
            .list();
    return Slice.of(rows, size, Behind::key);
  }

  private record Key(UUID caseId, int number) {
    static Key of(String text) {
      int at = text.lastIndexOf(SEPARATOR);
      try {
        return new Key(
            UUID.fromString(text.substring(0, Math.max(at, 0))),
            Integer.parseInt(text.substring(at + 1)));
      } catch (IllegalArgumentException _) {
        throw new NotFound();
      }
    }
  }

  private JdbcClient.StatementSpec asked(String sql, Scope scope, Period period) {
    return jdbc.sql(sql)
        .param("agencies", scope.agencyIds())
        .param("offices", scope.officeIds())
        .param("before", period.before())
        .param("first", period.first())
        .param("last", period.last());
  }
}
