package org.smartcorrection.platform.desk;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Facts;
import org.smartcorrection.platform.casework.PerformAct;
import org.smartcorrection.platform.casework.Running;
import org.smartcorrection.procedure.act.Act;

/** Everything that a request for the form of an act is about. */
record AskedAct(
    OpenedCase opened, PossibleAct possible, @Nullable Running running, Act act, ActForm form) {

  /** The act with what it states. */
  PerformAct command(Facts facts) {
    return running == null
        ? PerformAct.opening(
            opened.in().id(), possible.procedure(), act.type(), facts, opened.actor())
        : PerformAct.in(running, act.type(), facts, opened.actor());
  }
}
