package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.AgencyAct;
import org.smartcorrection.platform.casework.AgencyActSource;
import org.smartcorrection.platform.casework.AgencyRegister;
import org.smartcorrection.platform.casework.AgencyRegister.Own;
import org.smartcorrection.platform.casework.HouseAct;
import org.smartcorrection.platform.kernel.ActId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.vault.Shred;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was deleted because its time was over (PIPL 47): each deletion is an official act of the
 * agency with its ledger entry, and says class, period, how much, of which days, by which rule, and
 * the line of the list of destroyed keys. It says nothing of a person; to the person it is told.
 */
@Repository
public class Deletions implements AgencyActSource {
  static final String TYPE = "DataDeleted";

  /** Positions are collected as long as their ground holds (CCL 29). */
  private static final String LIFT_RULE = "L22";

  private static final String TABLE = "tracking.deletions";

  private final JdbcClient jdbc;
  private final AgencyRegister register;

  Deletions(JdbcClient jdbc, AgencyRegister register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  /**
   * One deletion.
   *
   * @param keptDays for how long the rule lets this class be kept; 0 for what was collected after
   *     the ground had been lifted
   * @param rows messages, observations, points or counts
   * @param firstDay of what went; absent where only keys of earlier deletions were destroyed
   * @param keys how many keys of stretches of time were destroyed; with a track, copies and backups
   *     of it go by that
   */
  record Deletion(
      HouseAct act,
      DataClass of,
      int keptDays,
      int rows,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay,
      int keys) {}

  /** What of it was one person's. */
  record OfPerson(
      Instant at,
      DataClass of,
      int rows,
      @Nullable LocalDate firstDay,
      @Nullable LocalDate lastDay) {}

  /**
   * Records what went of one class, in the transaction in which it went.
   *
   * @param keys that were destroyed with it, or after it
   */
  public void add(
      AgencyId agency, DataClass of, int keptDays, List<Gone> gone, List<Shred> keys, Actor by) {
    AgencyAct.Made made = register.next(agency, by);
    @Nullable LocalDate first =
        gone.stream()
            .map(Gone::from)
            .min(Comparator.naturalOrder())
            .map(LegalCalendar::legalDay)
            .orElse(null);
    @Nullable LocalDate last =
        gone.stream()
            .map(Gone::until)
            .max(Comparator.naturalOrder())
            .map(LegalCalendar::legalDay)
            .orElse(null);
    int rows = gone.stream().mapToInt(Gone::rows).sum();
    @Nullable String list =
        keys.isEmpty() ? null : keys.getLast().number() + " " + keys.getLast().hash();
    register.add(
        act(made, of, keptDays, rows, first, last, keys.size(), list),
        by,
        TABLE,
        new Own("class", of.name()),
        new Own("rule", rule(keptDays)),
        new Own("kept_days", keptDays),
        new Own("rows_gone", rows),
        new Own("first_day", first),
        new Own("last_day", last),
        new Own("keys_gone", keys.size()),
        new Own("list", list));
    for (Gone one : gone)
      jdbc.sql(
              """
              insert into tracking.deleted (act, person, rows_gone, first_day, last_day)
              values (?, ?, ?, ?, ?)
              """)
          .params(
              made.id().value(),
              one.person().value(),
              one.rows(),
              LegalCalendar.legalDay(one.from()),
              LegalCalendar.legalDay(one.until()))
          .update();
  }

  private static String rule(int keptDays) {
    return keptDays == 0 ? LIFT_RULE : DataClass.RULE;
  }

  private static HouseAct act(
      AgencyAct.Made made,
      DataClass of,
      int keptDays,
      int rows,
      @Nullable LocalDate first,
      @Nullable LocalDate last,
      int keys,
      @Nullable String list) {
    var says = new TreeMap<String, String>();
    says.put("class", of.name());
    says.put("rule", rule(keptDays));
    says.put("kept-days", Integer.toString(keptDays));
    says.put("rows", Integer.toString(rows));
    if (first != null) says.put("first-day", first.toString());
    if (last != null) says.put("last-day", last.toString());
    says.put("keys", Integer.toString(keys));
    if (list != null) says.put("list", list);
    return new HouseAct(made, TYPE, says);
  }

  /** An agency's deletions, the latest first, from before one of its numbers on. */
  Slice<Deletion> of(AgencyId agency, @Nullable Integer before, int size) {
    List<Deletion> rows =
        jdbc.sql(
                AgencyRegister.select(TABLE)
                    + """
                    where a.custody = :agency and (:before::int is null or a.number < :before::int)
                    order by a.number desc limit :limit
                    """)
            .param("agency", agency.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> deletion(row))
            .list();
    return Slice.of(rows, size, one -> Integer.toString(one.act().number()));
  }

  /** What was deleted of a person, the latest first. */
  List<OfPerson> of(PersonId person, int most) {
    return jdbc.sql(
            """
            select a.published_at, a.class, d.rows_gone, d.first_day, d.last_day
            from tracking.deleted d join tracking.deletions a on a.id = d.act
            where d.person = ? order by d.act desc limit ?
            """)
        .params(person.value(), most)
        .query(
            (row, _) ->
                new OfPerson(
                    row.getObject("published_at", OffsetDateTime.class).toInstant(),
                    DataClass.valueOf(row.getString("class")),
                    row.getInt("rows_gone"),
                    row.getObject("first_day", LocalDate.class),
                    row.getObject("last_day", LocalDate.class)))
        .list();
  }

  @Override
  public Optional<HouseAct> find(ActId id) {
    return jdbc.sql(AgencyRegister.select(TABLE) + "where a.id = ?")
        .param(id.value())
        .query((row, _) -> deletion(row).act())
        .optional();
  }

  private static Deletion deletion(ResultSet row) throws SQLException {
    DataClass of = DataClass.valueOf(row.getString("class"));
    int keptDays = row.getInt("kept_days");
    int rows = row.getInt("rows_gone");
    @Nullable LocalDate first = row.getObject("first_day", LocalDate.class);
    @Nullable LocalDate last = row.getObject("last_day", LocalDate.class);
    int keys = row.getInt("keys_gone");
    HouseAct act =
        act(AgencyRegister.made(row), of, keptDays, rows, first, last, keys, row.getString("list"));
    return new Deletion(act, of, keptDays, rows, first, last, keys);
  }
}
