package org.smartcorrection.platform.reporting;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.DerivedFacts;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.Instances;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.platform.organisation.Role;
import org.springframework.stereotype.Component;

/**
 * An office acts only on a recorded entrustment (CCL 9): whether there is one, reception knows, and
 * every other procedure is told.
 */
@Component
class Entrustments implements DerivedFacts {
  private static final String ENTRUSTED = "entrusted";
  private final Instances instances;

  Entrustments(Instances instances) {
    this.instances = instances;
  }

  @Override
  public Facts derive(Case in, @Nullable Running instance, PerformAct command) {
    boolean asked =
        command.procedure().equals(Leaves.PROCEDURE) || command.by().role() == Role.JUDICIAL_OFFICE;
    if (!asked || command.procedure().equals("reception")) return Facts.NONE;
    return entrusted(in) ? Facts.NONE.flag(ENTRUSTED, true) : Facts.NONE;
  }

  boolean entrusted(Case in) {
    return instances.ofCase(in.id(), "reception").stream()
        .anyMatch(reception -> reception.facts().is(ENTRUSTED));
  }
}
