package org.smartcorrection.platform.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Summary.Level;
import org.smartcorrection.platform.figures.Counting.Began;
import org.smartcorrection.platform.figures.Counting.Counted;
import org.smartcorrection.platform.figures.Counting.Ended;
import org.smartcorrection.platform.figures.Counting.Event;
import org.smartcorrection.platform.figures.Counting.Spell;
import org.smartcorrection.platform.figures.Counting.Standing;
import org.smartcorrection.platform.figures.Counting.Traits;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.subjects.Identity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where what is counted of cases stands. */
@Repository
class Book {
  private final JdbcClient jdbc;
  private final Clock clock;

  Book(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Holds a case for the rest of the transaction: it is counted by one at a time. */
  void lock(CaseId id) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 17))")
        .param(id.toString())
        .query(_ -> {});
  }

  /** A case as it stands, with the spell that is open. */
  Optional<Standing> standing(CaseId id) {
    return jdbc.sql("select * from figures.cases where case_id = ?")
        .param(id.value())
        .query((row, _) -> standing(row, open(id)))
        .optional();
  }

  /** All that is kept of a case. */
  Optional<Counted> counted(CaseId id) {
    return standing(id).map(standing -> new Counted(standing, spells(id), events(id)));
  }

  void replace(CaseId id, @Nullable Counted counted) {
    forget(id);
    if (counted == null) return;
    save(counted.standing());
    counted.spells().forEach(spell -> save(counted.standing(), spell));
    counted.events().forEach(event -> add(counted.standing(), event));
  }

  void forget(CaseId id) {
    jdbc.sql("delete from figures.cases where case_id = ?").param(id.value()).update();
  }

  void save(Standing standing) {
    jdbc.sql(
            """
            insert into figures.cases (case_id, agency, office, level, category, offence, sex,
              minor_until)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id) do update set agency = excluded.agency,
              office = excluded.office, level = excluded.level,
              category = excluded.category, offence = excluded.offence
            """)
        .params(
            Params.of(
                standing.caseId().value(),
                standing.agency().value(),
                id(standing.office()),
                standing.level().name(),
                standing.category(),
                standing.offence().name(),
                standing.traits().sex() == null ? null : standing.traits().sex().name(),
                standing.traits().minorUntil()))
        .update();
  }

  void save(Standing in, Spell spell) {
    jdbc.sql(
            """
            insert into figures.spells (case_id, number, agency, office, level, began, from_day,
              came_from, ended, until_day, ended_by, went_to)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id, number) do update set ended = excluded.ended,
              until_day = excluded.until_day, ended_by = excluded.ended_by,
              went_to = excluded.went_to
            """)
        .params(
            Params.of(
                in.caseId().value(),
                spell.number(),
                spell.agency().value(),
                id(spell.office()),
                spell.level().name(),
                spell.began().name(),
                spell.from(),
                id(spell.cameFrom()),
                spell.ended() == null ? null : spell.ended().name(),
                spell.until(),
                spell.endedBy(),
                id(spell.wentTo())))
        .update();
  }

  void add(Standing in, Event event) {
    jdbc.sql(
            """
            insert into figures.events (case_id, number, kind, agency, office, day)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            Params.of(
                in.caseId().value(),
                event.number(),
                event.kind().name(),
                event.agency().value(),
                id(event.office()),
                event.day()))
        .update();
  }

  /** Notes that what was kept of a case did not say what its acts say. */
  void recounted(CaseId id) {
    jdbc.sql("insert into figures.recounts (case_id, at) values (?, ?) on conflict do nothing")
        .params(id.value(), clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** How many cases of an agency have ever had to be counted anew. */
  int recounts(List<AgencyId> agencies) {
    return jdbc.sql(
            """
            select count(distinct r.case_id) from figures.recounts r
            join figures.cases c using (case_id) where c.agency = any(?)
            """)
        .param(agencies.stream().map(AgencyId::value).toArray(UUID[]::new))
        .query(Integer.class)
        .single();
  }

  /**
   * How far the round has come.
   *
   * @param filled the cases that were there before the statistics have all been counted
   */
  record Progress(boolean filled, CaseId last) {}

  Progress progress() {
    return jdbc.sql("select filled, last from figures.progress")
        .query(
            (row, _) ->
                new Progress(
                    row.getBoolean("filled"), new CaseId(row.getObject("last", UUID.class))))
        .single();
  }

  void progress(Progress now) {
    jdbc.sql("update figures.progress set filled = ?, last = ?")
        .params(now.filled(), now.last().value())
        .update();
  }

  private @Nullable Spell open(CaseId id) {
    return jdbc.sql(
            "select * from figures.spells where case_id = ? and until_day is null order by number")
        .param(id.value())
        .query((row, _) -> spell(row))
        .optional()
        .orElse(null);
  }

  private List<Spell> spells(CaseId id) {
    return jdbc.sql("select * from figures.spells where case_id = ? order by number")
        .param(id.value())
        .query((row, _) -> spell(row))
        .list();
  }

  private List<Event> events(CaseId id) {
    return jdbc.sql("select * from figures.events where case_id = ? order by number")
        .param(id.value())
        .query(
            (row, _) ->
                new Event(
                    row.getInt("number"),
                    EventKind.valueOf(row.getString("kind")),
                    new AgencyId(row.getObject("agency", UUID.class)),
                    agency(row, "office"),
                    row.getObject("day", LocalDate.class)))
        .list();
  }

  private static Standing standing(ResultSet row, @Nullable Spell open) throws SQLException {
    @Nullable String sex = row.getString("sex");
    return new Standing(
        new CaseId(row.getObject("case_id", UUID.class)),
        new AgencyId(row.getObject("agency", UUID.class)),
        agency(row, "office"),
        Level.valueOf(row.getString("level")),
        row.getString("category"),
        Offence.valueOf(row.getString("offence")),
        new Traits(
            sex == null ? null : Identity.Gender.valueOf(sex),
            row.getObject("minor_until", LocalDate.class)),
        open);
  }

  private static Spell spell(ResultSet row) throws SQLException {
    @Nullable String ended = row.getString("ended");
    return new Spell(
        row.getInt("number"),
        new AgencyId(row.getObject("agency", UUID.class)),
        agency(row, "office"),
        Level.valueOf(row.getString("level")),
        Began.valueOf(row.getString("began")),
        row.getObject("from_day", LocalDate.class),
        agency(row, "came_from"),
        ended == null ? null : Ended.valueOf(ended),
        row.getObject("until_day", LocalDate.class),
        row.getObject("ended_by", Integer.class),
        agency(row, "went_to"));
  }

  private static @Nullable AgencyId agency(ResultSet row, String column) throws SQLException {
    @Nullable UUID id = row.getObject(column, UUID.class);
    return id == null ? null : new AgencyId(id);
  }

  private static @Nullable UUID id(@Nullable AgencyId agency) {
    return agency == null ? null : agency.value();
  }
}
