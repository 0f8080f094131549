package org.smartcorrection.platform.my;

import java.time.Clock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.stereotype.Component;

/** People under correction, as they act for themselves. */
@Component
public class Subjects {
  private final Accounts accounts;
  private final Clock clock;

  Subjects(Accounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  /** In the account that registration made for them. */
  public Actor actor(PersonId person) {
    return accounts
        .posts(accounts.of(person).orElseThrow(), LegalCalendar.legalDay(clock.instant()))
        .getFirst();
  }
}
