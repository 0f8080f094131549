package org.smartcorrection.platform.demo;

import java.time.Clock;
import java.util.Set;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Minors;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.demo.DemoAccounts.Account;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Charges;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What not everybody of the agency may open: one restricted case, and the minor's. */
@Component
@Profile("demo")
class DemoClosed {
  private final DemoReception reception;
  private final DemoAccounts accounts;
  private final Charges charges;
  private final Clock clock;

  DemoClosed(DemoReception reception, DemoAccounts accounts, Charges charges, Clock clock) {
    this.reception = reception;
    this.accounts = accounts;
    this.charges = charges;
    this.clock = clock;
  }

  /**
   * The head restricts Ms Luo's case, for she is related to an officer, and an officer has to open
   * it in an emergency. The second officer is charged with minors.
   */
  void tell(DemoPeople.Told luo) {
    Actor head = accounts.actor(Account.HEAD);
    Actor second = accounts.actor(Account.SECOND);
    Running run =
        reception.begin(
            luo.reception(),
            Restrictions.PROCEDURE,
            "RestrictionSet",
            Facts.NONE.text("openTo", second.post().toString()).text("reason", "本人系一名工作人员的亲属。"),
            head);
    reception.step(
        run,
        Restrictions.OPENED,
        Facts.NONE.text("reason", "值班期间接到求助电话，须立即联系本人。"),
        accounts.actor(Account.OFFICER));
    charges.set(
        second.post(),
        second.agency().id(),
        Set.of(Minors.PROCEDURE),
        LegalCalendar.legalDay(clock.instant()),
        head.account());
  }
}
