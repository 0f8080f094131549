package org.smartcorrection.platform.organisation;

import org.jspecify.annotations.Nullable;

/** The kinds of agencies that take part in community correction (CCL 8–10, 17, 20). */
public enum AgencyKind {
  /** 人民法院: decides, and refers people. */
  COURT,
  /** 司法局: its head approves positioning devices (CCL 29). */
  JUSTICE_BUREAU,
  /** 社区矫正机构 at county level: enforces. */
  CORRECTION_AGENCY,
  /** 市级社区矫正机构: one level up. */
  CITY_AGENCY,
  /** 省级社区矫正机构: above the cities. */
  PROVINCIAL_AGENCY,
  /** 国务院司法行政部门: in charge of community correction in the whole country (CCL 8). */
  MINISTRY,
  /** 司法所: acts on entrustment only (CCL 9). */
  JUDICIAL_OFFICE,
  /** 人民检察院: supervises (CCL 8). */
  PROCURATORATE,
  /** 公安机关. */
  POLICE,
  /** 监狱. */
  PRISON;

  /** Whether an agency of this kind may stand under one of that kind; nothing above is allowed. */
  public boolean mayStandUnder(@Nullable AgencyKind above) {
    if (above == null) return true;
    return switch (this) {
      case MINISTRY -> false;
      case PROVINCIAL_AGENCY -> above == MINISTRY;
      case CITY_AGENCY -> above == PROVINCIAL_AGENCY || above == JUSTICE_BUREAU;
      case JUSTICE_BUREAU -> above == CITY_AGENCY || above == JUSTICE_BUREAU;
      case CORRECTION_AGENCY -> above == JUSTICE_BUREAU || above == CITY_AGENCY;
      case JUDICIAL_OFFICE -> above == CORRECTION_AGENCY;
      case COURT, PROCURATORATE, POLICE, PRISON -> above == this;
    };
  }
}
