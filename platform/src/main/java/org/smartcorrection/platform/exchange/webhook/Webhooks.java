package org.smartcorrection.platform.exchange.webhook;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.NotFound;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The addresses that agencies registered. Their secrets stand sealed. */
@Repository
class Webhooks {
  /** So many failures in a row pause an address. */
  static final int PAUSED_AFTER = 15;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  Webhooks(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  /** A new address with its secret, which is shown this once. */
  record Registered(UUID id, String secret) {}

  Registered register(AgencyId custody, URI address, List<EventKind> kinds, AccountId by) {
    UUID id = Uuids.next(clock);
    byte[] raw = new byte[32];
    RANDOM.nextBytes(raw);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    jdbc.sql(
            """
            insert into exchange.webhooks (id, custody, address, kinds, secret, state, account,
              created_at)
            values (?, ?, ?, ?, ?, 'ACTIVE', ?, ?)
            """)
        .params(
            id,
            custody.value(),
            address.toString(),
            kinds.stream().map(Enum::name).toArray(String[]::new),
            vault.sealForInstallation(place(id), secret.getBytes(StandardCharsets.UTF_8)),
            by.value(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    return new Registered(id, secret);
  }

  /** The addresses of an agency that have not ended, the latest first. */
  List<Webhook> of(AgencyId custody) {
    return jdbc.sql(
            """
            select * from exchange.webhooks where custody = ? and state <> 'ENDED'
            order by id desc limit 100
            """)
        .param(custody.value())
        .query((row, _) -> webhook(row))
        .list();
  }

  /**
   * One address of an agency.
   *
   * @throws NotFound when the agency has none of this identifier, or it has ended
   */
  Webhook get(AgencyId custody, UUID id) {
    return of(custody).stream()
        .filter(webhook -> webhook.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  Webhook get(UUID id) {
    return jdbc.sql("select * from exchange.webhooks where id = ?")
        .param(id)
        .query((row, _) -> webhook(row))
        .optional()
        .orElseThrow(NotFound::new);
  }

  byte[] secret(UUID id) {
    return vault.openForInstallation(
        place(id),
        jdbc.sql("select secret from exchange.webhooks where id = ?")
            .param(id)
            .query((row, _) -> row.getBytes("secret"))
            .single());
  }

  /** A message has arrived: what failed before is forgotten. */
  void arrived(UUID id) {
    jdbc.sql("update exchange.webhooks set failures = 0 where id = ? and failures > 0")
        .param(id)
        .update();
  }

  /** One more failure; many in a row pause the address. */
  void failed(UUID id) {
    jdbc.sql(
            """
            update exchange.webhooks set failures = failures + 1,
              state = case when state = 'ACTIVE' and failures + 1 >= ? then 'PAUSED' else state end
            where id = ?
            """)
        .params(PAUSED_AFTER, id)
        .update();
  }

  void resume(UUID id) {
    jdbc.sql(
            """
            update exchange.webhooks set state = 'ACTIVE', failures = 0
            where id = ? and state = 'PAUSED'
            """)
        .param(id)
        .update();
  }

  void end(UUID id) {
    jdbc.sql("update exchange.webhooks set state = 'ENDED' where id = ?").param(id).update();
    jdbc.sql("delete from exchange.webhook_messages where webhook = ? and state = 'WAITING'")
        .param(id)
        .update();
  }

  private static Webhook webhook(ResultSet row) throws SQLException {
    String[] kinds = (String[]) row.getArray("kinds").getArray();
    return new Webhook(
        row.getObject("id", UUID.class),
        new AgencyId(row.getObject("custody", UUID.class)),
        URI.create(row.getString("address")),
        Arrays.stream(kinds).map(EventKind::valueOf).toList(),
        Webhook.State.valueOf(row.getString("state")),
        row.getInt("failures"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static String place(UUID id) {
    return "exchange.webhooks/" + id;
  }
}
