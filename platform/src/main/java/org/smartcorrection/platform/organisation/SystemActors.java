package org.smartcorrection.platform.organisation;

import java.time.Clock;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Time itself as an actor: each agency has one account, with which nobody can sign in, for the acts
 * that follow from a deadline or a plan. Such an act is signed by the agency and shown as
 * automatic.
 */
@Component
public class SystemActors {
  private static final String NAME_ZH = "系统";
  private static final String NAME_EN = "System";
  private static final String NO_SECRET = "!";

  private final JdbcClient jdbc;
  private final StandingPosts posts;
  private final Accounts accounts;
  private final Clock clock;

  SystemActors(JdbcClient jdbc, StandingPosts posts, Accounts accounts, Clock clock) {
    this.jdbc = jdbc;
    this.posts = posts;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The actor of this agency, made when it is needed for the first time. */
  @Transactional
  public Actor of(Agency agency) {
    PostId post = posts.system(agency);
    AccountId account = account("system." + agency.code());
    return new Actor(
        account, post, Role.SYSTEM, agency, NAME_ZH, NAME_EN, "自动办理", "Automatic", null);
  }

  private AccountId account(String login) {
    return jdbc.sql("select id from organisation.accounts where login = ?")
        .param(login)
        .query(UUID.class)
        .optional()
        .map(AccountId::new)
        .orElseGet(() -> make(login));
  }

  private AccountId make(String login) {
    var account = new AccountId(Uuids.next(clock));
    jdbc.sql(
            """
            insert into organisation.accounts (id, login, secret, staff, disabled)
            values (?, ?, ?, ?, true)
            """)
        .params(account.value(), login, NO_SECRET, accounts.addStaff(NAME_ZH, NAME_EN).value())
        .update();
    return account;
  }
}
