package org.smartcorrection.platform.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.StaffId;
import org.smartcorrection.platform.kernel.Uuids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts, the posts they act in, and what signing in needs of them. */
@Repository
public class Accounts {
  private static final String ACTING =
      """
      select a.id account, a.person, p.id post, p.role, p.agency, p.title_zh, p.title_en, p.deputy,
        s.name_zh, s.name_en, h.substitution, h.by_order, h.until_day
      from organisation.accounts a
      join (
        select account, post, from_day, until_day, null::uuid substitution, false by_order
        from organisation.account_posts
        union all
        select x.account, x.post, x.from_day, x.until_day, x.id, x.order_number is not null
        from organisation.substitutions x
        join organisation.account_posts o on o.account = x.account and o.post = x.own_post
          and o.from_day <= :today and (o.until_day is null or o.until_day >= :today)
        where not exists (
          select from organisation.substitution_ends e where e.substitution = x.id)
      ) h on h.account = a.id
      join organisation.posts p on p.id = h.post
      left join organisation.staff s on s.id = a.staff
      where not a.disabled and h.from_day <= :today and (h.until_day is null or h.until_day >= :today)
      """;

  private final JdbcClient jdbc;
  private final Agencies agencies;
  private final Clock clock;

  Accounts(JdbcClient jdbc, Agencies agencies, Clock clock) {
    this.jdbc = jdbc;
    this.agencies = agencies;
    this.clock = clock;
  }

  /**
   * What signing in checks.
   *
   * @param secret the password's or PIN's hash
   * @param codeSecret sealed shared secret of the one-time code; absent for people under correction
   * @param codeStep last used time step: a code works once
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
  public record Credentials(
      AccountId account,
      String secret,
      byte @Nullable [] codeSecret,
      long codeStep,
      @Nullable PersonId person,
      @Nullable Instant lockedUntil) {}

  public Optional<Credentials> credentials(String login) {
    return jdbc.sql(
            """
            select id, secret, code_secret, code_step, person, locked_until
            from organisation.accounts where login = ? and not disabled
            """)
        .param(login)
        .query(
            (row, _) ->
                new Credentials(
                    new AccountId(row.getObject("id", UUID.class)),
                    row.getString("secret"),
                    row.getBytes("code_secret"),
                    row.getLong("code_step"),
                    person(row),
                    instant(row, "locked_until")))
        .optional();
  }

  /**
   * The posts this account may act in today: its own, the oldest first, then those in which it
   * substitutes somebody.
   */
  public List<Actor> posts(AccountId account, LocalDate today) {
    return jdbc.sql(
            ACTING + " and a.id = :account order by h.substitution is not null, h.from_day, p.id")
        .param("account", account.value())
        .param("today", today)
        .query((row, _) -> actor(row))
        .list();
  }

  /** The account as it acts in one post; empty when it no longer may. */
  public Optional<Actor> acting(AccountId account, PostId post, LocalDate today) {
    return posts(account, today).stream().filter(actor -> actor.post().equals(post)).findFirst();
  }

  /** Counts a failed try and, from the fifth on, locks for as many minutes as there were tries. */
  public void failed(AccountId account) {
    Instant now = clock.instant();
    jdbc.sql(
            """
            update organisation.accounts set failures = failures + 1,
              locked_until = case when failures >= 4
                then cast(:now as timestamptz) + (failures + 1) * interval '1 minute' end
            where id = :id
            """)
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("id", account.value())
        .update();
  }

  /**
   * Notes a successful sign-in with a code of this time step.
   *
   * @return false when the code was used already, even by a request at the same moment
   */
  public boolean succeeded(AccountId account, long codeStep) {
    return jdbc.sql(
                """
                update organisation.accounts set failures = 0, locked_until = null, code_step = :step
                where id = :id and (:step = 0 or code_step < :step)
                """)
            .param("step", codeStep)
            .param("id", account.value())
            .update()
        == 1;
  }

  /** Whether any account exists: if none, the first administrator is set up by a one-time link. */
  public boolean none() {
    return !jdbc.sql("select exists (select from organisation.accounts)")
        .query(Boolean.class)
        .single();
  }

  public PostId addPost(Agency agency, Role role, String titleZh, String titleEn) {
    return addPost(agency, role, titleZh, titleEn, false);
  }

