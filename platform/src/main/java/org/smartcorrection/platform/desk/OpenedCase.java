package org.smartcorrection.platform.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.platform.casework.Case;
import org.smartcorrection.platform.casework.Summary;
import org.smartcorrection.platform.organisation.Actor;
import org.smartcorrection.platform.subjects.Identity;

/**
 * A case that somebody may see and has opened: the look is recorded.
 *
 * @param answering the one run that an officer of another agency sees and acts in; {@code null} for
 *     those whose case it is
 */
record OpenedCase(
    Case in, Summary summary, Identity person, Actor actor, @Nullable UUID answering) {

  /** The page from which the actor came and to which they go back. */
  String home() {
    return answering == null
        ? "/console/cases/" + in.id()
        : ConsultationPages.PATH + "/" + answering;
  }
}
