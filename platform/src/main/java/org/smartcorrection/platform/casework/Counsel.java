package org.smartcorrection.platform.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.procedure.Reason;

/**
 * Advice that stands beside a decision, such as a committee's (rule H11). It never refuses: whoever
 * decides without it, or otherwise, writes down why.
 */
public interface Counsel {
  /** What has to be answered with a written reason; none when the advice is followed. */
  List<Reason> against(Case in, @Nullable Running run, PerformAct command);
}
