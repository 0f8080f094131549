package org.smartcorrection.platform.desk;

import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.Present;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Running;

/**
 * What no page of an agency shows: a complaint to the procuratorate is the procuratorate's alone,
 * and that it exists is part of it (CCL 34). And what an agency shows nobody else: its
 * deliberations.
 */
public final class Discretion {
  private Discretion() {}

  public static boolean shows(Act act) {
    return shows(act.type()) && !(act.deliberates() && outside());
  }

  static boolean shows(String type) {
    return switch (type) {
      case "ComplaintToProcuratorate", "OutcomeToldByProcuratorate" -> false;
      case String _ -> true;
    };
  }

  public static boolean shows(Running running) {
    if (running.procedure().equals("committee") && outside()) return false;
    return !running.state().endsWith("_PROCURATORATE");
  }

  /**
   * Whether the reader is of another agency: how colleagues voted is read by the agency, its head
   * and the procuratorate that supervises them (rule H11).
   */
  private static boolean outside() {
    return Present.find()
        .filter(
            reader ->
                switch (reader.role()) {
                  case AGENCY_OFFICER, BUREAU_HEAD, PROSECUTOR, SYSTEM -> false;
                  case COURT,
                      JUDICIAL_OFFICE,
                      CITY_AGENCY,
                      HOST_AGENCY,
                      SUBJECT,
                      AUDITOR,
                      ADMINISTRATOR ->
                      true;
                })
        .isPresent();
  }

  public static boolean shows(Due due) {
    return !(due.owner().equals("PROSECUTOR") && due.rule().equals("L29"));
  }

  static boolean shows(Looks.Look look) {
    return look.purpose() != ReadPurpose.COMPLAINT;
  }
}
