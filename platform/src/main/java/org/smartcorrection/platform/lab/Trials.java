package org.smartcorrection.platform.lab;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.supervision.Figure;
import org.smartcorrection.location.supervision.Kind;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Params;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.lab.Compared.Fate;
import org.smartcorrection.platform.lab.Compared.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The trials of all agencies, with their numbers. */
@Repository
class Trials {
  private final JdbcClient jdbc;
  private final Clock clock;

  Trials(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How often something was found of alarms of a kind with one fate; none where nobody has yet. */
  record FoundOf(Kind kind, Fate fate, @Nullable Verdict verdict, int count) {}

  @Transactional
  void add(Trial trial) {
    jdbc.sql(
            """
            insert into lab.trials (id, agency, account, post, purpose, reason, from_day, until_day,
              state, people, asked_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            trial.id(),
            trial.agency().value(),
            trial.account().value(),
            trial.post().value(),
            trial.purpose().name(),
            trial.reason(),
            trial.first(),
            trial.last(),
            trial.state().name(),
            trial.people(),
            trial.askedAt().atOffset(ZoneOffset.UTC))
        .update();
    for (Trial.Value value : trial.figures())
      jdbc.sql("insert into lab.trial_figures (trial, figure, in_force, tried) values (?, ?, ?, ?)")
          .params(trial.id(), value.figure().name(), value.inForce(), value.tried())
          .update();
  }

  Optional<Trial> find(UUID id) {
    return jdbc.sql("select * from lab.trials where id = ?")
        .param(id)
        .query((row, _) -> trial(row))
        .optional()
        .map(trial -> withFigures(List.of(trial)).getFirst());
  }

  /** The trials of an agency, the latest first. */
  Slice<Trial> of(AgencyId agency, @Nullable String before, int size) {
    List<Trial> rows =
        jdbc.sql(
                """
                select * from lab.trials
                where agency = :agency and (:before::uuid is null or id < :before::uuid)
                order by id desc limit :limit
                """)
            .param("agency", agency.value())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> trial(row))
            .list();
    return Slice.of(withFigures(rows), size, trial -> trial.id().toString());
  }

  /** Whether the agency has one that is not over. */
  boolean isOpen(AgencyId agency) {
    return jdbc.sql(
            """
            select exists (select from lab.trials
              where agency = ? and state in ('WAITING', 'RUNNING'))
            """)
        .param(agency.value())
        .query(Boolean.class)
        .single();
  }

  /** The one whose turn it is: each that was asked for before comes first. */
  Optional<Trial> next() {
    return jdbc.sql(
            """
            select * from lab.trials where state in ('WAITING', 'RUNNING') order by id limit 1
            """)
        .query((row, _) -> trial(row))
        .optional()
        .map(trial -> withFigures(List.of(trial)).getFirst());
  }

  /** It ends, if it has not ended. */
  boolean end(UUID id, Trial.State state) {
    return jdbc.sql(
                """
                update lab.trials set state = ?, ended_at = ?, reached = null
                where id = ? and state in ('WAITING', 'RUNNING')
                """)
            .params(state.name(), clock.instant().atOffset(ZoneOffset.UTC), id)
            .update()
        == 1;
  }

  /**
   * One more person was judged; nothing is added to what was cancelled meanwhile, or went on
   * elsewhere.
   *
   * @param before the person before
   */
  @Transactional
  boolean judged(
      UUID id, @Nullable PersonId before, PersonId person, Compared compared, long messages) {
    boolean goesOn =
        jdbc.sql(
                    """
                    update lab.trials
                    set state = 'RUNNING', judged = judged + 1, messages = messages + ?, reached = ?
                    where id = ? and state in ('WAITING', 'RUNNING')
                      and reached is not distinct from ?::uuid
                    """)
                .params(
                    Params.of(messages, person.value(), id, before == null ? null : before.value()))
                .update()
            == 1;
    if (!goesOn) return false;
    compared.kinds().forEach((kind, tally) -> add(id, kind, tally));
    for (Compared.Alarm alarm : compared.alarms())
      jdbc.sql(
              """
              insert into lab.trial_alarms (trial, alarm, kind, fate) values (?, ?, ?, ?)
              on conflict (trial, alarm, kind) do update set fate =
                case when excluded.fate = 'KEPT' then 'KEPT' else lab.trial_alarms.fate end
              """)
          .params(id, alarm.alarm(), alarm.kind().name(), alarm.fate().name())
          .update();
    return true;
  }

  private void add(UUID id, Kind kind, Tally more) {
    jdbc.sql(
            """
            insert into lab.trial_kinds (trial, kind, kept, lost, gained, later_seconds, strange)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (trial, kind) do update set
              kept = lab.trial_kinds.kept + excluded.kept,
              lost = lab.trial_kinds.lost + excluded.lost,
              gained = lab.trial_kinds.gained + excluded.gained,
              later_seconds = lab.trial_kinds.later_seconds + excluded.later_seconds,
              strange = lab.trial_kinds.strange + excluded.strange
            """)
        .params(
            id,
            kind.name(),
            more.kept(),
            more.lost(),
            more.gained(),
            more.laterSeconds(),
            more.strange())
        .update();
  }

  /** The numbers so far. */
  Map<Kind, Tally> tallies(UUID id) {
    var all = new EnumMap<Kind, Tally>(Kind.class);
    jdbc.sql("select * from lab.trial_kinds where trial = ?")
        .param(id)
        .query(
            (row, _) ->
                Map.entry(
                    Kind.valueOf(row.getString("kind")),
                    new Tally(
                        row.getInt("kept"),
                        row.getInt("lost"),
                        row.getInt("gained"),
                        row.getLong("later_seconds"),
                        row.getInt("strange"))))
        .list()
        .forEach(one -> all.put(one.getKey(), one.getValue()));
    return all;
  }

  /** What officers have found by now of the alarms that it is about. */
  List<FoundOf> found(UUID id) {
    return jdbc.sql(
            """
            select a.kind, a.fate, f.finding, count(*) as found
            from lab.trial_alarms a left join lab.findings f on f.alarm = a.alarm
            where a.trial = ? group by a.kind, a.fate, f.finding
            """)
        .param(id)
        .query(
            (row, _) ->
                new FoundOf(
                    Kind.valueOf(row.getString("kind")),
                    Fate.valueOf(row.getString("fate")),
                    Optional.ofNullable(row.getString("finding"))
                        .map(Verdict::valueOf)
                        .orElse(null),
                    row.getInt("found")))
        .list();
  }

  /** The alarms behind a number, the latest first. */
  Slice<UUID> alarms(UUID id, Kind kind, Fate fate, @Nullable String before, int size) {
    List<UUID> rows =
        jdbc.sql(
                """
                select alarm from lab.trial_alarms
                where trial = :trial and kind = :kind and fate = :fate
                  and (:before::uuid is null or alarm < :before::uuid)
                order by alarm desc limit :limit
                """)
            .param("trial", id)
            .param("kind", kind.name())
            .param("fate", fate.name())
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> row.getObject("alarm", UUID.class))
            .list();
    return Slice.of(rows, size, UUID::toString);
  }

  private List<Trial> withFigures(Collection<Trial> trials) {
    Map<UUID, List<Trial.Value>> figures = new HashMap<>();
    jdbc.sql("select * from lab.trial_figures where trial = any(?)")
        .param(trials.stream().map(Trial::id).toArray(UUID[]::new))
        .query(
            (row, _) ->
                Map.entry(
                    row.getObject("trial", UUID.class),
                    new Trial.Value(
                        Figure.valueOf(row.getString("figure")),
                        row.getInt("in_force"),
                        row.getInt("tried"))))
        .list()
        .forEach(
            one ->
                figures.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
    figures.values().forEach(all -> all.sort(Comparator.comparing(Trial.Value::figure)));
    return trials.stream()
        .map(trial -> with(trial, figures.getOrDefault(trial.id(), List.of())))
        .toList();
  }

  private static Trial with(Trial trial, List<Trial.Value> figures) {
    return new Trial(
        trial.id(),
        trial.agency(),
        trial.account(),
        trial.post(),
        trial.purpose(),
        trial.reason(),
        trial.first(),
        trial.last(),
        figures,
        trial.state(),
        trial.people(),
        trial.judged(),
        trial.messages(),
        trial.reached(),
        trial.askedAt(),
        trial.endedAt());
  }

  private static Trial trial(ResultSet row) throws SQLException {
    return new Trial(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("agency", UUID.class)),
        new AccountId(row.getObject("account", UUID.class)),
        new PostId(row.getObject("post", UUID.class)),
        ReadPurpose.valueOf(row.getString("purpose")),
        row.getString("reason"),
        row.getObject("from_day", LocalDate.class),
        row.getObject("until_day", LocalDate.class),
        List.of(),
        Trial.State.valueOf(row.getString("state")),
        row.getInt("people"),
        row.getInt("judged"),
        row.getLong("messages"),
        Optional.ofNullable(row.getObject("reached", UUID.class)).map(PersonId::new).orElse(null),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        instant(row, "ended_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant)
        .orElse(null);
  }
}
