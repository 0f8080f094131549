package org.smartcorrection.platform.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who of the staff holds which post, for those who keep the organisation. People under correction
 * have accounts as well; they are not among these.
 */
@Repository
public class Staffing {
  /** Rows that an agency has at most. */
  private static final int MOST = 500;

  private final JdbcClient jdbc;

  Staffing(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One post of an agency and one account that holds it.
   *
   * @param account {@code null} where nobody holds the post
   */
  public record Held(
      PostId post,
      Role role,
      String titleZh,
      String titleEn,
      @Nullable AccountId account,
      @Nullable String login,
      @Nullable String nameZh,
      @Nullable String nameEn,
      boolean disabled,
      boolean deputy) {
    public String title(Locale locale) {
      return locale.getLanguage().equals("zh") ? titleZh : titleEn;
    }

    public @Nullable String name(Locale locale) {
      return locale.getLanguage().equals("zh") ? nameZh : nameEn;
    }
  }

  /**
   * The posts of an agency with whoever holds them on this day; never those of a {@code SUBJECT}.
   */
  public List<Held> of(AgencyId agency, LocalDate today) {
    return of(List.of(agency), today).getOrDefault(agency, List.of());
  }

  /** The same of several agencies at once. */
  public Map<AgencyId, List<Held>> of(Collection<AgencyId> agencies, LocalDate today) {
    var found = new HashMap<AgencyId, List<Held>>();
    jdbc.sql(
            """
            select p.agency, p.id post, p.role, p.title_zh, p.title_en, p.deputy, a.id account, a.login, a.disabled,
              s.name_zh, s.name_en
            from organisation.posts p
            left join organisation.account_posts ap on ap.post = p.id
              and ap.from_day <= :today and (ap.until_day is null or ap.until_day >= :today)
            left join organisation.accounts a on a.id = ap.account and a.staff is not null
            left join organisation.staff s on s.id = a.staff
            where p.agency = any(:agencies) and p.role not in ('SUBJECT', 'SYSTEM')
            order by p.role, p.id, a.login limit :most
            """)
        .param("today", today)
        .param("agencies", agencies.stream().map(AgencyId::value).toArray(UUID[]::new))
        .param("most", MOST * agencies.size())
        .query(
            row -> {
              found
                  .computeIfAbsent(
                      new AgencyId(row.getObject("agency", UUID.class)), _ -> new ArrayList<>())
                  .add(held(row));
            });
    return found;
  }

  /** Whether somebody has this login already. */
  public boolean taken(String login) {
    return jdbc.sql("select exists (select from organisation.accounts where login = ?)")
        .param(login)
        .query(Boolean.class)
        .single();
  }

  /**
   * Ends what an account of staff may do; nothing it did goes away.
   *
   * @return false when there is none that could be disabled
   */
  public boolean disable(AccountId account) {
    return jdbc.sql(
                """
                update organisation.accounts set disabled = true
                where id = ? and staff is not null and not disabled
                """)
            .param(account.value())
            .update()
        == 1;
  }

  /** Logins of staff by account; accounts of people under correction have none here. */
  public Map<AccountId, String> logins(Collection<AccountId> accounts) {
    var logins = new HashMap<AccountId, String>();
    jdbc.sql("select id, login from organisation.accounts where id = any(?) and staff is not null")
        .param(accounts.stream().map(AccountId::value).distinct().toArray(UUID[]::new))
        .query(
            row -> {
              logins.put(new AccountId(row.getObject("id", UUID.class)), row.getString("login"));
            });
    return logins;
  }

  private static Held held(ResultSet row) throws SQLException {
    @Nullable UUID account = row.getObject("account", UUID.class);
    return new Held(
        new PostId(row.getObject("post", UUID.class)),
        Role.valueOf(row.getString("role")),
        row.getString("title_zh"),
        row.getString("title_en"),
        account == null ? null : new AccountId(account),
        row.getString("login"),
        row.getString("name_zh"),
        row.getString("name_en"),
        row.getBoolean("disabled"),
        row.getBoolean("deputy"));
  }
}
