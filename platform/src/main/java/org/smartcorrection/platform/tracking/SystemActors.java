package org.smartcorrection.platform.tracking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.StaffId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who acts when a device speaks or a deadline passes: one account an agency, in the post {@code
 * SYSTEM}, with which nobody can sign in.
 */
@Component
public class SystemActors {
  /** No hash: no password matches it. */
  private static final String NO_PASSWORD = "-";

  /** The law's first day: whatever the clock shows, the post has been there. */
  private static final LocalDate LAW_IN_FORCE = LocalDate.of(2020, 7, 1);

  private final Accounts accounts;
  private final MessageSource messages;
  private final Clock clock;

  SystemActors(Accounts accounts, MessageSource messages, Clock clock) {
    this.accounts = accounts;
    this.messages = messages;
    this.clock = clock;
  }

  /** The agency's own; made when it is needed first. */
  @Transactional
  public synchronized Actor of(Agency agency) {
    String login = "system." + agency.code();
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    AccountId account =
        accounts
            .credentials(login)
            .map(Accounts.Credentials::account)
            .orElseGet(() -> open(agency, login));
    return accounts.posts(account, today).getFirst();
  }

  private AccountId open(Agency agency, String login) {
    String chinese = title(Locale.SIMPLIFIED_CHINESE);
    String english = title(Locale.ENGLISH);
    PostId post = accounts.addPost(agency, Role.SYSTEM, chinese, english);
    StaffId staff = accounts.addStaff(chinese, english);
    AccountId account = accounts.open(staff, login, NO_PASSWORD, new byte[0]);
    accounts.appoint(account, post, LAW_IN_FORCE);
    return account;
  }

  private String title(Locale locale) {
    return messages.getMessage("tracking.system.post", null, locale);
  }
}
