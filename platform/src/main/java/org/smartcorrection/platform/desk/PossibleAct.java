package org.smartcorrection.platform.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.PersonJoining;
import org.smartcorrection.platform.casework.Restrictions;
import org.smartcorrection.platform.kernel.CaseId;
import org.smartcorrection.platform.shell.Text;
import org.smartcorrection.procedure.act.Family;

/**
 * An act that somebody may do now, or may not and is told why.
 *
 * @param instance the run it belongs to; {@code null} opens a new one
 * @param where the state in which the procedure stands
 * @param lock why it cannot be done; {@code null} when it can
 * @param grounds runs of another procedure that may carry it; one of them has to be chosen
 */
record PossibleAct(
    CaseId caseId,
    String procedure,
    Family family,
    String type,
    @Nullable UUID instance,
    Text where,
    @Nullable Text lock,
    boolean needsGround,
    List<Ground> grounds) {

  private static final Set<String> DRAWN =
      Set.of(
          "AreaSet", "ForbiddenGroundSet", "ProtectedGroundSet", "PresenceSet", "DeadZoneApproved");

  PossibleAct {
    grounds = List.copyOf(grounds);
  }

  /** A run of another procedure on which the act can rest. */
  record Ground(UUID instance, Text label) {}

  public boolean open() {
    return lock == null;
  }

  /** The page that does it; an area is drawn on a map, an officer chosen, records compared. */
  public String href() {
    if (DRAWN.contains(type)) return "/console/cases/" + caseId + "/area";
    if (procedure.equals(ResponsiblePage.PROCEDURE)) return ResponsiblePage.href(caseId);
    if (procedure.equals(Restrictions.PROCEDURE)) return RestrictionPage.href(caseId);
    if (procedure.equals(PersonJoining.PROCEDURE))
      return instance == null
          ? "/console/cases/" + caseId + "/person#one"
          : JoinPages.separate(caseId, instance);
    String path = "/console/cases/" + caseId + "/acts/" + procedure + "/" + type;
    return instance == null ? path : path + "?instance=" + instance;
  }
}
