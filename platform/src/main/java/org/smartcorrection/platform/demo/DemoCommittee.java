package org.smartcorrection.platform.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.committee.Committees;
import org.smartcorrection.platform.committee.Meeting;
import org.smartcorrection.platform.demo.DemoAccounts.Account;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The committee of Qinghe: one meeting that was held, with its minutes, and one that comes, with a
 * matter on its agenda. It is asked about proposals to the court; positioning the head decides
 * without it, as the story tells.
 */
@Component
@Profile("demo")
class DemoCommittee {
  private static final String MATTER = "RevocationProposed";
  private static final Set<String> MATTERS = Set.of(MATTER, "AbsenceRevocationProposed");
  private static final List<Account> MEMBERS =
      List.of(Account.DEPUTY, Account.OFFICER, Account.SECOND);

  private final Committees committees;
  private final DemoReception reception;
  private final DemoAccounts accounts;
  private final DemoAgencies agencies;
  private final Law law;
  private final Clock clock;

  DemoCommittee(
      Committees committees,
      DemoReception reception,
      DemoAccounts accounts,
      DemoAgencies agencies,
      Law law,
      Clock clock) {
    this.committees = committees;
    this.reception = reception;
    this.accounts = accounts;
    this.agencies = agencies;
    this.law = law;
    this.clock = clock;
  }

  /** Sets it up and holds a meeting about this person: the proposal is not carried. */
  void meet(DemoPeople.Told about) {
    committees.set(
        agency(),
        MEMBERS.stream().map(accounts::actor).map(Actor::post).toList(),
        MATTERS,
        accounts.actor(Account.HEAD));
    Meeting held =
        committees.call(agency(), clock.instant(), "三楼评议室", accounts.actor(Account.OFFICER));
    Running item = put(about, held, "两次进入被禁止进入的场所，是否提请撤销假释。");
    vote(item, Account.OFFICER, "FOR", "");
    vote(item, Account.SECOND, "AGAINST", "情节尚未达到严重程度，先使用电子定位装置加强监督。");
    vote(item, Account.DEPUTY, "AGAINST", "同意先加强监督，本人有悔改表现。");
    Actor chair = accounts.actor(MEMBERS.getFirst());
    item = reception.step(item, "DeliberationClosed", Facts.NONE, chair);
    for (Account member : MEMBERS)
      reception.step(item, "MinutesSigned", Facts.NONE, accounts.actor(member));
    reception.step(item, "MinutesCompleted", Facts.NONE, chair);
  }

  /** Calls the next meeting, on the next working day, about this person. */
  void call(DemoPeople.Told about) {
    LocalDate day = LegalCalendar.legalDay(clock.instant()).plusDays(1);
    while (!law.calendar().isWorkingDay(day)) day = day.plusDays(1);
    Meeting comes =
        committees.call(
            agency(),
            day.atTime(15, 0).atZone(LegalCalendar.ZONE).toInstant(),
            "三楼评议室",
            accounts.actor(Account.OFFICER));
    put(about, comes, "缓刑考验期内再次酒后驾驶，已受行政处罚，是否提请撤销缓刑。");
  }

  private Running put(DemoPeople.Told about, Meeting meeting, String says) {
    return reception.begin(
        about.reception(),
        "committee",
        "ItemPutOnAgenda",
        Facts.NONE
            .text("matter", MATTER)
            .text("meeting", meeting.id().toString())
            .text("itemSays", says),
        accounts.actor(Account.OFFICER));
  }

  private void vote(Running item, Account member, String vote, String opinion) {
    Facts said = Facts.NONE.choice("vote", vote);
    if (!opinion.isEmpty()) said = said.text("voteOpinion", opinion);
    reception.step(item, "VoteCast", said, accounts.actor(member));
  }

  private AgencyId agency() {
    return agencies.get(DemoAgencies.AGENCY).id();
  }
}
