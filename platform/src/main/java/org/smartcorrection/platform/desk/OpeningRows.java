package org.smartcorrection.platform.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.EmergencyOpenings;
import org.smartcorrection.platform.casework.EmergencyOpenings.Opening;
import org.smartcorrection.platform.kernel.AccountId;
import org.smartcorrection.platform.kernel.AgencyId;
import org.smartcorrection.platform.organisation.Accounts;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.organisation.Jurisdiction;
import org.springframework.stereotype.Component;

/** Emergency openings as the head reads them of all cases, and an officer of their own (H13). */
@Component
class OpeningRows {
  private final EmergencyOpenings openings;
  private final Accounts accounts;
  private final Jurisdiction jurisdiction;

  OpeningRows(EmergencyOpenings openings, Accounts accounts, Jurisdiction jurisdiction) {
    this.openings = openings;
    this.accounts = accounts;
    this.jurisdiction = jurisdiction;
  }

  /** One of them; the case is named by its number alone. */
  record Row(String number, String href, String by, String reason, Instant at, boolean open) {}

  /** Those that concern the actor. */
  List<Row> of(Actor actor, Locale locale) {
    AgencyId custody = jurisdiction.custody(actor);
    List<Opening> found =
        switch (actor.role()) {
          case BUREAU_HEAD -> actor.headsBureau() ? openings.of(custody, null) : List.<Opening>of();
          case AGENCY_OFFICER, JUDICIAL_OFFICE -> openings.of(custody, actor.account());
          case COURT,
              CITY_AGENCY,
              PROSECUTOR,
              HOST_AGENCY,
              SUBJECT,
              AUDITOR,
              ADMINISTRATOR,
              SYSTEM ->
              List.<Opening>of();
        };
    Map<AccountId, Accounts.StaffName> names =
        accounts.names(found.stream().map(one -> one.act().account()).toList());
    return found.stream().map(one -> row(one, names.get(one.act().account()), locale)).toList();
  }

  private static Row row(Opening one, Accounts.@Nullable StaffName by, Locale locale) {
    return new Row(
        one.in().number(),
        "/console/cases/" + one.in().caseId() + "#act-" + one.act().number(),
        by == null ? "–" : by.in(locale),
        one.reason(),
        one.act().occurredAt(),
        one.open());
  }
}
