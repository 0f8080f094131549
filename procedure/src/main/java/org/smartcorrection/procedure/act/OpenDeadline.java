package org.smartcorrection.procedure.act;

import java.util.Optional;
import org.smartcorrection.procedure.Deadline;

/**
 * A deadline that runs, or has passed and is still owed.
 *
 * @param id its name within the procedure
 * @param rule the rule that sets it; its article is shown
 * @param protects it protects the person under correction
 * @param then the act of time itself that follows when it passes
 */
public record OpenDeadline(
    String id,
    String rule,
    Role owner,
    boolean protects,
    Optional<String> then,
    Deadline deadline) {}
