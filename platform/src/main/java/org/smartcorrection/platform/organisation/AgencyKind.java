package org.smartcorrection.platform.organisation;

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
  /** 司法所: acts on entrustment only (CCL 9). */
  JUDICIAL_OFFICE,
  /** 人民检察院: supervises (CCL 8). */
  PROCURATORATE,
  /** 公安机关. */
  POLICE,
  /** 监狱. */
  PRISON
}
