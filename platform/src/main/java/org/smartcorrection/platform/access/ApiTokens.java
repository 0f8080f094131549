package org.smartcorrection.platform.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tokens with which another agency's system calls the API: each acts in one post and ends. */
@Repository
public class ApiTokens {
  private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");
  private static final SecureRandom RANDOM = new SecureRandom();
  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Clock clock;

  ApiTokens(JdbcClient jdbc, Accounts accounts, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Issues a token; it is shown once and only its digest is kept. */
  public String issue(AccountId account, PostId post, Duration life) {
    return issue(account, post, "", life);
  }

  /**
   * The same, saying what it is for.
   *
   * @param purpose as whoever issues it says
   */
  public String issue(AccountId account, PostId post, String purpose, Duration life) {
    byte[] raw = new byte[32];
    RANDOM.nextBytes(raw);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    jdbc.sql(
            """
            insert into access.api_tokens (id, digest, account, post, purpose, ends_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .params(
            Uuids.next(clock),
            digest(token),
            account.value(),
            post.value(),
            purpose,
            clock.instant().plus(life).atOffset(ZoneOffset.UTC))
        .update();
    return token;
  }

  /** A token in force, without the token. */
  public record Token(UUID id, AccountId account, String purpose, Instant endsAt) {}

  /** The tokens in force that act in a post, the first to end first. */
  public List<Token> of(PostId post) {
    return jdbc.sql(
            """
            select id, account, purpose, ends_at from access.api_tokens
            where post = ? and ends_at > ? order by ends_at, id limit 200
            """)
        .params(post.value(), clock.instant().atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Token(
                    row.getObject("id", UUID.class),
                    new AccountId(row.getObject("account", UUID.class)),
                    row.getString("purpose"),
                    row.getObject("ends_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /** Ends a token at once. */
  public void end(UUID token) {
    Instant now = clock.instant();
    jdbc.sql("update access.api_tokens set ends_at = ? where id = ? and ends_at > ?")
        .params(now.atOffset(ZoneOffset.UTC), token, now.atOffset(ZoneOffset.UTC))
        .update();
  }

  Optional<Actor> actor(String token) {
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, LEGAL_ZONE);
    record Holder(AccountId account, PostId post) {}
    return jdbc.sql("select account, post from access.api_tokens where digest = ? and ends_at > ?")
        .params(digest(token), now.atOffset(ZoneOffset.UTC))
        .query(
            (row, _) ->
                new Holder(
                    new AccountId(row.getObject("account", UUID.class)),
                    new PostId(row.getObject("post", UUID.class))))
        .optional()
        .flatMap(holder -> accounts.acting(holder.account(), holder.post(), today));
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("SHA-256 is part of every JDK", e);
    }
  }
}
