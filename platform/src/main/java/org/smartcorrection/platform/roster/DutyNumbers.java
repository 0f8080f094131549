package org.smartcorrection.platform.roster;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The telephones on which members of staff are called to duty, sealed. Each states their own; the
 * latest counts and no other is kept.
 */
@Repository
public class DutyNumbers {
  private final JdbcClient jdbc;
  private final Vault vault;
  private final Clock clock;

  DutyNumbers(JdbcClient jdbc, Vault vault, Clock clock) {
    this.jdbc = jdbc;
    this.vault = vault;
    this.clock = clock;
  }

  public Optional<String> of(AccountId account) {
    return jdbc.sql("select sealed from roster.numbers where account = ?")
        .param(account.value())
        .query((row, _) -> row.getBytes("sealed"))
        .optional()
        .map(kept -> vault.openForInstallation(place(account), kept))
        .map(plain -> new String(plain, StandardCharsets.UTF_8));
  }

  /** Who of these has stated one. */
  Set<AccountId> known(Collection<AccountId> accounts) {
    return new HashSet<>(
        jdbc.sql("select account from roster.numbers where account = any(?)")
            .param(accounts.stream().map(AccountId::value).distinct().toArray(UUID[]::new))
            .query((row, _) -> new AccountId(row.getObject("account", UUID.class)))
            .list());
  }

  public void set(AccountId account, String number) {
    byte[] sealed =
        vault.sealForInstallation(place(account), number.getBytes(StandardCharsets.UTF_8));
    jdbc.sql(
            """
            insert into roster.numbers (account, sealed, noted_at) values (?, ?, ?)
            on conflict (account) do update
              set sealed = excluded.sealed, noted_at = excluded.noted_at
            """)
        .params(account.value(), sealed, clock.instant().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** It is called no more. */
  void forget(AccountId account) {
    jdbc.sql("delete from roster.numbers where account = ?").param(account.value()).update();
  }

  private static String place(AccountId account) {
    return "roster.numbers/" + account;
  }
}
