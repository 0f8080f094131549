package org.smartcorrection.platform.casework;

import org.jspecify.annotations.Nullable;
import org.smartcorrection.procedure.local.LocalDefinition;

/**
 * The official act by which an agency published a procedure as it follows it.
 *
 * @param own with the version and first day that the publication gave it
 * @param base version of the published procedure that it was held against; {@code null} where the
 *     law has none
 * @param before version that would have been followed on its first day without it
 */
public record PublishedDefinition(
    Made made, LocalDefinition own, @Nullable Integer base, @Nullable Integer before, String reason)
    implements AgencyAct {
  /** The type of the act; its name is the message {@code act.LocalProcedurePublished}. */
  public static final String TYPE = "LocalProcedurePublished";

  @Override
  public String type() {
    return TYPE;
  }

  public String procedure() {
    return own.definition().id();
  }
}
