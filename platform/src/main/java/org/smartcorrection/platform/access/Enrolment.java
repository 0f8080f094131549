package org.smartcorrection.platform.access;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.StaffId;
import org.smartcorrection.platform.organisation.Accounts;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens accounts: staff get a password and a one-time-code secret, people a PIN. */
@Component
public class Enrolment {
  private final Accounts accounts;
  private final PasswordEncoder secrets;
  private final CodeSecrets codeSecrets;
  private final Trail trail;
  private final Clock clock;
  private final OneTimeCodes codes = new OneTimeCodes();

  Enrolment(
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

  /** A new account, and the secret for the authenticator application, shown once. */
  public record Enrolled(AccountId account, CodeSecret secret) {}

  /** Opens an account for a member of staff in a post. */
  @Transactional
  public Enrolled staff(StaffId staff, PostId post, String login, String password) {
    byte[] secret = OneTimeCodes.newSecret();
    AccountId account =
        accounts.open(staff, login, secrets.encode(password), codeSecrets.seal(secret));
    accounts.appoint(account, post, today());
    trail.note(account, "account-opened", post.toString());
    return new Enrolled(account, new CodeSecret(login, secret));
  }

  /** Opens an account for a person under correction; they sign in with their number and a PIN. */
  @Transactional
  public AccountId person(PersonId person, PostId post, String login, String pin) {
    AccountId account = accounts.open(person, login, secrets.encode(pin));
    accounts.appoint(account, post, today());
    trail.note(account, "account-opened", post.toString());
    return account;
  }

  /**
   * Gives a person under correction a new PIN, for the slip that staff hand over once.
   *
   * @param by who asked for it: the auditor sees that
   */
  @Transactional
  public String newPin(AccountId account, AccountId by) {
    String pin = Pins.fresh();
    accounts.changeSecret(account, secrets.encode(pin));
    trail.note(by, "pin-renewed", account.toString());
    return pin;
  }

  /**
   * The one-time code of this moment: for the demonstration's own accounts, whose codes stand on
   * its first page. No code path of an installation with real people calls it.
   */
  public String codeNow(String login) {
    Instant now = clock.instant();
    return accounts
        .credentials(login)
        .flatMap(known -> Optional.ofNullable(known.codeSecret()))
        .map(kept -> codes.code(codeSecrets.open(kept), now))
        .orElse("");
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
  }
}
