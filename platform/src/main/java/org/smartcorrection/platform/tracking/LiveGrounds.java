package org.smartcorrection.platform.tracking;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.PersonForgotten;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Everybody whose positions may be kept (CCL 29), at hand: a map asks for all of them at once. Read
 * in one query; of whom an act concerns it is read again.
 */
@Repository
class LiveGrounds {
  private static final String SELECT =
      """
      select * from (
        select person, case_id, from_at, least(until_at, ended_at) until_at,
          min(from_at) over (partition by instance) begun_at
        from tracking.grounds%s) g
      where until_at > ?
      """;

  private final JdbcClient jdbc;
  private final Map<PersonId, List<Live>> known = new ConcurrentHashMap<>();
  private final Set<PersonId> changed = ConcurrentHashMap.newKeySet();
  private boolean read;

  LiveGrounds(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A term of a positioning.
   *
   * @param begun when the positioning began, of which this is one term
   */
  record Live(CaseId caseId, Instant begun, Instant from, Instant until) {
    private boolean holdsAt(Instant at) {
      return !at.isBefore(from) && at.isBefore(until);
    }
  }

  private record Row(PersonId person, Live live) {}

  /** Hands over everybody with a ground that holds at an instant, each once. */
  void forEach(Instant at, BiConsumer<PersonId, Live> consumer) {
    refresh(at);
    known.forEach(
        (person, terms) ->
            terms.stream()
                .filter(term -> term.holdsAt(at))
                .findFirst()
                .ifPresent(term -> consumer.accept(person, term)));
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
  void on(ActRecorded event) {
    if (Derivations.concern(event, "positioning")) changed.add(event.in().person());
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void on(PersonForgotten event) {
    changed.add(event.person());
  }

  private synchronized void refresh(Instant at) {
    if (!read) {
      known.putAll(rows(jdbc.sql(SELECT.formatted("")).param(time(at))));
      read = true;
    }
    if (changed.isEmpty()) return;
    // one that changes while it is read here is named again
    List<PersonId> again = List.copyOf(changed);
    changed.removeAll(again);
    Map<PersonId, List<Live>> fresh = rows(of(again, at));
    again.forEach(
        person -> {
          List<Live> terms = fresh.get(person);
          if (terms == null) known.remove(person);
          else known.put(person, terms);
        });
  }

  private JdbcClient.StatementSpec of(Collection<PersonId> people, Instant at) {
    return jdbc.sql(SELECT.formatted(" where person = any(?)"))
        .param(people.stream().map(PersonId::value).toArray(UUID[]::new))
        .param(time(at));
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Map<PersonId, List<Live>> rows(JdbcClient.StatementSpec asked) {
    return asked.query((row, _) -> row(row)).list().stream()
        .collect(
            Collectors.groupingBy(
                Row::person, Collectors.mapping(Row::live, Collectors.toUnmodifiableList())));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        new PersonId(row.getObject("person", UUID.class)),
        new Live(
            new CaseId(row.getObject("case_id", UUID.class)),
            instant(row, "begun_at"),
            instant(row, "from_at"),
            instant(row, "until_at")));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
