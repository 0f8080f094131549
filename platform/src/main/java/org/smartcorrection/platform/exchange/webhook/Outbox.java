package org.smartcorrection.platform.exchange.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.ActRecorded;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Json;
import org.smartcorrection.platform.kernel.Slice;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Messages that wait to go out. They are written with the act, in its transaction: what happened is
 * told, and what did not is not.
 */
@Repository
class Outbox {
  /** Between one try and the next; after the last of them a message is given up. */
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(2),
          Duration.ofMinutes(10),
          Duration.ofHours(1),
          Duration.ofHours(4),
          Duration.ofHours(12),
          Duration.ofHours(24));

  /** For so long nobody else tries a message that is being sent. */
  private static final Duration LEASE = Duration.ofMinutes(2);

  private final JdbcClient jdbc;
  private final Law law;
  private final Clock clock;

  Outbox(JdbcClient jdbc, Law law, Clock clock) {
    this.jdbc = jdbc;
    this.law = law;
    this.clock = clock;
  }

  @EventListener
  void on(ActRecorded recorded) {
    AgencyId custody = recorded.in().agency();
    List<Asked> asked =
        jdbc.sql("select id, kinds from exchange.webhooks where custody = ? and state <> 'ENDED'")
            .param(custody.value())
            .query(
                (row, _) ->
                    new Asked(
                        row.getObject("id", UUID.class),
                        Set.of((String[]) row.getArray("kinds").getArray())))
            .list();
    if (asked.isEmpty()) return;
    Act act = recorded.act();
    boolean ends = law.endsCorrection(act, recorded.instance());
    for (EventKind kind : EventKind.of(act, ends))
      for (Asked one : asked)
        if (one.kinds().contains(kind.name())) add(one.webhook(), kind, body(kind, act));
  }

  /** An address of the agency, and of what it wants to be told. */
  private record Asked(UUID webhook, Set<String> kinds) {}

  /** The message by which an administrator tries the way. */
  void test(UUID webhook) {
    add(webhook, EventKind.TEST, Map.of());
  }

  private void add(UUID webhook, EventKind kind, Map<String, Object> about) {
    UUID id = Uuids.next(clock);
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    Map<String, Object> body = new LinkedHashMap<>(about);
    body.put("id", id.toString());
    body.put("kind", kind.name());
    body.put("at", now.toInstant().toString());
    jdbc.sql(
            """
            insert into exchange.webhook_messages (id, webhook, kind, body, state, created_at, next_at)
            values (?, ?, ?, ?, 'WAITING', ?, ?)
            """)
        .params(id, webhook, kind.name(), Json.text(body), now, now)
        .update();
  }

  /** Identifiers and nothing else: who may know more asks the API. */
  private static Map<String, Object> body(EventKind kind, Act act) {
    return kind == EventKind.CASE_OPENED || kind == EventKind.CORRECTION_ENDED
        ? Map.of("caseId", act.caseId().toString())
        : Map.of(
            "caseId",
            act.caseId().toString(),
            "actId",
            act.id().toString(),
            "actNumber",
            act.number());
  }

  /** The next messages that are due, held for as long as sending takes. */
  List<Message> due(int most) {
    Instant now = clock.instant();
    List<Message> due =
        jdbc.sql(
                """
                update exchange.webhook_messages set next_at = :lease where id in (
                  select m.id from exchange.webhook_messages m
                  join exchange.webhooks w on w.id = m.webhook and w.state = 'ACTIVE'
                  where m.state = 'WAITING' and m.next_at <= :now
                  order by m.next_at, m.id limit :most for update of m skip locked)
                returning *
                """)
            .param("lease", now.plus(LEASE).atOffset(ZoneOffset.UTC))
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("most", most)
            .query((row, _) -> message(row))
            .list();
    // an update hands its rows back in no order, and what happened first is told first
    return due.stream()
        .sorted(
            Comparator.comparing(Message::createdAt)
                .thenComparing(message -> message.id().toString()))
        .toList();
  }

  void delivered(Message message, String answer) {
    note(message, Message.State.DELIVERED, answer, clock.instant());
  }

  /** A try came to nothing: later once more, or never. */
  void failed(Message message, String answer) {
    boolean over = message.tries() >= PAUSES.size();
    Instant next = over ? clock.instant() : clock.instant().plus(PAUSES.get(message.tries()));
    note(message, over ? Message.State.GIVEN_UP : Message.State.WAITING, answer, next);
  }

  private void note(Message message, Message.State state, String answer, Instant next) {
    jdbc.sql(
            """
            update exchange.webhook_messages set state = ?, tries = tries + 1, tried_at = ?,
              answer = ?, next_at = ?
            where id = ?
            """)
        .params(
            state.name(),
            clock.instant().atOffset(ZoneOffset.UTC),
            answer,
            next.atOffset(ZoneOffset.UTC),
            message.id())
        .update();
  }

  /** The messages to one address, the latest first. */
  Slice<Message> of(UUID webhook, @Nullable String before, int size) {
    List<Message> rows =
        jdbc.sql(
                """
                select * from exchange.webhook_messages
                where webhook = :webhook and (:before::uuid is null or id < :before::uuid)
                order by id desc limit :limit
                """)
            .param("webhook", webhook)
            .param("before", before)
            .param("limit", size + 1)
            .query((row, _) -> message(row))
            .list();
    return Slice.of(rows, size, message -> message.id().toString());
  }

  /** What was delivered or given up long ago goes. */
  void forget(Instant before) {
    jdbc.sql("delete from exchange.webhook_messages where state <> 'WAITING' and created_at < ?")
        .param(before.atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Message message(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime tried = row.getObject("tried_at", OffsetDateTime.class);
    return new Message(
        row.getObject("id", UUID.class),
        row.getObject("webhook", UUID.class),
        EventKind.valueOf(row.getString("kind")),
        row.getString("body"),
        Message.State.valueOf(row.getString("state")),
        row.getInt("tries"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        tried == null ? null : tried.toInstant(),
        row.getString("answer"));
  }
}
