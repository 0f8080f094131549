package org.smartcorrection.platform.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.platform.casework.Law;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.kernel.MovableClock;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.subjects.Identity.Gender;
import org.smartcorrection.procedure.LegalCalendar;
import org.smartcorrection.procedure.TermLength;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The people of the demonstration, with a history: every step of it is a real act, recorded while
 * the clock stands where the step happened.
 */
@Component
@Profile("demo")
class DemoPeople {
  private static final LocalTime OPENS = LocalTime.of(9, 0);

  private final DemoReception reception;
  private final DemoCrowd crowd;
  private final DemoAccounts accounts;
  private final Law law;
  private final MovableClock clock;

  DemoPeople(
      DemoReception reception,
      DemoCrowd crowd,
      DemoAccounts accounts,
      Law law,
      MovableClock clock) {
    this.reception = reception;
    this.crowd = crowd;
    this.accounts = accounts;
    this.law = law;
    this.clock = clock;
  }

  /**
   * One invented person.
   *
   * @param effectiveDaysAgo when the decision took effect
   * @param steps how far the reception has come: 1 only referred, 7 under a plan
   */
  record Invented(
      String name,
      String latin,
      Gender gender,
      LocalDate born,
      String category,
      String penalty,
      String offence,
      TermLength sentence,
      TermLength term,
      int effectiveDaysAgo,
      int steps,
      String office,
      String level,
      int everyDays) {}

  static final List<Invented> ALL =
      List.of(
          new Invented(
              "周虚构",
              "Zhou Xugou",
              Gender.MALE,
              LocalDate.of(1985, 3, 14),
              "PAROLE",
              "FIXED_TERM",
              "故意伤害罪",
              new TermLength(1, 8, 0),
              new TermLength(1, 8, 0),
              34,
              7,
              "qinghe-liutang",
              "STRICT",
              30),
          new Invented(
              "何模拟",
              "He Moni",
              Gender.FEMALE,
              LocalDate.of(1992, 7, 2),
              "SUSPENDED_SENTENCE",
              "FIXED_TERM",
              "诈骗罪",
              TermLength.ofYears(1),
              TermLength.ofYears(2),
              32,
              7,
              "qinghe-liutang",
              "RELAXED",
              30),
          new Invented(
              "陈样本",
              "Chen Yangben",
              Gender.MALE,
              LocalDate.of(1979, 11, 20),
              "SUSPENDED_SENTENCE",
              "FIXED_TERM",
              "盗窃罪",
              TermLength.ofMonths(10),
              new TermLength(1, 6, 0),
              30,
              7,
              "qinghe-liutang",
              "ORDINARY",
              30),
          new Invented(
              "吴演示",
              "Wu Yanshi",
              Gender.MALE,
              LocalDate.of(1968, 1, 9),
              "PUBLIC_SURVEILLANCE",
              "PUBLIC_SURVEILLANCE",
              "寻衅滋事罪",
              TermLength.ofYears(1),
              TermLength.ofYears(1),
              28,
              7,
              "qinghe-dongli",
              "RELAXED",
              30),
          new Invented(
              "唐范例",
              "Tang Fanli",
              Gender.FEMALE,
              LocalDate.of(1990, 5, 27),
              "SUSPENDED_SENTENCE",
              "CRIMINAL_DETENTION",
              "危险驾驶罪",
              TermLength.ofMonths(2),
              TermLength.ofMonths(4),
              26,
              7,
              "qinghe-yunqiao",
              "ORDINARY",
              30),
          new Invented(
              "孙假设",
              "Sun Jiashe",
              Gender.MALE,
              LocalDate.of(1983, 9, 1),
              "PAROLE",
              "FIXED_TERM",
              "抢劫罪",
              new TermLength(2, 1, 0),
              new TermLength(2, 1, 0),
              24,
              7,
              "qinghe-bailuzhou",
              "STRICT",
              30),
          new Invented(
              "罗虚询",
              "Luo Xuxun",
              Gender.FEMALE,
              LocalDate.of(1996, 12, 12),
              "SUSPENDED_SENTENCE",
              "FIXED_TERM",
              "交通肇事罪",
              TermLength.ofMonths(8),
              TermLength.ofYears(1),
              22,
              7,
              "qinghe-bailuzhou",
              "ORDINARY",
              30),
          new Invented(
              "钱设例",
              "Qian Sheli",
              Gender.MALE,
              LocalDate.of(1988, 4, 18),
              "SUSPENDED_SENTENCE",
              "FIXED_TERM",
              "非法经营罪",
              TermLength.ofYears(2),
              TermLength.ofYears(3),
              17,
              4,
              "qinghe-dongli",
              "ORDINARY",
              30),
          new Invented(
              "许假想",
              "Xu Jiaxiang",
              Gender.MALE,
              LocalDate.of(2001, 2, 6),
              "SUSPENDED_SENTENCE",
              "FIXED_TERM",
              "帮助信息网络犯罪活动罪",
              TermLength.ofMonths(7),
              TermLength.ofYears(1),
              2,
              1,
              "qinghe-yunqiao",
              "ORDINARY",
              30));

