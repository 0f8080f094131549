package org.smartcorrection.platform.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases, narrowed and in an order, read along an index however many there are. */
@Repository
public class CaseList {
  private static final char SEPARATOR = '~';

  private final JdbcClient jdbc;

  CaseList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** In which order. */
  public enum Order {
    /** The latest case first. */
    NEWEST("case_id", "desc", ""),
    /** Whose term ends first. */
    TERM_END("coalesce(term_until, 'infinity'::date)", "asc", "::date"),
    /** Of whom nobody has heard for longest. */
    LAST_CONTACT("coalesce(last_contact_at, '-infinity'::timestamptz)", "asc", "::timestamptz");

    private final String column;
    private final String direction;
    private final String type;

    Order(String column, String direction, String type) {
      this.column = column;
      this.direction = direction;
      this.type = type;
    }
  }

  /**
   * What is asked for; {@code null} for any.
   *
   * @param office of the agency
   * @param endsBy the term ends on this day or before
   * @param responsible whoever is responsible for them
   */
  public record Asked(
      AgencyId agency,
      @Nullable AgencyId office,
      Summary.@Nullable Status status,
      Summary.@Nullable Category category,
      Summary.@Nullable Level level,
      @Nullable LocalDate endsBy,
      @Nullable ResponsibleFor responsible,
      Order order) {}

  /** Whose cases. */
  public sealed interface ResponsibleFor {
    /** Those of one account, in whichever of its posts. */
    record By(AccountId account) implements ResponsibleFor {}

    /** Those that are received and for which nobody is named. */
    record Nobody() implements ResponsibleFor {}
  }

  /**
   * One page.
   *
   * @param after the key to go on from
   * @throws NotFound when the key is none
   */
  public Slice<Summary> page(Asked asked, @Nullable String after, int size) {
    Order order = asked.order();
    var where = new StringBuilder("agency = :agency");
    if (asked.office() != null) where.append(" and office = :office");
    if (asked.status() != null) where.append(" and status = :status");
    if (asked.category() != null) where.append(" and category = :category");
    if (asked.level() != null) where.append(" and level = :level");
    if (asked.endsBy() != null)
      where.append(" and coalesce(term_until, 'infinity'::date) <= :ends");
    switch (asked.responsible()) {
      case ResponsibleFor.By _ -> where.append(" and officer = :officer");
      case ResponsibleFor.Nobody _ -> where.append(" and " + Workloads.WITHOUT_ANYBODY);
      case null -> {}
    }
    @Nullable Key key = after == null ? null : Key.of(after);
    if (key != null)
      where.append(
          order == Order.NEWEST
              ? " and case_id < :key"
              : " and (" + order.column + ", case_id) > (:value" + order.type + ", :key)");
    String by =
        order == Order.NEWEST
            ? "case_id desc"
            : order.column + " " + order.direction + ", case_id " + order.direction;
    List<Row> rows =
        jdbc.sql(
                "select *, (%s)::text as key_value from casework.summaries where %s order by %s limit :limit"
                    .formatted(order.column, where, by))
            .param("agency", asked.agency().value())
            .param("office", asked.office() == null ? null : asked.office().value())
            .param("status", asked.status() == null ? null : asked.status().name())
            .param("category", asked.category() == null ? null : asked.category().name())
            .param("level", asked.level() == null ? null : asked.level().name())
            .param("ends", asked.endsBy())
            .param(
                "officer",
                asked.responsible() instanceof ResponsibleFor.By(var account)
                    ? account.value()
                    : null)
            .param("value", key == null ? null : key.value())
            .param("key", key == null ? null : key.id())
            .param("limit", size + 1)
            .query(
                (row, _) ->
                    new Row(Summaries.summary(row), String.valueOf(row.getString("key_value"))))
            .list();
    return Slice.of(rows, size, Row::key).map(Row::summary);
  }

  private record Row(Summary summary, String value) {
    String key() {
      return value + SEPARATOR + summary.caseId();
    }
  }

  private record Key(String value, UUID id) {
    static Key of(String text) {
      int at = text.lastIndexOf(SEPARATOR);
      try {
        return new Key(text.substring(0, Math.max(at, 0)), UUID.fromString(text.substring(at + 1)));
      } catch (IllegalArgumentException _) {
        throw new NotFound();
      }
    }
  }
}
