package org.smartcorrection.platform.desk;

import org.smartcorrection.platform.access.Looks;
import org.smartcorrection.platform.access.ReadPurpose;
import org.smartcorrection.platform.casework.Act;
import org.smartcorrection.platform.casework.Due;
import org.smartcorrection.platform.casework.Running;

/**
 * What no page of an agency shows: a complaint to the procuratorate is the procuratorate's alone,
 * and that it exists is part of it (CCL 34).
 */
public final class Discretion {
  private Discretion() {}

  public static boolean shows(Act act) {
    return shows(act.type());
  }

  static boolean shows(String type) {
    return switch (type) {
      case "ComplaintToProcuratorate", "OutcomeToldByProcuratorate" -> false;
      case String _ -> true;
    };
  }

  public static boolean shows(Running running) {
    return !running.state().endsWith("_PROCURATORATE");
  }

  public static boolean shows(Due due) {
    return !(due.owner().equals("PROSECUTOR") && due.rule().equals("L29"));
  }

  static boolean shows(Looks.Look look) {
    return look.purpose() != ReadPurpose.COMPLAINT;
  }
}
