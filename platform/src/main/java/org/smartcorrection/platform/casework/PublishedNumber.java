package org.smartcorrection.platform.casework;

import org.smartcorrection.procedure.LocalNumber;

/**
 * The official act by which an agency set a number of its own (rule H6). It belongs to no case and
 * concerns no person; like every act it is never changed, only followed by a later one.
 *
 * @param before what would have counted on its first day without it
 */
public record PublishedNumber(Made made, LocalNumber set, int before, String reason)
    implements AgencyAct {
  /** The type of the act; its name is the message {@code act.LocalNumberPublished}. */
  public static final String TYPE = "LocalNumberPublished";

  @Override
  public String type() {
    return TYPE;
  }
}
