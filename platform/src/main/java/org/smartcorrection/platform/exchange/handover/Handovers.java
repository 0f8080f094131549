package org.smartcorrection.platform.exchange.handover;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the file and remembers it: who made it, why, and how many it gives. When writing breaks
 * off, nothing was given, and the next file brings the same again.
 */
@Repository
class Handovers {
  private final Caseload caseload;
  private final Prints prints;
  private final Looks looks;
  private final JdbcClient jdbc;
  private final Clock clock;

  Handovers(Caseload caseload, Prints prints, Looks looks, JdbcClient jdbc, Clock clock) {
    this.caseload = caseload;
    this.prints = prints;
    this.looks = looks;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * What is asked for.
   *
   * @param changesOnly without the rows that are what they were
   */
  record Order(
      AgencyId custody,
      Format format,
      RowFile.Kind kind,
      boolean changesOnly,
      String reason,
      Actor by,
      ReadPurpose purpose) {}

  /** A file that was made. */
  record Made(
      UUID id,
      String format,
      AccountId account,
      Instant at,
      String reason,
      String kind,
      boolean changesOnly,
      int rows,
      int fresh,
      int changed,
      int gone) {}

  /** Writes the file. */
  @Transactional
  public void write(Order order, RowFile file) {
    Map<Difference.Kind, Integer> counts = new EnumMap<>(Difference.Kind.class);
    Set<CaseId> there = new HashSet<>();
    int[] rows = new int[1];
    caseload.each(
        order.custody(),
        order.format(),
        page -> {
          List<Caseload.One> given =
              page.stream()
                  .filter(
                      one ->
                          !order.changesOnly() || one.difference().kind() != Difference.Kind.SAME)
                  .toList();
          page.forEach(one -> counts.merge(one.difference().kind(), 1, Integer::sum));
          page.forEach(one -> there.add(one.in().caseId()));
          looks.record(
              order.by(),
              order.purpose(),
              "export",
              given.stream().map(one -> one.in().person()).toList());
          given.forEach(one -> file.row(new ArrayList<>(row(order.format(), one))));
          prints.given(
              order.custody(),
              order.format().id(),
              given.stream().map(one -> new Prints.Given(one.in(), one.prints())).toList());
          rows[0] += given.size();
        });
    List<CaseId> gone = caseload.gone(order.custody(), order.format(), there);
    prints.gone(order.custody(), order.format().id(), gone);
    note(order, rows[0], counts, gone.size());
  }

  private static List<String> row(Format format, Caseload.One one) {
    return format.columns().stream()
        .map(column -> one.row().getOrDefault(column.field(), ""))
        .toList();
  }

  private void note(Order order, int rows, Map<Difference.Kind, Integer> counts, int gone) {
    jdbc.sql(
            """
            insert into exchange.handovers (id, custody, format, account, post, at, reason, kind,
              changes_only, rows, fresh, changed, gone)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Uuids.next(clock),
            order.custody().value(),
            order.format().id(),
            order.by().account().value(),
            order.by().post().value(),
            clock.instant().atOffset(ZoneOffset.UTC),
            order.reason(),
            order.kind().name(),
            order.changesOnly(),
            rows,
            counts.getOrDefault(Difference.Kind.NEW, 0),
            counts.getOrDefault(Difference.Kind.CHANGED, 0),
            gone)
        .update();
  }

  /** The kind of the file that an agency made last in a format. */
  Optional<RowFile.Kind> last(AgencyId custody, Format format) {
    return jdbc.sql(
            """
            select kind from exchange.handovers where custody = ? and format = ?
            order by id desc limit 1
            """)
        .params(custody.value(), format.id())
        .query((row, _) -> RowFile.Kind.valueOf(row.getString("kind")))
        .optional();
  }

  /** The files of an agency, the latest first. */
  Slice<Made> of(AgencyId custody, @Nullable String before, int size) {
    List<Made> made =
        jdbc.sql(
                """
                select * from exchange.handovers
                where custody = :custody and (:before::uuid is null or id < :before::uuid)
                order by id desc limit :limit
                """)
            .param("custody", custody.value())
            .param("before", before)
            .param("limit", size + 1)
            .query(
                (row, _) ->
                    new Made(
                        row.getObject("id", UUID.class),
                        row.getString("format"),
                        new AccountId(row.getObject("account", UUID.class)),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("reason"),
                        row.getString("kind"),
                        row.getBoolean("changes_only"),
                        row.getInt("rows"),
                        row.getInt("fresh"),
                        row.getInt("changed"),
                        row.getInt("gone")))
            .list();
    return Slice.of(made, size, one -> one.id().toString());
  }
}
