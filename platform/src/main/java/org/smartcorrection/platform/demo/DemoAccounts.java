package org.smartcorrection.platform.demo;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.smartcorrection.platform.access.Enrolment;
import org.smartcorrection.platform.access.SignInNote;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.StaffId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Role;
import org.smartcorrection.platform.shell.Line;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The accounts of the demonstration. Their passwords are printed everywhere on purpose. */
@Component
@Profile("demo")
class DemoAccounts implements SignInNote {
  static final String PASSWORD = "demonstration";
  static final String PIN = "246810";

  private final Accounts accounts;
  private final Enrolment enrolment;
  private final DemoAgencies agencies;
  private final Clock clock;

  DemoAccounts(Accounts accounts, Enrolment enrolment, DemoAgencies agencies, Clock clock) {
    this.accounts = accounts;
    this.enrolment = enrolment;
    this.agencies = agencies;
    this.clock = clock;
  }

  /** One invented member of staff. */
  enum Account {
    COURT(Role.COURT, "qinghe-fayuan", "顾书记", "Gu Shuji", "书记员", "Court clerk"),
    OFFICER(
        Role.AGENCY_OFFICER,
        DemoAgencies.AGENCY,
        "高值守",
        "Gao Zhishou",
        "执法大队工作人员",
        "Officer, brigade"),
    OFFICE(Role.JUDICIAL_OFFICE, "qinghe-liutang", "沈示范", "Shen Shifan", "专职干部", "Case officer"),
    HEAD(Role.BUREAU_HEAD, "qinghe-sifaju", "陆局长", "Lu Juzhang", "局长", "Head of bureau"),
    DEPUTY(Role.BUREAU_HEAD, "qinghe-sifaju", "唐副职", "Tang Fuzhi", "副局长", "Deputy head of bureau"),
    SECOND(
        Role.AGENCY_OFFICER,
        DemoAgencies.AGENCY,
        "宋接替",
        "Song Jieti",
        "执法大队工作人员",
        "Officer, brigade"),
    NEIGHBOUR(
        Role.AGENCY_OFFICER, DemoAgencies.NEIGHBOUR, "方接收", "Fang Jieshou", "工作人员", "Officer"),
    CITY(Role.CITY_AGENCY, "wanghe-jiaozheng", "韩市级", "Han Shiji", "科长", "Section head"),
    PROSECUTOR(Role.PROSECUTOR, "qinghe-jianchayuan", "金监察", "Jin Jiancha", "检察官", "Prosecutor"),
    AUDITOR(Role.AUDITOR, DemoAgencies.AGENCY, "严审计", "Yan Shenji", "安全审计员", "Auditor"),
    ADMIN(
        Role.ADMINISTRATOR,
        DemoAgencies.AGENCY,
        "曹管理",
        "Cao Guanli",
        "系统管理员",
        "System administrator");

    final Role role;
    final String agency;
    final String nameZh;
    final String nameEn;
    final String postZh;
    final String postEn;

    Account(Role role, String agency, String nameZh, String nameEn, String postZh, String postEn) {
      this.role = role;
      this.agency = agency;
      this.nameZh = nameZh;
      this.nameEn = nameEn;
      this.postZh = postZh;
      this.postEn = postEn;
    }

    String login() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  void build() {
    for (Account account : Account.values()) {
      Agency agency = agencies.get(account.agency);
      PostId post =
          accounts.addPost(
              agency, account.role, account.postZh, account.postEn, account == Account.DEPUTY);
      StaffId staff = accounts.addStaff(account.nameZh, account.nameEn);
      enrolment.staff(staff, post, account.login(), PASSWORD);
    }
  }

  /** The person who shows what somebody under correction sees. */
  void buildSubject(PersonId person) {
    Agency agency = agencies.get(DemoAgencies.AGENCY);
    PostId post = accounts.addPost(agency, Role.SUBJECT, "本人", "In person");
    enrolment.person(person, post, "subject", PIN);
  }

  /** Somebody of the demonstration, as they act today. */
  Optional<Actor> actor(String login) {
    return accounts
        .credentials(login)
        .map(known -> actors(known.account()))
        .filter(posts -> !posts.isEmpty())
        .map(List::getFirst);
  }

  Actor actor(Account account) {
    return actor(account.login()).orElseThrow();
  }

  private List<Actor> actors(AccountId account) {
    return accounts.posts(account, LegalCalendar.legalDay(clock.instant()));
  }

  @Override
  public List<Line> lines() {
    var lines = new ArrayList<Line>();
    for (Account account : Account.values())
      lines.add(
          new Line(
              Text.literal(account.login()),
              Text.of("demo.sign-in.code", PASSWORD, enrolment.codeNow(account.login()))));
    lines.add(new Line(Text.literal("subject"), Text.of("demo.sign-in.pin", PIN)));
    return lines;
  }
}
