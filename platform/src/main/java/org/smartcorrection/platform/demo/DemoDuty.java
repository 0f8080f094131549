package org.smartcorrection.platform.demo;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.smartcorrection.platform.demo.DemoAccounts.Account;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.roster.Duty;
import org.smartcorrection.platform.roster.DutyNumbers;
import org.smartcorrection.platform.roster.Roster;
import org.smartcorrection.platform.roster.Shift;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Who is on duty in Qinghe: four weeks of turns, with telephones that nobody has. */
@Component
@Profile("demo")
class DemoDuty {
  private static final int WEEKS = 4;

  private final Roster roster;
  private final DutyNumbers numbers;
  private final DemoAccounts accounts;
  private final DemoAgencies agencies;
  private final Clock clock;

  DemoDuty(
      Roster roster,
      DutyNumbers numbers,
      DemoAccounts accounts,
      DemoAgencies agencies,
      Clock clock) {
    this.roster = roster;
    this.numbers = numbers;
    this.accounts = accounts;
    this.agencies = agencies;
    this.clock = clock;
  }

  /** The head draws the turns up, from yesterday's night on. */
  void drawUp() {
    AgencyId agency = agencies.get(DemoAgencies.AGENCY).id();
    var first = new Shift(LegalCalendar.legalDay(clock.instant()), Shift.Half.DAY).before();
    List<Duty> duties =
        Stream.iterate(first, Shift::next).limit(WEEKS * 14L).map(this::duty).toList();
    roster.drawUp(agency, duties, accounts.actor(Account.HEAD));
    int number = 0;
    for (Account one : List.of(Account.OFFICER, Account.SECOND, Account.DEPUTY, Account.HEAD))
      numbers.set(account(one), "000 0000 000" + ++number);
  }

  private Duty duty(Shift shift) {
    boolean byDay = shift.half() == Shift.Half.DAY;
    return new Duty(
        shift,
        account(byDay ? Account.OFFICER : Account.SECOND),
        account(byDay ? Account.SECOND : Account.OFFICER));
  }

  private AccountId account(Account of) {
    return accounts.actor(of).account();
  }
}
