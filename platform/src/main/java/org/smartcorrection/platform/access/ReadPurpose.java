package org.smartcorrection.platform.access;

import java.util.Locale;
import org.smartcorrection.platform.organisation.Role;

/** What somebody opens personal data for. The person sees it beside the post that looked. */
public enum ReadPurpose {
  DAILY_SUPERVISION,
  ALARM_TRIAGE,
  APPLICATION,
  RECEPTION,
  APPROVAL,
  COURT_BUSINESS,
  PROCURATORIAL_SUPERVISION,
  COMPLAINT,
  AUDIT;

  /** The purpose with which a post begins its day. */
  public static ReadPurpose usual(Role role) {
    return switch (role) {
      case AGENCY_OFFICER, JUDICIAL_OFFICE, HOST_AGENCY -> DAILY_SUPERVISION;
      case BUREAU_HEAD, CITY_AGENCY -> APPROVAL;
      case COURT -> COURT_BUSINESS;
      case PROSECUTOR -> PROCURATORIAL_SUPERVISION;
      case AUDITOR, ADMINISTRATOR, SUBJECT, SYSTEM -> AUDIT;
    };
  }

  /**
   * Whether it is one for which somebody may be shown where a person was: correction alone, and its
   * supervision (CCL 29, rule L23).
   */
  public boolean opensPlaces() {
    return switch (this) {
      case DAILY_SUPERVISION, ALARM_TRIAGE, APPROVAL, PROCURATORIAL_SUPERVISION, COMPLAINT -> true;
      case APPLICATION, RECEPTION, COURT_BUSINESS, AUDIT -> false;
    };
  }

  /** The part of the message keys {@code access.purpose.…} that names it. */
  public String key() {
    return "access.purpose." + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
