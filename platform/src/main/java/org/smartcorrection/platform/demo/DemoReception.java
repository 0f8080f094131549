package org.smartcorrection.platform.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.demo.DemoPeople.Invented;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The steps from a court's referral to the plan, as the demonstration's agencies take them. */
@Component
@Profile("demo")
class DemoReception {
  private final People people;
  private final Casework casework;
  private final DemoAgencies agencies;
  private final DemoAccounts accounts;
  private final Clock clock;

  DemoReception(
      People people, Casework casework, DemoAgencies agencies, DemoAccounts accounts, Clock clock) {
    this.people = people;
    this.casework = casework;
    this.agencies = agencies;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** Those who act in every reception and every positioning. */
  record Actors(Actor court, Actor officer, Actor head) {}

  Actors actors() {
    return new Actors(
        accounts.actor(DemoAccounts.Account.COURT),
        accounts.actor(DemoAccounts.Account.OFFICER),
        accounts.actor(DemoAccounts.Account.HEAD));
  }

  PersonId person(Invented invented, int number) {
    return people.add(identity(invented, number));
  }

  /** The court hands the person over; the decision took effect on that day. */
  Running refer(PersonId person, Invented invented, LocalDate effective, int number, Actor court) {
    return done(
        casework.open(
            person,
            agencies.get(DemoAgencies.AGENCY),
            in ->
                PerformAct.opening(
                        in.id(),
                        "reception",
                        "ReferralReceived",
                        decision(invented, effective, number),
                        court)
                    .withDocuments(List.of(DemoPaper.judgment(number)))));
  }

  Running check(Running at, Actor officer) {
    Facts complete = Facts.NONE.flag("complete", true).day("servedOn", today());
    return step(at, "DocumentsChecked", complete, officer);
  }

  /** Registers the person and entrusts a judicial office. */
  Running register(Running at, Invented invented, Actor officer) {
    Facts reported = Facts.NONE.day("reportedOn", today()).flag("identityVerified", true);
    Running registered = step(at, "Registered", reported, officer);
    String office = agencies.get(invented.office()).id().toString();
    return step(registered, "Entrusted", Facts.NONE.text("office", office), officer);
  }

  /** Forms the group, announces, and opens the plan. */
  Running plan(Running at, Invented invented, Actor officer) {
    boolean minor = today().isBefore(invented.born().plusYears(18));
    Facts member = minor ? Facts.NONE.flag("minorsExpertInGroup", true) : Facts.NONE;
    Facts group =
        member
            .choice("sex", invented.gender())
            .flag("minor", minor)
            .count("membersInGroup", 4)
            .count("womenInGroup", 2);
    Running formed = step(at, "GroupFormed", group, officer);
    Running announced = step(formed, "Announced", Facts.NONE, officer);
    Facts plan =
        Facts.NONE.count("everyDays", invented.everyDays()).choice("level", invented.level());
    return step(announced, "PlanOpened", plan, officer);
  }

  /** Does something, and stops the start when the law refuses: the story must be lawful. */
  Running step(Running running, String type, Facts facts, Actor by) {
    return done(casework.perform(PerformAct.in(running, type, facts, by)));
  }

  /** The same for the first act of a procedure. */
  Running begin(Running reception, String procedure, String type, Facts facts, Actor by) {
    return done(
        casework.perform(PerformAct.opening(reception.caseId(), procedure, type, facts, by)));
  }

  static Running done(Result result) {
    return switch (result) {
      case Result.Recorded recorded -> recorded.instance();
      case Result.NeedsReason(var warnings) ->
          throw new IllegalStateException("the demonstration needs a reason: " + warnings);
      case Result.Refused(var reasons) ->
          throw new IllegalStateException("the demonstration is unlawful: " + reasons);
    };
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }

  private static Facts decision(Invented invented, LocalDate effective, int number) {
    return Facts.NONE
        .choice("category", invented.category())
        .choice("penalty", invented.penalty())
        .text("offence", invented.offence())
        .text("courtNumber", "(%d)云0199刑初%d号".formatted(effective.getYear(), 400 + number))
        .length("sentence", invented.sentence())
        .length("term", invented.term())
        .day("judgedOn", effective.minusDays(12))
        .day("effectiveOn", effective)
        .day("termStartsOn", effective);
  }

  private static Identity identity(Invented invented, int number) {
    return new Identity(
        invented.name(),
        invented.latin(),
        invented.gender(),
        invented.born(),
        DemoPaper.identityNumber(invented.born(), number % 1000),
        "000-0000-%04d".formatted(number % 10_000),
        "望禾市青禾区" + DemoUnits.town(invented.office()) + "虚构路" + number + "号");
  }
}
