package org.smartcorrection.location.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.smartcorrection.location.FindingRules;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.Severity;
import org.smartcorrection.location.UsedFix;
import org.smartcorrection.location.Wgs84Point;

/**
 * On which side of one border a person is, as far as found, and what speaks for the other side.
 *
 * @param side as found
 * @param since when they came to the wrong side; null on the right one
 * @param severity of that; null on the right side
 * @param told whether it was observed: not, while the zone does not hold
 * @param fresh whether the evidence has just been used up
 * @param settled the last place that agreed with the side
 * @param evidence fixes that speak for a change, oldest first
 * @param leftOut fixes not weighed since the first of them
 */
record Crossing(
    Side side,
    @Nullable Instant since,
    @Nullable Severity severity,
    boolean told,
    boolean fresh,
    @Nullable Wgs84Point settled,
    List<UsedFix> evidence,
    List<LeftOutFix> leftOut) {
  /** So many fixes of evidence are kept: the first ones and the latest. */
  static final int MOST_EVIDENCE = FindingRules.MOST_EVIDENCE;

  static final int FIRST_EVIDENCE = 3;
  static final int MOST_LEFT_OUT = 4;

  static final Crossing UNKNOWN =
      new Crossing(Side.NOT_KNOWN, null, null, false, false, null, List.of(), List.of());

  enum Side {
    NOT_KNOWN,
    RIGHT,
    WRONG
  }

  static Crossing startingAt(@Nullable Wgs84Point settled) {
    return new Crossing(Side.NOT_KNOWN, null, null, false, false, settled, List.of(), List.of());
  }

  boolean isQuiet() {
    return evidence.isEmpty() || fresh;
  }

  /** Whether a place and a side are all that is remembered. */
  boolean isAtRest() {
    return settled != null && !fresh && evidence.isEmpty() && leftOut.isEmpty();
  }

  /** Nothing more to be remembered than a place. */
  Crossing settledAt(Wgs84Point at) {
    return new Crossing(side, since, severity, told, false, at, List.of(), List.of());
  }

  Crossing right(Wgs84Point at, List<UsedFix> by) {
    return new Crossing(Side.RIGHT, null, null, false, !by.isEmpty(), at, by, leftOut);
  }

  Crossing wrong(Instant from, Severity how, Wgs84Point at, List<UsedFix> by) {
    return new Crossing(Side.WRONG, from, how, told, true, at, by, leftOut);
  }

  Crossing since(Instant from) {
    return new Crossing(side, from, severity, told, fresh, settled, evidence, leftOut);
  }

  Crossing asTold() {
    return new Crossing(side, since, severity, true, fresh, settled, evidence, leftOut);
  }

  Crossing forgotten() {
    return new Crossing(side, since, severity, false, fresh, settled, evidence, leftOut);
  }

  Crossing with(UsedFix fix) {
    var more = new ArrayList<UsedFix>(MOST_EVIDENCE);
    if (!fresh) more.addAll(evidence);
    if (more.size() == MOST_EVIDENCE) more.remove(FIRST_EVIDENCE);
    more.add(fix);
    return new Crossing(
        side, since, severity, told, false, settled, more, fresh ? List.of() : leftOut);
  }

  Crossing with(LeftOutFix fix) {
    if (isQuiet()) return this;
    var more = new ArrayList<>(leftOut);
    if (more.size() == MOST_LEFT_OUT) more.removeFirst();
    more.add(fix);
    return new Crossing(side, since, severity, told, fresh, settled, evidence, more);
  }
}
