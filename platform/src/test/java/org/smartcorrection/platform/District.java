package org.smartcorrection.platform;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.access.Enrolment;
import org.smartcorrection.platform.casework.Casework;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Result;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.subjects.Identity;
import org.smartcorrection.platform.subjects.People;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.TermLength;
import org.springframework.stereotype.Component;

/** A district of its own for a test: agencies, one post each, and people as they are needed. */
@Component
public class District {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final Agencies agencies;
  private final Accounts accounts;
  private final Enrolment enrolment;
  private final People people;
  private final Casework casework;
  private final Clock clock;

  District(
      Agencies agencies,
      Accounts accounts,
      Enrolment enrolment,
      People people,
      Casework casework,
      Clock clock) {
    this.agencies = agencies;
    this.accounts = accounts;
    this.enrolment = enrolment;
    this.people = people;
    this.casework = casework;
    this.clock = clock;
  }

  /** The agencies of one district and somebody in each. */
  public record Staffed(
      Actor court, Actor officer, Actor office, Actor head, Actor city, Actor prosecutor) {}

  /** A new district; no other test sees its cases. */
  public Staffed staffed() {
    String code = "t" + COUNT.incrementAndGet();
    Agency city = agency(code + "-city", AgencyKind.CITY_AGENCY, null);
    return staffed(code, city, actor(city, Role.CITY_AGENCY));
  }

  /** A district of the same city. */
  public Staffed beside(Staffed other) {
    return staffed("t" + COUNT.incrementAndGet(), other.city().agency(), other.city());
  }

  private Staffed staffed(String code, Agency city, Actor above) {
    Agency bureau = agency(code + "-bureau", AgencyKind.JUSTICE_BUREAU, city.id());
    Agency agency = agency(code + "-agency", AgencyKind.CORRECTION_AGENCY, bureau.id());
    Agency office = agency(code + "-office", AgencyKind.JUDICIAL_OFFICE, agency.id());
    Agency court = agency(code + "-court", AgencyKind.COURT, null);
    Agency procuratorate = agency(code + "-procuratorate", AgencyKind.PROCURATORATE, null);
    return new Staffed(
        actor(court, Role.COURT),
        actor(agency, Role.AGENCY_OFFICER),
        actor(office, Role.JUDICIAL_OFFICE),
        actor(bureau, Role.BUREAU_HEAD),
        above,
        actor(procuratorate, Role.PROSECUTOR));
  }

  /** A person nobody knows yet. */
  public PersonId person() {
    return person(LocalDate.of(1985, 5, 5));
  }

  /** A person nobody knows yet, of an age. */
  public PersonId person(LocalDate born) {
    int number = COUNT.incrementAndGet();
    return people.add(
        new Identity(
            "试验" + number,
            "Shi Yan " + number,
            Identity.Gender.MALE,
            born,
            "99%016d".formatted(number),
            "000-" + number,
            "试验路" + number + "号"));
  }

  /** A suspended sentence of two years that became effective today, referred by the court. */
  public Result.Recorded referred(Staffed staffed) {
    return referred(staffed, person());
  }

  private Result.Recorded referred(Staffed staffed, PersonId person) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    Facts decision =
        Facts.NONE
            .choice("category", "SUSPENDED_SENTENCE")
            .choice("penalty", "FIXED_TERM")
            .text("offence", "盗窃罪")
            .text("courtNumber", "(2026)试0001刑初1号")
            .length("sentence", TermLength.ofYears(1))
            .length("term", TermLength.ofYears(2))
            .day("judgedOn", today.minusDays(20))
            .day("effectiveOn", today)
            .day("termStartsOn", today);
    Result result =
        casework.open(
            person,
            staffed.officer().agency(),
            in ->
                PerformAct.opening(
                    in.id(), "reception", "ReferralReceived", decision, staffed.court()));
    return recorded(result);
  }

  /** Goes on in a running procedure, and fails the test when the law refuses. */
  public Running perform(Running running, String type, Facts facts, Actor by) {
    return recorded(casework.perform(PerformAct.in(running, type, facts, by))).instance();
  }

  /** A person in the middle of correction: received, entrusted, announced, with a plan. */
  public Result.Recorded received(Staffed staffed) {
    return received(staffed, referred(staffed), Facts.NONE.flag("minor", false));
  }

  /** The same of somebody who is seventeen today. */
  public Result.Recorded receivedMinor(Staffed staffed) {
    LocalDate born = LegalCalendar.legalDay(clock.instant()).minusYears(17);
    Facts group = Facts.NONE.flag("minor", true).flag("minorsExpertInGroup", true);
    return received(staffed, referred(staffed, person(born)), group);
  }

  private Result.Recorded received(Staffed staffed, Result.Recorded referred, Facts group) {
    LocalDate today = LegalCalendar.legalDay(clock.instant());
    Running at = referred.instance();
    at =
        perform(
            at,
            "DocumentsChecked",
            Facts.NONE.flag("complete", true).day("servedOn", today),
            staffed.officer());
    at =
        perform(
            at,
            "Registered",
            Facts.NONE.day("reportedOn", today).flag("identityVerified", true),
            staffed.officer());
    at =
        perform(
            at,
            "Entrusted",
            Facts.NONE.text("office", staffed.office().agency().id().toString()),
            staffed.officer());
    at =
        perform(
            at,
            "GroupFormed",
            group.choice("sex", "MALE").count("membersInGroup", 3).count("womenInGroup", 1),
            staffed.officer());
    at = perform(at, "Announced", Facts.NONE, staffed.officer());
    return recorded(
        casework.perform(
            PerformAct.in(at, "PlanOpened", Facts.NONE.count("everyDays", 7), staffed.officer())));
  }

  /** The act, or the reasons why there is none as the test's failure. */
  public static Result.Recorded recorded(Result result) {
    return switch (result) {
      case Result.Recorded done -> done;
      case Result.Refused(var reasons) -> throw new AssertionError("refused: " + reasons);
      case Result.NeedsReason(var warnings) ->
          throw new AssertionError("needs a reason: " + warnings);
    };
  }

  /** A deputy of the head of this bureau. */
  public Actor deputy(Agency bureau) {
    return actor(bureau, Role.BUREAU_HEAD, true);
  }

  /** Somebody in a post of this agency. */
  public Actor actor(Agency agency, Role role) {
    return actor(agency, role, false);
  }

  private Actor actor(Agency agency, Role role, boolean deputy) {
    String usual = agency.code() + "-" + role.name().toLowerCase(Locale.ROOT);
    boolean taken = accounts.credentials(usual).isPresent();
    String login = taken ? usual + "-" + COUNT.incrementAndGet() : usual;
    PostId post = accounts.addPost(agency, role, "试验岗", "Test post", deputy);
    var staff = accounts.addStaff("试验员", "Tester");
    var account = enrolment.staff(staff, post, login, "a long test password").account();
    return accounts.acting(account, post, LegalCalendar.legalDay(clock.instant())).orElseThrow();
  }

  private Agency agency(String code, AgencyKind kind, @Nullable AgencyId parent) {
    var agency =
        new Agency(new AgencyId(UUID.randomUUID()), code, kind, code + "机构", code, parent, null);
    agencies.add(agency);
    return agency;
  }
}
