package org.smartcorrection.platform.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Hosts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.demo.DemoAccounts.Account;
import org.smartcorrection.platform.evidence.KeyChanges;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Writes the demonstration's history once, before the first visitor: real acts, under the law,
 * while the clock goes from five weeks ago to now.
 */
@Component
@Profile("demo")
@Order(1)
class DemoHistory implements ApplicationRunner {
  private static final int WEEKS = 5;

  private final DemoAgencies agencies;
  private final DemoAccounts accounts;
  private final DemoUnits units;
  private final DemoOfficers officers;
  private final DemoSurroundings surroundings;
  private final DemoPeople people;
  private final DemoReception reception;
  private final DemoClosed closed;
  private final DemoCommittee committee;
  private final DemoDuty duty;
  private final KeyChanges keys;
  private final DemoCrowd crowd;
  private final Casework casework;
  private final MovableClock clock;

  DemoHistory(
      DemoAgencies agencies,
      DemoAccounts accounts,
      DemoUnits units,
      DemoOfficers officers,
      DemoSurroundings surroundings,
      DemoPeople people,
      DemoReception reception,
      DemoClosed closed,
      DemoCommittee committee,
      DemoDuty duty,
      KeyChanges keys,
      DemoCrowd crowd,
      Casework casework,
      MovableClock clock) {
    this.agencies = agencies;
    this.accounts = accounts;
    this.units = units;
    this.officers = officers;
    this.surroundings = surroundings;
    this.people = people;
    this.reception = reception;
    this.closed = closed;
    this.committee = committee;
    this.duty = duty;
    this.keys = keys;
    this.crowd = crowd;
    this.casework = casework;
    this.clock = clock;
  }

  @Override
  public void run(ApplicationArguments arguments) throws IOException {
    if (!agencies.missing()) return;
    Instant now = Clock.systemUTC().instant();
    Instant beginning = crowd.beginning(now.minus(7L * WEEKS, ChronoUnit.DAYS), now);
    clock.beginAt(beginning);
    agencies.build();
    accounts.build();
    units.build();
    crowd.gather(beginning);
    var told = new ArrayList<DemoPeople.Told>();
    List<DemoPeople.Invented> all = DemoPeople.all(LegalCalendar.legalDay(now));
    for (int i = 0; i < all.size(); i++) told.add(people.tell(all.get(i), i + 1, now));
    permit(told.getFirst());
    proposePositioning(told.getFirst(), now);
    committee.meet(told.get(5));
    keys.change(agencies.get(DemoAgencies.AGENCY), "系统管理员交接，更换密钥。", accounts.actor(Account.ADMIN));
    applyForLeave(told.get(2));
    askNeighbour(told.get(3));
    proposeAnother(told.get(5));
    closed.tell(told.get(6));
    committee.call(told.get(4));
    surroundings.note(told.getFirst(), "望禾市青禾区柳塘街道虚构路9号", DemoUnits.FIRST_TOWN);
    officers.name(told);
    duty.drawUp();
    people.at(now);
    units.planAbsence();
    // telling took time as well
    clock.forwardTo(Clock.systemUTC().instant());
  }

  /** The district is the place of execution; crossing inside it is not leaving (M17). */
  private void permit(DemoPeople.Told zhou) throws IOException {
    reception.begin(
        zhou.reception(),
        "area",
        "AreaSet",
        Scenario.area(Scenario.district()),
        accounts.actor(Account.OFFICER));
  }

  /** Mr Zhou left the district without approval: a ground of Article 29, proposed with evidence. */
  private void proposePositioning(DemoPeople.Told zhou, Instant now) {
    people.at(now.minus(30, ChronoUnit.HOURS));
    Actor officer = accounts.actor(Account.OFFICER);
    LocalDate ends =
        zhou.reception().facts().day("termStartsOn").orElseThrow().plusMonths(20).minusDays(1);
    Facts ground =
        Facts.NONE
            .choice("ground", "LEFT_WITHOUT_APPROVAL")
            .text("statement", "未经批准于上周离开青禾区前往白石县两日，无正当理由。")
            .count("months", 3)
            .day("termEndsOn", ends);
    Running positioning = propose(zhou, ground);
    people.at(now.minus(26, ChronoUnit.HOURS));
    positioning =
        reception.step(
            positioning,
            "PositioningApproved",
            Facts.NONE.count("months", 3).text("reason", "事实清楚，符合第二十九条第二项。"),
            accounts.actor(Account.HEAD));
    people.at(now.minus(25, ChronoUnit.HOURS));
    reception.step(
        positioning,
        "SubjectInformed",
        Facts.NONE
            .flag("termTold", true)
            .flag("rulesTold", true)
            .flag("consequencesTold", true)
            .choice("deviceKind", "DEDICATED"),
        officer);
  }

  /** Mr Sun's positioning waits for the head of the bureau: step three of the story. */
  private void proposeAnother(DemoPeople.Told sun) {
    LocalDate ends =
        sun.reception().facts().day("termStartsOn").orElseThrow().plusMonths(25).minusDays(1);
    propose(
        sun,
        Facts.NONE
            .choice("ground", "PROHIBITION_BREACHED")
            .text("statement", "违反禁止令，两次进入被禁止进入的场所。")
            .count("months", 2)
            .day("termEndsOn", ends));
  }

  private Running propose(DemoPeople.Told told, Facts ground) {
    return reception.begin(
        told.reception(),
        "positioning",
        "PositioningProposed",
        ground,
        accounts.actor(Account.OFFICER));
  }

  /** Mr Wu wants to move to the next county, and its agency is asked whether it receives him. */
  private void askNeighbour(DemoPeople.Told wu) {
    Actor officer = accounts.actor(Account.OFFICER);
    Facts move =
        Facts.NONE
            .text("newResidence", "云岭县磨坊镇水磨巷4号")
            .text("newAgency", "云岭县社区矫正管理局")
            .day("movesOn", LegalCalendar.legalDay(clock.instant()).plusMonths(2))
            .choice("relocationCause", "WORK_CHANGED")
            .text("statement", "在磨坊镇找到工作，妻子和孩子也在那里。");
    Running run =
        DemoReception.done(
            casework.perform(
                PerformAct.opening(
                        wu.reception().caseId(), "relocation", "RelocationApplied", move, officer)
                    .withDocuments(
                        List.of(
                            DemoPaper.pdf("proof", "contract.pdf", "Invented contract of work")))));
    DemoReception.done(
        casework.perform(
            PerformAct.in(
                    run,
                    "NewAgencyConsulted",
                    Facts.NONE.text(
                        Hosts.FACT, agencies.get(DemoAgencies.NEIGHBOUR).id().toString()),
                    officer)
                .withDocuments(
                    List.of(
                        DemoPaper.pdf(
                            "consultation", "letter.pdf", "Invented letter of inquiry")))));
  }

  /** Mr Chen asks for nine days: more than the office may decide. */
  private void applyForLeave(DemoPeople.Told chen) {
    LocalDate first = LegalCalendar.legalDay(clock.instant()).plusDays(6);
    Facts leave =
        Facts.NONE
            .day("firstDay", first)
            .day("lastDay", first.plusDays(8))
            .text("destination", "云川省白石县人民医院（陪护母亲手术）")
            .choice("cause", "FAMILY");
    DemoReception.done(
        casework.perform(
            PerformAct.opening(
                    chen.reception().caseId(),
                    "leave",
                    "LeaveApplied",
                    leave,
                    accounts.actor(Account.OFFICER))
                .withDocuments(
                    List.of(DemoPaper.pdf("proof", "hospital-letter.pdf", "Invented letter")))));
  }
}
