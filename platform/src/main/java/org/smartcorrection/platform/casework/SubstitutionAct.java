package org.smartcorrection.platform.casework;

import org.smartcorrection.platform.organisation.Substitution;

/**
 * The official act by which somebody acts in another's place, an acting head among them, or by
 * which that ended before its time (rule H9).
 *
 * @param of as it was recorded
 */
public record SubstitutionAct(Made made, Substitution of, boolean ended) implements AgencyAct {

  /** The types of the acts; their names are the messages {@code act.<type>}. */
  @Override
  public String type() {
    return ended ? "SubstitutionEnded" : "SubstitutionRecorded";
  }

  /** An order is its own reason; of any other substitution nobody asks for one. */
  @Override
  public String reason() {
    return of.order() == null ? "" : of.order().number();
  }
}
