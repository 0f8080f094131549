package org.smartcorrection.platform.committee;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.kernel.CaseId;

/**
 * A matter on an agenda.
 *
 * @param run of the procedure {@code committee}
 * @param matter type of the act that is deliberated
 * @param matterRun the run it would go on in; {@code null} where it would open one
 * @param closedBy number of the act that closed it; {@code null} while it is open
 * @param carried whether it was carried; {@code null} while it is open
 */
public record Item(
    UUID run,
    CaseId caseId,
    UUID meeting,
    String matter,
    @Nullable UUID matterRun,
    @Nullable Integer closedBy,
    @Nullable Boolean carried) {
  /** How the choice of a matter is written in a form: the act, and the run where there is one. */
  public static String choice(String matter, @Nullable UUID run) {
    return run == null ? matter : matter + "/" + run;
  }

  /** Which act in which run of which case is deliberated. */
  public static String key(CaseId in, String matter, @Nullable UUID run) {
    return in + "/" + choice(matter, run);
  }

  String key() {
    return key(caseId, matter, matterRun);
  }
}
