package org.smartcorrection.location;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.Finding.DepartureConfirmed;
import org.smartcorrection.location.Finding.LeftPermittedArea;
import org.smartcorrection.location.Finding.ReturnedToPermittedArea;
import org.smartcorrection.location.Sentence.Value.Count;
import org.smartcorrection.location.Sentence.Value.Metres;
import org.smartcorrection.location.Sentence.Value.Moment;
import org.smartcorrection.location.Sentence.Value.Share;
import org.smartcorrection.location.Sentence.Value.Span;

/** Says in words how sure a finding is and why, for the officer, the person and a court. */
public final class Explanation {
  private Explanation() {}

  /**
   * The sentences of a finding, the main one first.
   *
   * @param rules those it was made under
   * @throws IllegalArgumentException if the rules are of another version than the finding's
   */
  public static List<Sentence> of(Finding finding, FindingRules rules) {
    if (!finding.ruleVersion().equals(rules.version())) {
      throw new IllegalArgumentException("a finding is explained by the rules it was made under");
    }
    var sentences = new ArrayList<Sentence>();
    sentences.add(
        switch (finding) {
          case LeftPermittedArea left ->
              Sentence.of(
                  "left." + left.cause(),
                  new Moment(left.since()),
                  new Share(left.probability()),
                  new Share(rules.raiseProbability()));
          case DepartureConfirmed confirmed ->
              Sentence.of(
                  "confirmed", new Moment(confirmed.since()), new Share(confirmed.probability()));
          case ReturnedToPermittedArea returned ->
              Sentence.of(
                  "returned." + returned.cause(),
                  new Moment(returned.since()),
                  new Share(returned.probability()),
                  new Moment(returned.outsideSince()));
        });
    sentences.add(evidence(finding));
    if (finding instanceof LeftPermittedArea left) sentences.add(strength(left, rules));
    finding.leftOut().forEach(fix -> sentences.add(leftOut(fix)));
    if (!(finding instanceof ReturnedToPermittedArea)) sentences.add(Sentence.of("question"));
    return List.copyOf(sentences);
  }

  /** Why a fix was not weighed. */
  public static Sentence leftOut(LeftOutFix fix) {
    return Sentence.of(
        "leftOut." + fix.reason(), new Moment(fix.time()), new Metres(fix.accuracyMetres()));
  }

  private static Sentence evidence(Finding finding) {
    UsedFix first = finding.evidence().getFirst();
    UsedFix last = finding.evidence().getLast();
    return Sentence.of(
        last.metresOutside() > 0 ? "evidence.outside" : "evidence.inside",
        new Count(finding.evidence().size()),
        new Span(Duration.between(first.time(), last.time())),
        new Metres(Math.abs(last.metresOutside())),
        new Metres(last.accuracyMetres()));
  }

  private static Sentence strength(LeftPermittedArea left, FindingRules rules) {
    return switch (left.severity()) {
      case RED ->
          Sentence.of(
              "strength.clear",
              new Metres(rules.goodAccuracyMetres()),
              new Share(rules.clearlyOutside()));
      case AMBER, BLUE -> Sentence.of("strength.dwell");
    };
  }
}
