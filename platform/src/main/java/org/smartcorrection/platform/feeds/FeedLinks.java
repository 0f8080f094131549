package org.smartcorrection.platform.feeds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.access.Trail;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Secret addresses of calendars. Whoever knows one reads that calendar, for as long as its account
 * holds its post: the address is shown once, kept as a digest alone, and can be ended at any time.
 */
@Repository
public class FeedLinks {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 32;

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Trail trail;
  private final Clock clock;

  FeedLinks(JdbcClient jdbc, Accounts accounts, Trail trail, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.trail = trail;
    this.clock = clock;
  }

  /** Whose calendar an address leads to. */
  record Holder(Actor actor, Scope scope, Locale locale) {}

  /** When the addresses of this account and post were made. */
  public Map<Scope, Instant> of(Actor actor) {
    var made = new EnumMap<Scope, Instant>(Scope.class);
    jdbc.sql("select scope, made_at from feeds.links where account = ? and post = ?")
        .params(actor.account().value(), actor.post().value())
        .query(
            row -> {
              made.put(
                  Scope.valueOf(row.getString("scope")),
                  row.getObject("made_at", OffsetDateTime.class).toInstant());
            });
    return made;
  }

  /**
   * Makes an address, which ends the one before it.
   *
   * @return its path, which nobody can be told a second time
   */
  public String make(Actor actor, Scope scope, Locale locale) {
    byte[] raw = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(raw);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    jdbc.sql(
            """
            insert into feeds.links (account, post, scope, digest, language, made_at)
            values (?, ?, ?, ?, ?, ?)
            on conflict (account, post, scope) do update set digest = excluded.digest,
              language = excluded.language, made_at = excluded.made_at
            """)
        .params(
            actor.account().value(),
            actor.post().value(),
            scope.name(),
            digest(token),
            locale.toLanguageTag(),
            clock.instant().atOffset(ZoneOffset.UTC))
        .update();
    trail.note(actor.account(), "calendar-made", scope.name());
    return "/clock/" + token + ".ics";
  }

  /** Ends an address: from now on it leads nowhere. */
  public void end(Actor actor, Scope scope) {
    int ended =
        jdbc.sql("delete from feeds.links where account = ? and post = ? and scope = ?")
            .params(actor.account().value(), actor.post().value(), scope.name())
            .update();
    if (ended > 0) trail.note(actor.account(), "calendar-ended", scope.name());
  }

  /** Who holds an address, while they still act in its post. */
  Optional<Holder> holder(String token) {
    record Link(AccountId account, PostId post, Scope scope, Locale locale) {}
    return jdbc.sql("select account, post, scope, language from feeds.links where digest = ?")
        .param(digest(token))
        .query(
            (row, _) ->
                new Link(
                    new AccountId(row.getObject("account", UUID.class)),
                    new PostId(row.getObject("post", UUID.class)),
                    Scope.valueOf(row.getString("scope")),
                    Locale.forLanguageTag(row.getString("language"))))
        .optional()
        .flatMap(
            link ->
                accounts
                    .acting(link.account(), link.post(), LegalCalendar.legalDay(clock.instant()))
                    .map(actor -> new Holder(actor, link.scope(), link.locale())));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
