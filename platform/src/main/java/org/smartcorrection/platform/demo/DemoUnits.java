package org.smartcorrection.platform.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.demo.DemoAccounts.Account;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.PostId;
import org.smartcorrection.platform.kernel.UnitId;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.Change;
import org.smartcorrection.platform.organisation.Division;
import org.smartcorrection.platform.organisation.Substituting;
import org.smartcorrection.platform.organisation.SubstitutionRegister;
import org.smartcorrection.platform.organisation.UnitAreas;
import org.smartcorrection.platform.organisation.UnitKind;
import org.smartcorrection.platform.organisation.UnitRegister;
import org.smartcorrection.procedure.LegalCalendar;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * The correction brigade of Qinghe with its two squadrons, and the four offices with their areas.
 * One officer is going to be away. The codes begin with 99, which no province has.
 */
@Component
@Profile("demo")
class DemoUnits {
  private static final String COUNTY = "990102";
  static final String FIRST_TOWN = COUNTY + "001";
  private static final List<String> TOWNS_ZH = List.of("柳塘街道", "东篱镇", "云桥街道", "白鹭洲乡");
  private static final List<String> TOWNS_EN =
      List.of("Liutang street", "Dongli town", "Yunqiao street", "Bailuzhou township");

  private final UnitRegister register;
  private final UnitAreas areas;
  private final SubstitutionRegister substitutions;
  private final DemoAgencies agencies;
  private final DemoAccounts accounts;
  private final Clock clock;

  DemoUnits(
      UnitRegister register,
      UnitAreas areas,
      SubstitutionRegister substitutions,
      DemoAgencies agencies,
      DemoAccounts accounts,
      Clock clock) {
    this.register = register;
    this.areas = areas;
    this.substitutions = substitutions;
    this.agencies = agencies;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** The town in which people of this office live. */
  static String town(String office) {
    return TOWNS_ZH.get(DemoAgencies.OFFICES.indexOf(office.substring("qinghe-".length())));
  }

  void build() {
    Agency agency = agencies.get(DemoAgencies.AGENCY);
    UnitId brigade =
        unit(agency, UnitKind.BRIGADE, null, "青禾区社区矫正执法大队", "Qinghe correction brigade", null);
    UnitId first = unit(agency, UnitKind.SQUADRON, null, "第一中队", "First squadron", brigade);
    UnitId second = unit(agency, UnitKind.SQUADRON, null, "第二中队", "Second squadron", brigade);
    areas.add(new Division(COUNTY, "青禾区", "Qinghe district"), by());
    for (int i = 0; i < DemoAgencies.OFFICES.size(); i++)
      office(agency, i, i < DemoAgencies.OFFICES.size() / 2 ? first : second);
    PostId officer = accounts.actor(Account.OFFICER).post();
    made(register.posts(first, Set.of(officer), List.of(officer), today(), by()));
    PostId other = accounts.actor(Account.SECOND).post();
    made(register.posts(second, Set.of(other), List.of(other), today(), by()));
  }

  /** A colleague will be away for three days; it begins and ends by itself. */
  void planAbsence() {
    Actor away = accounts.actor(Account.SECOND);
    var wanted =
        new SubstitutionRegister.Wanted(
            away.post(),
            accounts.actor(Account.OFFICER).account(),
            today().plusDays(2),
            today().plusDays(4),
            null);
    if (substitutions.record(wanted, away) instanceof Substituting.Refused refused)
      throw new IllegalStateException(refused.toString());
  }

  private void office(Agency agency, int at, UnitId squadron) {
    Agency office = agencies.get("qinghe-" + DemoAgencies.OFFICES.get(at));
    UnitId unit =
        unit(agency, UnitKind.OFFICE, office.id(), office.nameZh(), office.nameEn(), squadron);
    var town = new Division(COUNTY + "%03d".formatted(at + 1), TOWNS_ZH.get(at), TOWNS_EN.get(at));
    areas.add(town, by());
    made(register.area(unit, Set.of(town.code()), today(), by()));
  }

  private UnitId unit(
      Agency agency,
      UnitKind kind,
      @Nullable AgencyId office,
      String zh,
      String en,
      @Nullable UnitId above) {
    var wanted = new UnitRegister.Wanted(zh, en, above, today());
    return made(register.add(agency.id(), kind, office, wanted, by()));
  }

  private static UnitId made(Change change) {
    return switch (change) {
      case Change.Made(var unit) -> unit;
      case Change.Refused refused -> throw new IllegalStateException(refused.toString());
    };
  }

  private AccountId by() {
    return accounts.actor(Account.ADMIN).account();
  }

  private LocalDate today() {
    return LegalCalendar.legalDay(clock.instant());
  }
}
