package org.smartcorrection.platform.demo;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.kernel.Uuids;
import org.smartcorrection.platform.organisation.Agencies;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.organisation.AgencyKind;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The agencies of Qinghe district, Wanghe city: all invented. */
@Component
@Profile("demo")
class DemoAgencies {
  static final String AGENCY = "qinghe-jiaozheng";

  /** The agency of the next county of the city: it is asked when somebody moves there. */
  static final String NEIGHBOUR = "yunling-jiaozheng";

  static final List<String> OFFICES = List.of("liutang", "dongli", "yunqiao", "bailuzhou");
  static final List<String> OFFICES_ZH = List.of("柳塘", "东篱", "云桥", "白鹭洲");
  static final List<String> OFFICES_EN = List.of("Liutang", "Dongli", "Yunqiao", "Bailuzhou");

  private final Agencies agencies;
  private final Clock clock;

  DemoAgencies(Agencies agencies, Clock clock) {
    this.agencies = agencies;
    this.clock = clock;
  }

  boolean missing() {
    return agencies.withCode(AGENCY).isEmpty();
  }

  Agency get(String code) {
    return agencies.withCode(code).orElseThrow();
  }

  void build() {
    Agency ministry =
        add(
            "guojia-sifabu",
            AgencyKind.MINISTRY,
            "国务院司法行政部门（示范）",
            "Ministry of Justice (demonstration)",
            null,
            "示司");
    Agency province =
        add(
            "hezhou-sifating",
            AgencyKind.PROVINCIAL_AGENCY,
            "河洲省司法厅社区矫正管理局",
            "Hezhou province correction administration",
            ministry.id(),
            "河");
    Agency city =
        add(
            "wanghe-jiaozheng",
            AgencyKind.CITY_AGENCY,
            "望禾市社区矫正管理局",
            "Wanghe city correction administration",
            province.id(),
            "望");
    Agency bureau =
        add(
            "qinghe-sifaju",
            AgencyKind.JUSTICE_BUREAU,
            "青禾区司法局",
            "Qinghe district justice bureau",
            city.id(),
            "青司");
    Agency agency =
        add(
            AGENCY,
            AgencyKind.CORRECTION_AGENCY,
            "青禾区社区矫正管理局",
            "Qinghe district correction agency",
            bureau.id(),
            "青");
    for (int i = 0; i < OFFICES.size(); i++)
      add(
          "qinghe-" + OFFICES.get(i),
          AgencyKind.JUDICIAL_OFFICE,
          OFFICES_ZH.get(i) + "司法所",
          OFFICES_EN.get(i) + " judicial office",
          agency.id(),
          "青" + OFFICES_ZH.get(i).charAt(0));
    Agency next =
        add(
            "yunling-sifaju",
            AgencyKind.JUSTICE_BUREAU,
            "云岭县司法局",
            "Yunling county justice bureau",
            city.id(),
            "云司");
    Agency neighbour =
        add(
            NEIGHBOUR,
            AgencyKind.CORRECTION_AGENCY,
            "云岭县社区矫正管理局",
            "Yunling county correction agency",
            next.id(),
            "云");
    add(
        "yunling-mofang",
        AgencyKind.JUDICIAL_OFFICE,
        "磨坊司法所",
        "Mofang judicial office",
        neighbour.id(),
        "云磨");
    add("qinghe-fayuan", AgencyKind.COURT, "青禾区人民法院", "Qinghe district people’s court", null, "青法");
    add(
        "qinghe-jianchayuan",
        AgencyKind.PROCURATORATE,
        "青禾区人民检察院",
        "Qinghe district people’s procuratorate",
        null,
        "青检");
    add(
        "qinghe-gongan",
        AgencyKind.POLICE,
        "望禾市公安局青禾分局",
        "Qinghe branch of Wanghe public security",
        null,
        "青公");
  }

  private Agency add(
      String code, AgencyKind kind, String zh, String en, @Nullable AgencyId parent, String mark) {
    var agency = new Agency(new AgencyId(Uuids.next(clock)), code, kind, zh, en, parent, mark);
    agencies.add(agency);
    return agency;
  }
}
