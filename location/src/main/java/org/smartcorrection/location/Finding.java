package org.smartcorrection.location;

import java.time.Instant;
import java.util.List;

/**
 * What the rules make of a track: a question for a person to answer, never a decision (CCL 34, PIPL
 * 24). It carries all it was made from, so that it can be explained and contested.
 */
public sealed interface Finding {
  /** Time of the fix that made it. */
  Instant at();

  /** That it is true, 0 to 1. */
  double probability();

  /** The fixes it rests on, oldest first. */
  List<UsedFix> evidence();

  /** Fixes of the same time that were not weighed, with the reason. */
  List<LeftOutFix> leftOut();

  /** {@link FindingRules#version()} under which it was made. */
  String ruleVersion();

  /** What brought it about. */
  enum Cause {
    /** The person moved. */
    MOVED,
    /** A permission began or ended, or the area was drawn anew. */
    AREA_CHANGED,
    /** It was so when the first fix came. */
    FIRST_SEEN
  }

  /**
   * The person is probably outside the permitted area. Made once; nothing more is made of it until
   * they are back.
   *
   * @param since time of the first fix outside
   */
  record LeftPermittedArea(
      Instant since,
      Instant at,
      Cause cause,
      double probability,
      Severity severity,
      List<UsedFix> evidence,
      List<LeftOutFix> leftOut,
      String ruleVersion)
      implements Finding {}

  /**
   * An amber departure got good evidence and is red from now on. Made at most once a departure.
   *
   * @param since as in the departure that it belongs to
   */
  record DepartureConfirmed(
      Instant since,
      Instant at,
      double probability,
      Severity severity,
      List<UsedFix> evidence,
      List<LeftOutFix> leftOut,
      String ruleVersion)
      implements Finding {}

  /**
   * The person is probably inside again.
   *
   * @param outsideSince as in the departure that it ends
   * @param since time of the first fix inside
   */
  record ReturnedToPermittedArea(
      Instant outsideSince,
      Instant since,
      Instant at,
      Cause cause,
      double probability,
      List<UsedFix> evidence,
      List<LeftOutFix> leftOut,
      String ruleVersion)
      implements Finding {}
}
