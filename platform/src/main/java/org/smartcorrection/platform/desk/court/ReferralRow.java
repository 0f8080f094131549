package org.smartcorrection.platform.desk.court;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.organisation.Agency;
import org.smartcorrection.platform.subjects.Identity;

/**
 * A referral in the court's list.
 *
 * @param person {@code null} when the identity was destroyed: then the case number stands for it
 * @param owed what this court still owes
 */
record ReferralRow(
    Summary summary, @Nullable Identity person, Agency agency, List<Due> owed, Locale locale) {
  public String name() {
    return person == null ? summary.number() : person.name(locale);
  }

  public String monogram() {
    return person == null ? "·" : person.monogram();
  }

  public String agencyName() {
    return agency.name(locale);
  }

  public String href() {
    return "/court/referrals/" + summary.caseId();
  }
}
