package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;

/**
 * What the rules make of what a device says: it begins, may become surer, and ends. It carries all
 * it was made from, so that it can be explained and contested, and is a question for a person to
 * answer, never a decision (CCL 34, PIPL 24).
 *
 * @param kind what
 * @param phase whether it begins, becomes surer or ends
 * @param zone id of the zone it concerns, empty if none
 * @param since when it became so: together with kind and zone the name of what was observed
 * @param at time of the message, or the hour, that made it
 * @param probability that it is so, 0 to 1; at the end, that it is over
 * @param severity how soon somebody has to look
 * @param reasons why
 * @param evidence positions it rests on, oldest first; empty if it rests on sensors
 * @param leftOut positions of the same time that were not weighed, with the reason
 * @param ruleVersion {@link SupervisionRules#version()} under which it was made
 */
public record Observation(
    Kind kind,
    Phase phase,
    String zone,
    Instant since,
    Instant at,
    double probability,
    Severity severity,
    Set<Reason> reasons,
    List<UsedFix> evidence,
    List<LeftOutFix> leftOut,
    String ruleVersion) {

  /** Copies the lists. */
  public Observation {
    reasons = Set.copyOf(reasons);
    evidence = List.copyOf(evidence);
    leftOut = List.copyOf(leftOut);
  }

  /** Where in its life an observation is. */
  public enum Phase {
    /** It begins: once for each time. */
    RAISED,
    /** There is better evidence now; at most once. */
    CONFIRMED,
    /** It is over. */
    ENDED
  }

  /** Whether both are about the same thing. */
  boolean isOfSame(Observation other) {
    return kind == other.kind && zone.equals(other.zone);
  }
}
