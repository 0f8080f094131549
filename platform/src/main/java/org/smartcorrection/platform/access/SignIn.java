package org.smartcorrection.platform.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Accounts.Credentials;
import org.smartcorrection.platform.organisation.Actor;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing in: staff with a password and a one-time code (level-3 protection, D10), people under
 * correction with their number and PIN. What was wrong is never told apart; five failures lock for
 * a while.
 */
@Component
public class SignIn {
  private static final ZoneId LEGAL_ZONE = ZoneId.of("Asia/Shanghai");

  private final Accounts accounts;
  private final PasswordEncoder secrets;
  private final CodeSecrets codeSecrets;
  private final Trail trail;
  private final Clock clock;
  private final OneTimeCodes codes = new OneTimeCodes();

  /** Made at the first attempt, whoever it is that attempts, so that its time tells nothing. */
  private volatile @Nullable String nobodysHash;

  SignIn(
      Accounts accounts,
      PasswordEncoder secrets,
      CodeSecrets codeSecrets,
      Trail trail,
      Clock clock) {
    this.accounts = accounts;
    this.secrets = secrets;
    this.codeSecrets = codeSecrets;
    this.trail = trail;
    this.clock = clock;
  }

  /** What came of a try. */
  public sealed interface Outcome {
    /** In. Whoever holds several posts begins in the first one. */
    record In(List<Actor> posts) implements Outcome {}

    /** Login, secret or code was wrong, or the code was used before. */
    record Wrong() implements Outcome {}

    /** Too many failures: try again after this moment. */
    record Locked(Instant until) implements Outcome {}
  }

  private String nobodysHash() {
    String made = nobodysHash;
    if (made == null) {
      made = Objects.requireNonNull(secrets.encode("nobody"));
      nobodysHash = made;
    }
    return made;
  }

  /** Tries to sign in. {@code code} is ignored for people under correction. */
  @Transactional
  public Outcome attempt(String login, String secret, String code) {
    String nobodys = nobodysHash();
    var found = accounts.credentials(login.strip());
    if (found.isEmpty()) {
      secrets.matches(secret, nobodys); // takes as long as for a login that exists
      return new Outcome.Wrong();
    }
    Credentials known = found.get();
    Instant now = clock.instant();
    if (known.lockedUntil() != null && now.isBefore(known.lockedUntil()))
      return new Outcome.Locked(known.lockedUntil());
    OptionalLong step = stepOf(known, code, now);
    boolean right = secrets.matches(secret, known.secret()) && step.isPresent();
    if (!right || !accounts.succeeded(known.account(), step.getAsLong())) {
      accounts.failed(known.account());
      trail.note(known.account(), "sign-in-failed", "");
      return new Outcome.Wrong();
    }
    List<Actor> posts = accounts.posts(known.account(), LocalDate.ofInstant(now, LEGAL_ZONE));
    if (posts.isEmpty()) return new Outcome.Wrong();
    trail.note(known.account(), "signed-in", "");
    return new Outcome.In(posts);
  }

  private OptionalLong stepOf(Credentials known, String code, Instant now) {
    if (known.person() != null) return OptionalLong.of(0);
    if (known.codeSecret() == null) return OptionalLong.empty();
    OptionalLong step = codes.step(codeSecrets.open(known.codeSecret()), code, now);
    return step.isPresent() && step.getAsLong() > known.codeStep() ? step : OptionalLong.empty();
  }
}