  /**
   * Everybody, in the order in which they come: among them somebody of sixteen, and a second record
   * of Ms Tang that an office wrote with another identity number.
   */
  static List<Invented> all(LocalDate today) {
    var all = new ArrayList<>(ALL);
    all.add(
        all.size() - 1,
        new Invented(
            "叶少年",
            "Ye Shaonian",
            Gender.MALE,
            today.minusYears(16).minusMonths(7),
            "SUSPENDED_SENTENCE",
            "FIXED_TERM",
            "盗窃罪",
            TermLength.ofMonths(6),
            TermLength.ofYears(1),
            8,
            7,
            "qinghe-bailuzhou",
            "ORDINARY",
            30));
    Invented tang = ALL.get(4);
    all.add(
        new Invented(
            tang.name(),
            tang.latin(),
            tang.gender(),
            tang.born(),
            tang.category(),
            tang.penalty(),
            tang.offence(),
            tang.sentence(),
            tang.term(),
            2,
            1,
            tang.office(),
            tang.level(),
            tang.everyDays()));
    return List.copyOf(all);
  }

  /** The case of one invented person, at the end of what the history tells of it. */
  record Told(PersonId person, Running reception) {}

  /** Tells one person's reception, from the referral as far as it has come. */
  Told tell(Invented invented, int number, Instant now) {
    Instant effective = now.minus(invented.effectiveDaysAgo(), ChronoUnit.DAYS);
    at(effective.plus(1, ChronoUnit.DAYS));
    DemoReception.Actors by = reception.actors();
    PersonId person = reception.person(invented, number);
    if (number == 1) accounts.buildSubject(person);
    Running at =
        reception.refer(person, invented, LegalCalendar.legalDay(effective), number, by.court());
    if (invented.steps() < 2) return new Told(person, at);
    at(effective.plus(2, ChronoUnit.DAYS));
    at = reception.check(at, by.officer());
    at(effective.plus(3, ChronoUnit.DAYS));
    at = reception.register(at, invented, by.officer());
    if (invented.steps() < 5) return new Told(person, at);
    at(effective.plus(4, ChronoUnit.DAYS));
    return new Told(person, reception.plan(at, invented, by.officer()));
  }

  /** Lets the time until then pass, with whatever happens meanwhile to everybody else. */
  void at(Instant instant) {
    crowd.live(instant);
    clock.forwardTo(inOfficeHours(instant));
  }

  /** The next office hour after it, on a working day between nine and five, if that has come. */
  private Instant inOfficeHours(Instant instant) {
    LocalDate day = LegalCalendar.legalDay(instant);
    while (!law.calendar().isWorkingDay(day)) day = day.plusDays(1);
    int minute = instant.atZone(LegalCalendar.ZONE).get(ChronoField.MINUTE_OF_DAY);
    Instant open = day.atTime(OPENS).plusMinutes(minute / 3).atZone(LegalCalendar.ZONE).toInstant();
    return open.isBefore(Clock.systemUTC().instant()) ? open : instant;
  }
}
