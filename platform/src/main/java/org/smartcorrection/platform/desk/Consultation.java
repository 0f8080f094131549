package org.smartcorrection.platform.desk;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.kernel.PersonId;
import org.smartcorrection.platform.shell.Text;

/**
 * A run of another agency's case in which this one is asked.
 *
 * @param name of the person, or the case's number when the identity was destroyed
 * @param asking the agency that asks
 * @param where to the person wants to move
 * @param dueOn the day by which the reader's agency answers or settles; {@code null} when it owes
 *     nothing now
 */
record Consultation(
    PersonId person,
    String name,
    String number,
    String asking,
    String where,
    Text state,
    @Nullable LocalDate dueOn,
    UUID run,
    CaseId caseId) {

  /** The page of whoever is asked. */
  public String href() {
    return ConsultationPages.PATH + "/" + run;
  }

  /** Where the agency one level up settles it. */
  public String settle() {
    return "/console/cases/" + caseId + "/acts";
  }
}
