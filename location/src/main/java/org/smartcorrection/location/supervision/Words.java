package org.smartcorrection.location.supervision;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.smartcorrection.location.LeftOutFix;
import org.smartcorrection.location.Sentence;
import org.smartcorrection.location.Sentence.Value.Count;
import org.smartcorrection.location.Sentence.Value.Metres;
import org.smartcorrection.location.Sentence.Value.Moment;
import org.smartcorrection.location.Sentence.Value.Share;
import org.smartcorrection.location.Sentence.Value.Span;
import org.smartcorrection.location.UsedFix;

/** Says in words what was observed, how sure it is and why, for officers and courts. */
public final class Words {
  private Words() {}

  /** All that is to be said, the main sentence first. */
  public static List<Sentence> of(Observation observation) {
    var sentences = new ArrayList<Sentence>();
    sentences.add(
        said(
            switch (observation.phase()) {
              case RAISED -> "observed." + observation.kind();
              case CONFIRMED -> "surer." + observation.kind().matter();
              case ENDED -> "over." + observation.kind().matter();
            },
            new Moment(observation.since()),
            new Share(observation.probability()),
            new Moment(observation.at())));
    observation.reasons().stream()
        .sorted()
        .forEach(reason -> sentences.add(said("reason." + reason)));
    if (!observation.evidence().isEmpty()) sentences.add(evidence(observation));
    observation.leftOut().forEach(fix -> sentences.add(leftOut(fix)));
    if (observation.phase() != Observation.Phase.ENDED) sentences.add(said("question"));
    return List.copyOf(sentences);
  }

  /**
   * What the person themselves may be shown: that there is a question and since when. Nothing of it
   * says where a zone lies or how far away somebody was (M16).
   */
  public static List<Sentence> forThePerson(Observation observation) {
    return List.of(
        said(
            "person." + observation.kind(),
            new Moment(observation.since()),
            new Moment(observation.at())),
        said("question"));
  }

  private static Sentence leftOut(LeftOutFix fix) {
    return said(
        "leftOut." + fix.reason(), new Moment(fix.time()), new Metres(fix.accuracyMetres()));
  }

  private static Sentence evidence(Observation observation) {
    UsedFix first = observation.evidence().getFirst();
    UsedFix last = observation.evidence().getLast();
    return said(
        observation.kind() == Kind.SEPARATED
            ? "positions.apart"
            : last.metresOutside() > 0 ? "positions.wrong" : "positions.right",
        new Count(observation.evidence().size()),
        new Span(Duration.between(first.time(), last.time())),
        new Metres(Math.abs(last.metresOutside())),
        new Metres(last.accuracyMetres()));
  }

  private static Sentence said(String key, Sentence.Value... values) {
    return new Sentence(key, List.of(values));
  }
}