  /**
   * Adds a post.
   *
   * @param deputy of a head: with the same role, and without what is reserved to the head
   */
  public PostId addPost(Agency agency, Role role, String titleZh, String titleEn, boolean deputy) {
    var post = new PostId(Uuids.next(clock));
    jdbc.sql(
            """
            insert into organisation.posts (id, agency, role, title_zh, title_en, deputy)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(post.value(), agency.id().value(), role.name(), titleZh, titleEn, deputy)
        .update();
    return post;
  }

  public StaffId addStaff(String nameZh, String nameEn) {
    var staff = new StaffId(Uuids.next(clock));
    jdbc.sql("insert into organisation.staff (id, name_zh, name_en) values (?, ?, ?)")
        .params(staff.value(), nameZh, nameEn)
        .update();
    return staff;
  }

  /** Opens an account for a member of staff; {@code codeSecret} is sealed already. */
  public AccountId open(StaffId staff, String login, String secretHash, byte[] codeSecret) {
    var account = new AccountId(Uuids.next(clock));
    jdbc.sql(
            """
            insert into organisation.accounts (id, login, secret, code_secret, staff)
            values (?, ?, ?, ?, ?)
            """)
        .params(account.value(), login, secretHash, codeSecret, staff.value())
        .update();
    return account;
  }

  /** Opens an account for a person under correction. */
  public AccountId open(PersonId person, String login, String secretHash) {
    var account = new AccountId(Uuids.next(clock));
    jdbc.sql("insert into organisation.accounts (id, login, secret, person) values (?, ?, ?, ?)")
        .params(account.value(), login, secretHash, person.value())
        .update();
    return account;
  }

  /** The account of a person under correction, once they have one. */
  public Optional<AccountId> of(PersonId person) {
    return jdbc.sql("select id from organisation.accounts where person = ?")
        .param(person.value())
        .query(UUID.class)
        .optional()
        .map(AccountId::new);
  }

  /** The names of the members of staff behind these accounts. */
  public Map<AccountId, StaffName> names(Collection<AccountId> accounts) {
    var names = new HashMap<AccountId, StaffName>();
    jdbc.sql(
            """
            select a.id, s.name_zh, s.name_en
            from organisation.accounts a join organisation.staff s on s.id = a.staff
            where a.id = any(?)
            """)
        .param(accounts.stream().map(AccountId::value).toArray(UUID[]::new))
        .query(
            (row, _) ->
                names.put(
                    new AccountId(row.getObject("id", UUID.class)),
                    new StaffName(row.getString("name_zh"), row.getString("name_en"))))
        .list();
    return names;
  }

  /** What a member of staff is called. */
  public record StaffName(String zh, String en) {
    public String in(Locale locale) {
      return locale.getLanguage().equals("zh") ? zh : en;
    }
  }

  /** What this account signs in as. */
  public String login(AccountId account) {
    return jdbc.sql("select login from organisation.accounts where id = ?")
        .param(account.value())
        .query(String.class)
        .single();
  }

  /** Puts another hash in place of the old one and takes back a lock. */
  public void changeSecret(AccountId account, String secretHash) {
    jdbc.sql(
            """
            update organisation.accounts set secret = ?, failures = 0, locked_until = null
            where id = ?
            """)
        .params(secretHash, account.value())
        .update();
  }

  public void appoint(AccountId account, PostId post, LocalDate from) {
    jdbc.sql("insert into organisation.account_posts (account, post, from_day) values (?, ?, ?)")
        .params(account.value(), post.value(), from)
        .update();
  }

  /** The person acts before this agency from now on, in its standing post for that. */
  public void handOver(PersonId person, PostId post) {
    jdbc.sql(
            """
            update organisation.account_posts set post = ?
            where account = (select id from organisation.accounts where person = ?)
            """)
        .params(post.value(), person.value())
        .update();
  }

  private Actor actor(ResultSet row) throws SQLException {
    @Nullable PersonId person = person(row);
    return new Actor(
        new AccountId(row.getObject("account", UUID.class)),
        new PostId(row.getObject("post", UUID.class)),
        Role.valueOf(row.getString("role")),
        agencies.get(new AgencyId(row.getObject("agency", UUID.class))),
        person == null ? row.getString("name_zh") : "",
        person == null ? row.getString("name_en") : "",
        row.getString("title_zh"),
        row.getString("title_en"),
        person,
        row.getBoolean("deputy"),
        inPlace(row),
        null);
  }

  private static @Nullable InPlace inPlace(ResultSet row) throws SQLException {
    @Nullable UUID substitution = row.getObject("substitution", UUID.class);
    return substitution == null
        ? null
        : new InPlace(
            substitution, row.getBoolean("by_order"), row.getObject("until_day", LocalDate.class));
  }

  private static @Nullable PersonId person(ResultSet row) throws SQLException {
    @Nullable UUID person = row.getObject("person", UUID.class);
    return person == null ? null : new PersonId(person);
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
